import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { colourFaults, PALETTE, paletteOf, SCHEMES, weakContrasts } from "../../../functions/domain/palette.ts";

const style = (name: string) => readFileSync(`web/styles/${name}.css`, "utf8");
const long = (colour: string) => (colour.length === 4 ? colour.replaceAll(/[0-9a-f]/g, "$&$&") : colour);

describe("the portal's own colours", () => {
  it("are the ones of its styles", () => {
    const written = Object.fromEntries(
      [...style("base").matchAll(/^ {2}--([a-z-]+): light-dark\((#\w+), (#\w+)\);/gm)].map(([, tone, light, dark]) => [
        tone,
        [long(light ?? ""), long(dark ?? "")],
      ]),
    );
    // The marked rows' colour stands where it is used.
    const [, ...marked] = /\.marked \{\s+background: light-dark\((#\w+), (#\w+)\);/.exec(style("record")) ?? [];
    const used = Object.keys(PALETTE.light).map((tone) => [tone, tone === "marked" ? marked : written[tone]]);
    for (const [at, scheme] of SCHEMES.entries())
      expect(Object.fromEntries(used.map(([tone, colours]) => [tone, colours?.[at]]))).toEqual(PALETTE[scheme]);
  });

  it.each(SCHEMES)("can all be read where pages are %s", (scheme) => {
    expect(weakContrasts(PALETTE[scheme])).toEqual([]);
    expect(colourFaults(scheme, { accent: PALETTE[scheme].deep, background: PALETTE[scheme].paper })).toEqual([]);
  });
});

describe("a company's colours", () => {
  it("decide by themselves whether buttons are written on in white or nearly black", () => {
    expect(paletteOf("light", { accent: "#113355" })).toMatchObject({ deep: "#113355", "on-deep": "#ffffff" });
    expect(paletteOf("dark", { accent: "#ffd75e", background: "#000000" })).toMatchObject({
      "on-deep": "#0d2022",
      paper: "#000000",
    });
  });

  it("are told what is weakest, for each colour once", () => {
    expect(colourFaults("light", { accent: "#ffffff", background: "#000000" })).toMatchObject([
      { colour: "accent", front: "deep" },
      { colour: "background", ground: "paper" },
    ]);
  });

  it("count a button under the pointer too: a grey that can be read everywhere else is not enough there", () => {
    const [fault, ...more] = weakContrasts(paletteOf("light", { accent: "#6a6a6a" }));
    expect([fault, more]).toMatchObject([{ front: "on-deep", ground: "deep", least: 4.5 }, []]);
  });

  it.each(SCHEMES)("have a nearest colour that passes wherever they are refused, in %s", (scheme) => {
    for (const accent of ["#808080", "#ff0000", "#00ff00", "#0000ff", "#ffff00"])
      for (const { nearest } of colourFaults(scheme, { accent }))
        expect(colourFaults(scheme, { accent: nearest ?? "" })).toEqual([]);
  });
});
