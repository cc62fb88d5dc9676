import type { LogoPicture, NotALogo } from "./logo-picture.ts";

/** Drawn as they are. */
const SHAPES = new Set(
  "svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop clipPath mask use symbol".split(
    " ",
  ),
);
/** Left out with everything in them: nothing of it shows. */
const UNSEEN = new Set(["title", "desc", "metadata"]);
const ATTRIBUTES = new Set(
  (
    "id d x y x1 x2 y1 y2 cx cy r rx ry fx fy width height points transform viewBox preserveAspectRatio offset href " +
    "gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits " +
    "fill fill-rule fill-opacity stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit " +
    "stroke-dasharray stroke-dashoffset opacity clip-path clip-rule mask stop-color stop-opacity color display visibility"
  ).split(" "),
);
/** Neither `:` nor `/`, `\` nor `&`: there is nothing to load and nothing to hide. */
const PLAIN = /^[\w\s#.,()%+-]*$/;
const WITHIN = /^url\(#[\w.-]+\)$/;

const REMEDIES: Readonly<Record<string, string>> = {
  style: "export it with presentation attributes instead of CSS",
  text: "turn its text into paths",
  tspan: "turn its text into paths",
  image: "draw it as shapes, or use a PNG",
};

const TOKEN =
  /<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^[>]*>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gsy;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

class Refused extends Error {}
const refuse = (why: string): never => {
  throw new Refused(why);
};

/** `style="fill: red; …"` as the attributes that say the same. */
const fromStyle = (style: string): [string, string][] =>
  style.split(";").map((rule) => {
    const [name = "", ...value] = rule.split(":");
    return [name.trim(), value.join(":").trim()];
  });

const attributesOf = (element: string, written: string): Map<string, string> => {
  const found = [...written.matchAll(ATTRIBUTE)].map(
    ([, name = "", double, single]) => [name, double ?? single ?? ""] as const,
  );
  const kept = new Map<string, string>();
  for (const [name, value] of found.flatMap(([name, value]) =>
    name === "style" ? fromStyle(value) : [[name, value] as const],
  )) {
    const plainName = name === "xlink:href" ? "href" : name;
    if (/^on/i.test(name)) refuse(`it has a script in it (${name} of <${element}>); remove it`);
    if (!ATTRIBUTES.has(plainName)) continue;
    const within = plainName === "href" ? /^#[\w.-]+$/.test(value) : !/url/i.test(value) || WITHIN.test(value);
    if (!within || !PLAIN.test(value))
      refuse(`${name} of <${element}> points out of the file or cannot be read; draw everything within the file`);
    kept.set(plainName, value);
  }
  return kept;
};

const sizeOf = (root: ReadonlyMap<string, string>): Pick<LogoPicture, "width" | "height"> => {
  const [, , width = Number.NaN, height = Number.NaN] = (root.get("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (width > 0 && height > 0) return { width, height };
  return refuse("its <svg> has no viewBox, so nobody knows its shape; export it with one");
};

/** What stands behind one tag; undefined where nothing of it is kept. */
const tagOf = (element: string, attributes: ReadonlyMap<string, string>, isRoot: boolean, isEmpty: boolean): string => {
  const kept = [...attributes].filter(([name]) => !isRoot || !["width", "height", "x", "y"].includes(name));
  const named = kept.map(([name, value]) => ` ${name}="${value}"`).join("");
  return `<${element}${isRoot ? ' xmlns="http://www.w3.org/2000/svg"' : ""}${named}${isEmpty ? "/" : ""}>`;
};

const clean = (source: string): LogoPicture => {
  const open: string[] = [];
  let [written, unseen, at] = ["", 0, 0];
  let size: Pick<LogoPicture, "width" | "height"> | undefined;
  for (const match of source.trim().matchAll(TOKEN)) {
    at += match[0].length;
    const [whole, closing, name, attributes = "", empty] = match;
    if (name === undefined) {
      if (!whole.startsWith("<") && whole.trim() !== "" && unseen === 0)
        refuse("it has text outside its shapes; turn text into paths");
      continue;
    }
    if (closing === "/") {
      if (open.pop() !== name) refuse(`</${name}> closes what was not open; export it again`);
      if (unseen > 0) unseen -= 1;
      else written += `</${name}>`;
      continue;
    }
    const isEmpty = empty === "/";
    const isRoot = open.length === 0;
    if (isRoot && (name !== "svg" || written !== "")) refuse("it is no single <svg> element");
    if (!isEmpty) open.push(name);
    if (unseen > 0 || UNSEEN.has(name) || name.includes(":")) {
      if (!isEmpty) unseen += 1;
      continue;
    }
    if (!SHAPES.has(name)) refuse(`<${name}> cannot be shown safely; ${REMEDIES[name] ?? "leave it out"}`);
    const kept = attributesOf(name, attributes);
    if (isRoot) size = sizeOf(kept);
    written += tagOf(name, kept, isRoot, isEmpty);
  }
  if (at < source.trim().length || open.length > 0) refuse("it is not well-formed; export it again");
  if (size === undefined) return refuse("it has no <svg> element");
  return { bytes: new TextEncoder().encode(written), type: "image/svg+xml", ...size };
};

/**
 * An SVG with nothing in it but shapes: no script, no style, no text, nothing from elsewhere. What does not show
 * (editors' notes, titles, comments) is left out; what would show and is not allowed is refused.
 */
export const cleanSvg = (bytes: Uint8Array): LogoPicture | NotALogo => {
  try {
    return clean(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof Refused) return { fault: error.message };
    if (error instanceof TypeError) return { fault: "it is not UTF-8; export it again" };
    throw error;
  }
};
