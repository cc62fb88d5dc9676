import type { Language } from "../domain/vocabulary.ts";

/** A paragraph; what is to be read off digit by digit; or a link, which shows where it leads. */
type Part = string | { readonly digits: string } | { readonly link: string };

/** A message in words. */
export interface Letter {
  readonly subject: string;
  readonly parts: readonly Part[];
}

/** A message as it is sent; both bodies say the same. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;font-size:1.0625rem;line-height:1.5";
const DIGITS =
  "font-family:ui-monospace,Menlo,Consolas,monospace;font-size:2rem;font-weight:700;letter-spacing:.08em;margin:1.5rem 0";

const textPart = (part: Part): string => {
  if (typeof part === "string") return part;
  // A link at the start of its line: readers of mail find it by its scheme.
  return "link" in part ? part.link : `    ${part.digits}`;
};

const htmlPart = (part: Part): string => {
  if (typeof part === "string") return `<p style="margin:0 0 1rem">${escaped(part)}</p>`;
  if ("digits" in part) return `<p style="${DIGITS}">${escaped(part.digits)}</p>`;
  const link = escaped(part.link);
  return `<p style="margin:0 0 1rem;overflow-wrap:anywhere"><a href="${link}">${link}</a></p>`;
};

/** Lines that every reader of mail can show, broken by the reader and not by us. */
const textOf = ({ parts }: Letter, signature: string): string => [...parts.map(textPart), signature, ""].join("\n\n");

// No picture, no colour of its own: nothing to load, and dark readers stay dark.
const htmlOf = ({ subject, parts }: Letter, signature: string, language: Language): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:1.5rem;${FONT}">
<div style="max-width:36rem;margin:0 auto">
${parts.map(htmlPart).join("\n")}
<p style="margin:2rem 0 0">${escaped(signature)}</p>
</div>
</body>
</html>
`;

export const render = (letter: Letter, signature: string, language: Language): RenderedMail => ({
  subject: letter.subject,
  text: textOf(letter, signature),
  html: htmlOf(letter, signature, language),
});
