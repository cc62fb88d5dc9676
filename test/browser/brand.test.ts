import { createHash } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import config from "../../regard.config.ts";
import { expectAccessible, launchBrowser, NARROW, openTab } from "../support/browser.ts";
import { buildPages } from "../support/built-pages.ts";
import { SVG_LOGO, useLogos } from "../support/logos.ts";
import { serveHere } from "../support/loopback.ts";

const logo = useLogos({ "logo.svg": SVG_LOGO });
/** As near to the limit as the configuration lets a company go. */
const COLOURS = {
  light: { accent: "#9b5a00", background: "#ffffff" },
  dark: { accent: "#7e9ad1", background: "#000000" },
};

const pages = await buildPages({
  brand: { ...config.brand, colours: COLOURS, logo: { light: logo("logo.svg") } },
});
const styles = [...pages.values()]
  .filter(({ type }) => type.startsWith("text/html"))
  .flatMap(({ body }) => [...body.toString("utf8").matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = ""]) => style))
  .map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);
const policy = `default-src 'none'; script-src 'self'; img-src 'self'; connect-src 'self'; style-src ${[...new Set(styles)].join(" ")}`;

const site = await serveHere(async ({ url = "/" }, response) => {
  const { type, body } = pages.get(url) ?? { type: "application/json", body: Buffer.from("{}") };
  response.writeHead(pages.has(url) ? 200 : 401, { "content-type": type, "content-security-policy": policy }).end(body);
});
const browser = await launchBrowser();
afterAll(async () => {
  await browser.close();
  await site.stop();
});

describe.each(["light", "dark"] as const)("a company's brand on %s pages", (colorScheme) => {
  it("can be read everywhere, shows the logo within the policy, and fits on a narrow phone", async () => {
    const tab = await openTab(browser, site.endpoint, { colorScheme, viewport: NARROW });
    for (const path of ["/", "/address", "/how", "/not-found", "/de/desk"]) {
      await tab.page.goto(path);
      await expectAccessible(tab.page, `${colorScheme} ${path}`);
      const mark = tab.page.getByRole("img", { name: "Marlow & Finch" });
      expect(await mark.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)).toBe(true);
    }
    await tab.page.goto("/");
    const [button, page] = await Promise.all(
      ["main .button", "html"].map((at) =>
        tab.page
          .locator(at)
          .first()
          .evaluate((element) => getComputedStyle(element).backgroundColor),
      ),
    );
    expect([button, page]).toEqual(
      colorScheme === "light" ? ["rgb(155, 90, 0)", "rgb(255, 255, 255)"] : ["rgb(126, 154, 209)", "rgb(0, 0, 0)"],
    );
    expect(tab.faults).toEqual([]);
    await tab.close();
  });
});
