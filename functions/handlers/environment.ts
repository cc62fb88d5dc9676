import * as z from "zod/mini";

const tableName = z.string().check(z.minLength(3));

/** What every function of the portal is told. */
export const portalEnvironment = z.object({
  PORTAL_TABLE: tableName,
  /** Name or ARN in Secrets Manager. */
  SECRET_ID: z.string().check(z.minLength(1)),
  /** As browsers write it into `Origin`: scheme and host, nothing behind. */
  PORTAL_ORIGIN: z.url().check(z.refine((url) => URL.canParse(url) && new URL(url).origin === url)),
});

/** What the functions that read the access log are told. */
export const recordEnvironment = z.extend(portalEnvironment, { ACCESS_LOG_TABLE: tableName });

/** What keeps rows is told: it needs no secret. */
export const rowsEnvironment = z.pick(recordEnvironment, { PORTAL_TABLE: true, ACCESS_LOG_TABLE: true });

/** What the desk's function is told: who says who its people are. Plain http is for this computer only. */
export const deskEnvironment = z.extend(portalEnvironment, {
  ISSUER: z.string().check(z.regex(/^(https:\/\/\S+|http:\/\/127\.0\.0\.1:\d+)$/)),
  CLIENT_ID: z.string().check(z.minLength(1)),
});
