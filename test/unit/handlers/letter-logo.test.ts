import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { readLetterLogo } from "../../../functions/handlers/letter-logo.ts";
import { pngLogo, useLogos } from "../../support/logos.ts";

const fileOf = useLogos({ "letter-logo.png": pngLogo(240, 72) });

it("is found beside the code, with its shape, and nothing where the company has none", () => {
  const code = pathToFileURL(fileOf("index.mjs")).href;
  expect(readLetterLogo(code)).toMatchObject({ type: "image/png", width: 240, height: 72 });
  expect(readLetterLogo()).toBeUndefined();
  writeFileSync(fileOf("letter-logo.png"), "no picture");
  expect(readLetterLogo(code)).toBeUndefined();
});
