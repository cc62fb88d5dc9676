/** Cookies of the customer's side: bound to this host by their prefix (RFC 6265bis, 4.1.3.2), unreadable for scripts. */
const COOKIES = {
  /** Ties a code to the browser that asked for it. */
  browser: { name: "__Host-regard-browser", maxAgeSeconds: 15 * 60 },
  /** Ends with the browser; the server ends it sooner. */
  session: { name: "__Host-regard-session", maxAgeSeconds: undefined },
} as const;
export type CookieName = keyof typeof COOKIES;

const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Strict";
/** 256 random bits in base64url: nothing else was ever set, so nothing else is looked up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export const setCookie = (cookie: CookieName, token: string): string => {
  const { name, maxAgeSeconds } = COOKIES[cookie];
  return `${name}=${token}; ${ATTRIBUTES}${maxAgeSeconds === undefined ? "" : `; Max-Age=${maxAgeSeconds}`}`;
};

export const clearCookie = (cookie: CookieName): string => `${COOKIES[cookie].name}=; ${ATTRIBUTES}; Max-Age=0`;

/** The token in a cookie; undefined where it is absent, sent twice or not one of ours. */
export const readCookie = (sent: readonly string[], cookie: CookieName): string | undefined => {
  const prefix = `${COOKIES[cookie].name}=`;
  const [value, ...others] = sent
    .flatMap((line) => line.split(";"))
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length));
  return value !== undefined && others.length === 0 && TOKEN.test(value) ? value : undefined;
};
