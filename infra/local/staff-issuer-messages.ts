import * as z from "zod/mini";

/** Everything that the local identity provider is told; it goes over IPC, because passwords do not belong in `ps`. */
export const issuerSettings = z.strictObject({
  port: z.int(),
  company: z.string(),
  /** The portal's origin, to which its pages may send a browser back. */
  portalOrigin: z.string(),
  client: z.strictObject({ id: z.string(), redirectUris: z.array(z.string()), scopes: z.array(z.string()) }),
  people: z.array(
    z.strictObject({
      user: z.string(),
      password: z.string(),
      code: z.string(),
      claims: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    }),
  ),
});
export type IssuerSettings = z.infer<typeof issuerSettings>;
