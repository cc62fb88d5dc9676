import { getDocument, OPS, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import type { Letter } from "../../../../functions/contract/matter-entry.ts";
import { letterLogoFile } from "../../../../functions/domain/logo/letter-logo-file.ts";
import { LANGUAGES, type Language } from "../../../../functions/domain/vocabulary.ts";
import { letterLogo } from "../../../../functions/formats/export/letter-logo.ts";
import { letterPdf } from "../../../../functions/formats/export/letter-pdf.ts";
import { toPdf } from "../../../../functions/formats/export/pdf.ts";
import { company } from "../../../support/company.ts";
import { PNG_COLOURS, pngLogo, pngOf, SVG_LOGO } from "../../../support/logos.ts";
import { anAccess, aRecord } from "./sample.ts";

const logoOf = (bytes: Uint8Array) => {
  const logo = letterLogo("logo.png", bytes);
  if ("fault" in logo) throw new Error(logo.fault);
  return logo;
};
const tree = z.object({
  children: z.array(z.object({ children: z.array(z.looseObject({ role: z.optional(z.string()) })) })),
});

/** The pictures of the first page as another program finds them: how often one is painted, and what stands for it. */
const picturesIn = async (pdf: AsyncIterable<Buffer>) => {
  const bytes = Buffer.concat(await Array.fromAsync(pdf));
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const page = await document.getPage(1);
  const { fnArray } = await page.getOperatorList();
  const inTree = tree.parse(await page.getStructTree()).children.flatMap(({ children }) => children);
  await document.loadingTask.destroy();
  const painted = fnArray.filter((one) => [OPS.paintImageXObject, OPS.paintImageMaskXObject].includes(one)).length;
  return {
    painted,
    figures: inTree.flatMap(({ role, alt }) => (role === "Figure" ? [alt] : [])),
    first: inTree[0]?.role,
  };
};
const message = (language: Language): Letter => ({
  kind: "message",
  language,
  title: "A message",
  paragraphs: ["Yes."],
});
const SENT = { reference: "RG-7K2M-Q4XD", at: "2026-04-30T23:30:00.000Z" };

describe("a letter of a company that has a logo for letters", () => {
  it.each(PNG_COLOURS.flatMap((colour) => [false, true].map((interlaced) => [colour, interlaced] as const)))(
    "carries a PNG that is %s (interlaced: %s)",
    async (colour, interlaced) => {
      const logo = logoOf(pngOf(colour, interlaced));
      const letter = letterPdf(company(), message("en"), { ...SENT, logo });
      expect(await picturesIn(letter)).toEqual({ painted: 1, figures: ["Logo of Marlow & Finch"], first: "Figure" });
    },
  );

  it.each(LANGUAGES)("says in %s what the picture is, to whoever listens", async (language) => {
    const letter = letterPdf(company(), message(language), { ...SENT, logo: logoOf(pngLogo(300, 90)) });
    const { figures } = await picturesIn(letter);
    expect(figures).toEqual([expect.stringMatching(/^Logo.* (of|de|von) Marlow & Finch$/)]);
  });

  it("carries it in the record too, and nothing where there is none", async () => {
    expect(await picturesIn(toPdf(aRecord([]), logoOf(pngLogo(300, 90))))).toMatchObject({
      painted: 1,
      first: "Figure",
    });
    const long = aRecord(Array.from({ length: 300 }, (_, n) => anAccess({ eventId: `e-${n}` })));
    expect(await picturesIn(toPdf(long, logoOf(pngOf("rgba", true))))).toMatchObject({ painted: 1 });
    expect(await picturesIn(toPdf(aRecord([])))).toMatchObject({ painted: 0, figures: [] });
  });
});

describe("the logo for letters", () => {
  it("is its own, or that of the pages where it is a PNG; an SVG is none", () => {
    const fileOf = (logo: { light: string; letters?: string }) => letterLogoFile({ logo });
    expect(fileOf({ light: "a.svg", letters: "b.png" })).toBe("b.png");
    expect(fileOf({ light: "a.png" })).toBe("a.png");
    expect(fileOf({ light: "a.svg" })).toBeUndefined();
    expect(letterLogoFile({ logo: undefined })).toBeUndefined();
  });

  it.each([
    ["logo.svg", Buffer.from(SVG_LOGO), "letters carry PNGs alone"],
    ["logo.png", Buffer.from("no picture"), "it is no whole PNG"],
    ["logo.png", pngLogo(240, 72).fill(7, 50, 60), "its picture cannot be unpacked"],
    ["logo.png", pngLogo(4_000, 600), "it has more than two million pixels"],
  ])("is refused before it could end whoever writes a letter: %s", (file, bytes, fault) => {
    expect(letterLogo(file, bytes)).toEqual({ fault: expect.stringContaining(fault) });
  });
});
