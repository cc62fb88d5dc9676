/**
 * The cookies: bound to this host by their prefix (RFC 6265bis, 4.1.3.2), unreadable for scripts, and sent by no other
 * site. One is `Lax`: the identity provider, which is another site, sends the browser back by an address, and `Strict`
 * would keep the cookie out of just that request. It opens nothing, ties the answer to the browser that began, and is
 * spent by it. The desk's session stays `Strict`: the callback only sets it (allowed on a navigation from anywhere), and
 * what the page then asks for comes from the portal itself.
 */
const COOKIES = {
  /** Ties a code to the browser that asked for it. */
  browser: { name: "__Host-regard-browser", sameSite: "Strict", maxAgeSeconds: 15 * 60 },
  /** Ends with the browser; the server ends it sooner. */
  session: { name: "__Host-regard-session", sameSite: "Strict", maxAgeSeconds: undefined },
  /** Ties an identity provider's answer to the browser that went there. */
  deskAttempt: { name: "__Host-regard-desk-sign-in", sameSite: "Lax", maxAgeSeconds: 10 * 60 },
  /** Ends with the browser; the server ends it sooner. */
  desk: { name: "__Host-regard-desk", sameSite: "Strict", maxAgeSeconds: undefined },
} as const;
export type CookieName = keyof typeof COOKIES;

const attributes = (cookie: CookieName): string => `Path=/; Secure; HttpOnly; SameSite=${COOKIES[cookie].sameSite}`;
/** 256 random bits in base64url: nothing else was ever set, so nothing else is looked up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export const setCookie = (cookie: CookieName, token: string): string => {
  const { name, maxAgeSeconds } = COOKIES[cookie];
  return `${name}=${token}; ${attributes(cookie)}${maxAgeSeconds === undefined ? "" : `; Max-Age=${maxAgeSeconds}`}`;
};

export const clearCookie = (cookie: CookieName): string => `${COOKIES[cookie].name}=; ${attributes(cookie)}; Max-Age=0`;

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
