import * as z from "zod/mini";

const port = z.int().check(z.minimum(1), z.maximum(65_535));
const address = z.url({ protocol: /^https?$/ });

/**
 * A portal that runs on this computer: `npm start` writes it to `.regard/local-<port>.json` (mode 0600) once everything
 * answers and removes it at the end; the command line finds the portal by it.
 */
export const localPortal = z.strictObject({
  /** Of `npm start`; a file whose process is gone was left behind by a crash. */
  pid: z.int().check(z.minimum(1)),
  /** Where the portal's pages answer on 127.0.0.1. */
  port,
  endpoints: z.strictObject({
    dynamodb: address,
    ses: address,
    secretsManager: address,
    /** Takes events that are signed (SigV4, service `execute-api`) with `LOCAL_CREDENTIALS` for `LOCAL_REGION`. */
    intake: address,
    /** Takes `PutEvents` to the bus of the intake. */
    eventBridge: address,
  }),
  /** What the functions are given on AWS, under the same names. */
  environment: z.strictObject({
    ACCESS_LOG_TABLE: z.string().check(z.minLength(3)),
    PORTAL_TABLE: z.string().check(z.minLength(3)),
    SECRET_ID: z.string().check(z.minLength(1)),
    PORTAL_ORIGIN: address,
  }),
});
export type LocalPortal = z.infer<typeof localPortal>;

/** The file's name within `.regard` in the project's root. */
export const localPortalFile = (portNumber: number): string => `local-${portNumber}.json`;

/**
 * The intake verifies what is signed with them. Local engines look at no credentials, but the SDK wants some, and some
 * engines keep one database for each.
 */
export const LOCAL_CREDENTIALS = { accessKeyId: "local", secretAccessKey: "local" };
export const LOCAL_REGION = "eu-west-1";
