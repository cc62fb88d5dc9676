import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanLogo } from "../../../../functions/domain/logo/clean-logo.ts";
import { HOSTILE_TEXTS } from "../../../support/hostile-text.ts";
import { pngLogo } from "../../../support/logos.ts";

const cleaned = (file: string, content: string | Uint8Array) => {
  const logo = cleanLogo(file, typeof content === "string" ? new TextEncoder().encode(content) : content);
  return "fault" in logo ? logo.fault : Buffer.from(logo.bytes).toString("latin1");
};
const within = (inside: string) => cleaned("logo.svg", `<svg viewBox="0 0 40 10">${inside}</svg>`);

describe("an SVG as the logo", () => {
  it("keeps its shapes and loses what nobody sees", () => {
    const drawn = `<?xml version="1.0"?><!-- by hand --><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://example.com/svg.dtd">
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" viewBox="0 0 40 10">
        <title>Marlow & Finch</title><metadata><rdf:RDF><dc:creator>Somebody</dc:creator></rdf:RDF></metadata>
        <sodipodi:namedview pagecolor="#fff"/>
        <defs><linearGradient id="a"><stop offset="0" style="stop-color:#fff;-inkscape-stroke:none"/></linearGradient></defs>
        <g class="x" data-name="y"><use xlink:href="#a"/><path d='M0 0h40' fill="url(#a)"/></g>
      </svg>`;
    expect(cleaned("logo.svg", drawn)).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><g><use href="#a"/><path d="M0 0h40" fill="url(#a)"/></g></svg>',
    );
  });

  it.each([
    ["<script>alert(1)</script>", "<script> cannot be shown safely; leave it out"],
    ["<SCRIPT/>", "<SCRIPT> cannot be shown safely"],
    ['<path onclick="alert(1)"/>', "it has a script in it (onclick of <path>); remove it"],
    ["<foreignObject><p/></foreignObject>", "<foreignObject> cannot be shown safely"],
    ['<a href="javascript:alert(1)"><path/></a>', "<a> cannot be shown safely"],
    ['<animate attributeName="href" to="javascript:alert(1)"/>', "<animate> cannot be shown safely"],
    ['<use href="https://example.com/a.svg#a"/>', "href of <use> points out of the file"],
    ['<use xlink:href="data:image/svg+xml,x"/>', "xlink:href of <use> points out of the file"],
    ['<path fill="url(https://example.com/a)"/>', "fill of <path> points out of the file"],
    ['<path fill="u&#114;l(x)"/>', "fill of <path> points out of the file or cannot be read"],
    ['<path style="fill:\\75rl(x)"/>', "fill of <path> points out of the file or cannot be read"],
    ['<image href="photo.jpg"/>', "<image> cannot be shown safely; draw it as shapes, or use a PNG"],
    ["<style>path{fill:red}</style>", "export it with presentation attributes instead of CSS"],
    ["<text>Marlow</text>", "<text> cannot be shown safely; turn its text into paths"],
    ["Marlow", "it has text outside its shapes"],
    ["<![CDATA[x]]>", "it is not well-formed"],
    ["<path fill=red/>", "it is not well-formed"],
    ["<g>", "</svg> closes what was not open"],
    ["</svg><svg>", "it is no single <svg> element"],
  ])("is refused for %s", (inside, fault) => {
    expect(within(inside)).toContain(fault);
  });

  it.each([
    ["", "it has no <svg> element"],
    ["<html></html>", "it is no single <svg> element"],
    ['<svg width="10" height="10"/>', "its <svg> has no viewBox"],
    ['<svg viewBox="0 0 90 10"/>', "at most 8 times as wide as high"],
    ['<svg viewBox="0 0 10 30"/>', "2 times as high as wide"],
    ['<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>', "it is not well-formed"],
    [`<svg viewBox="0 0 1 1"><path d="${"M0 0".repeat(7_000)}"/></svg>`, "it has 28 KiB, and 24 are the most"],
    [new Uint8Array([0xff, 0xfe, 0x3c]), "it is not UTF-8"],
  ])("is refused where it is %j", (content, fault) => {
    expect(cleaned("logo.svg", content)).toContain(fault);
  });

  it("never comes out with more in it than shapes, whatever goes in", () => {
    const name = fc.constantFrom("svg", "g", "path", "script", "style", "use", "title", "x:y", "a");
    const attribute = fc.constantFrom("d", "href", "xlink:href", "onload", "style", "fill", "class", "xmlns", "id");
    const value = fc.constantFrom(
      "#a",
      "url(#a)",
      "url(//b)",
      "javascript:x",
      "fill:url(x)",
      "a\u0000",
      "&lt;",
      "'",
      ...HOSTILE_TEXTS,
    );
    const tag = fc
      .tuple(name, fc.array(fc.tuple(attribute, value), { maxLength: 3 }), fc.constantFrom(">", "/>"))
      .map(([element, written, end]) => `<${element}${written.map(([key, one]) => ` ${key}="${one}"`).join("")}${end}`);
    const piece = fc.oneof(
      tag,
      name.map((element) => `</${element}>`),
      value,
      fc.constantFrom("<!--", "-->", "<?", "?>"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const written = within(pieces.join(""));
        if (!written.startsWith("<svg")) return;
        expect(written).toMatch(
          /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"( [\w-]+="[\w\s#.,()%+-]*")*>(<\/?(g|path|use|svg)( (id|d|fill|href|width|viewBox)="[\w\s#.,()%+-]*")*\/?>)*<\/svg>$/,
        );
        expect(written).not.toMatch(/url\((?!#)|href="(?!#)/);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("a PNG as the logo", () => {
  it("keeps its picture and loses what cameras and editors write into it", () => {
    const plain = pngLogo(240, 72);
    const chatty = pngLogo(240, 72, { tEXt: "Author\0Somebody", eXIf: "51.5N 0.1W", acTL: "moves", pHYs: "123456789" });
    expect(cleanLogo("logo.png", plain)).toEqual({
      bytes: new Uint8Array(plain),
      type: "image/png",
      width: 240,
      height: 72,
    });
    expect(cleaned("logo.png", chatty)).toBe(pngLogo(240, 72, { pHYs: "123456789" }).toString("latin1"));
  });

  it("is refused where it is something else, or not whole", () => {
    const whole = pngLogo(24, 12);
    expect(cleaned("logo.png", "<svg/>")).toContain("it is no whole PNG");
    for (let length = 0; length < whole.length; length += 1)
      expect(cleaned("logo.png", whole.subarray(0, length))).toContain("it is no whole PNG");
    expect(cleaned("logo.png", pngLogo(0, 12))).toContain("it is no whole PNG");
    expect(cleaned("logo.png", pngLogo(900, 100))).toContain("8 times as wide as high");
  });
});
