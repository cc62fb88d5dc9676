import { createHash } from "node:crypto";
import { Html, html } from "../../web/build/html.ts";

const STYLE = `:root{color-scheme:light dark;font:1.0625rem/1.55 system-ui,sans-serif}body{margin:0 auto;max-width:30rem;padding:1rem}
h1{font-size:1.6rem;line-height:1.2}label{display:block;font-weight:600;margin-top:1rem}
input,button{box-sizing:border-box;width:100%;min-height:2.75rem;padding:.5rem .7rem;font:inherit;border:2px solid GrayText;border-radius:.4rem}
button{margin-top:1.5rem;font-weight:600;background:light-dark(#0b4f54,#7fd0cf);border-color:transparent;color:light-dark(#fff,#0d2022);cursor:pointer}
.note{border:1px solid GrayText;border-radius:.4rem;padding:.7rem 1rem}.fault{border:2px solid light-dark(#9a2a16,#ff9c84);border-radius:.4rem;padding:.7rem 1rem;font-weight:600}
:focus-visible{outline:3px solid light-dark(#b35400,#ffb454);outline-offset:2px}code{overflow-wrap:anywhere}`;

/** Its own style and its own form, which leads back to the portal at last; nothing from anywhere else. */
export const pagePolicy = (portalOrigin: string): string => {
  const style = createHash("sha256").update(STYLE).digest("base64");
  return `default-src 'none'; img-src data:; style-src 'sha256-${style}'; form-action 'self' ${portalOrigin}; frame-ancestors 'none'; base-uri 'none'`;
};

const page = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body><main>${body}</main></body>
</html>`.source;

/** One page for both factors. It says where passwords are to be found, and none of them. */
export const signInPage = (company: string, { wrong, user }: { readonly wrong: boolean; readonly user: string }) =>
  page(
    `Sign in – ${company}`,
    html`
<h1>Sign in at ${company}</h1>
<p class="note">This page stands in for the company’s own sign-in on this computer. The terminal in which
<code>npm start</code> runs shows who can sign in, with password and code.</p>
${wrong && html`<p class="fault" role="alert">User name, password and code do not belong together. Please check all three.</p>`}
<form method="post" autocomplete="off">
<label for="user">User name</label>
<input id="user" name="user" required autocapitalize="none" spellcheck="false" value="${user}">
<label for="password">Password</label>
<input id="password" name="password" type="password" required>
<label for="code">6-digit code of your authenticator app</label>
<input id="code" name="code" inputmode="numeric" required maxlength="7">
<button type="submit">Sign in</button>
</form>`,
  );

export const errorPage = (company: string): string =>
  page(
    `Not possible – ${company}`,
    html`
<h1>This sign-in cannot go on</h1>
<p>It has expired or was not begun at the portal. Go back to the desk and begin again.</p>`,
  );
