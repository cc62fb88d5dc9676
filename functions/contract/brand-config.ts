import * as z from "zod/mini";
import { text } from "./text.ts";

const colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));
const colours = z.strictObject({
  /** Links, buttons and what is marked. What is written on a button follows from it: white or nearly black. */
  accent: colour,
  /** Behind everything; left out, the portal's own. */
  background: z.optional(colour),
});

/** A file of the company's repository, beside regard.config.ts or below, and never above. */
const repositoryFile = z
  .string()
  .check(z.maxLength(200), z.regex(/^(?!.*(^|\/)\.)[A-Za-z0-9_-][A-Za-z0-9._/-]*\.(svg|png)$/));

const repositoryPng = repositoryFile.check(z.endsWith(".png"));

/** How the portal looks and what it calls itself. */
export const brandConfig = z.strictObject({
  /** The company as its customers know it. */
  name: text(80),
  privacyNoticeUrl: z.url({ protocol: /^https$/ }),
  /** Held to WCAG 2.2 AA in both schemes; left out, the portal's own green. */
  colours: z.optional(z.strictObject({ light: colours, dark: colours })),
  /**
   * In place of the eye and the company's name at the top of every page, with the name as its text. Without `dark`, it
   * stands on a light plate where the page is dark. Letters carry `letters`, or `light` where that is a PNG, above the
   * name. Mails have the name in words.
   */
  logo: z.optional(
    z.strictObject({
      light: repositoryFile,
      dark: z.optional(repositoryFile),
      letters: z.optional(repositoryPng),
    }),
  ),
});
