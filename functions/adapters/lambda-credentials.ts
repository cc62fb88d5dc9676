import * as z from "zod/mini";

const environment = z.object({
  AWS_ACCESS_KEY_ID: z.string().check(z.minLength(1)),
  AWS_SECRET_ACCESS_KEY: z.string().check(z.minLength(1)),
  AWS_SESSION_TOKEN: z.optional(z.string()),
});

/**
 * Stands in a function's bundle for the AWS clients' own search through profiles, SSO and instance metadata: Lambda
 * gives a function its role's credentials in the environment and nowhere else (Lambda Developer Guide, "Defined runtime
 * environment variables"). Saves a fifth of the bundle, and a stolen configuration file could not widen what a function
 * may do. The command line keeps the whole search.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = environment.parse(process.env);
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  };
};
