import assert from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import * as z from "zod/mini";
import { CUSTOMER_PATHS, REQUEST_HEADER } from "../../functions/contract/customer-paths.ts";
import { LANGUAGES } from "../../functions/domain/vocabulary.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import { openProcessLog } from "../../infra/local/process-log.ts";
import { AMELIA } from "../../infra/local/sample/customers.ts";
import { pathOf } from "../../web/build/site.ts";
import { launchBrowser, openTab, PHONE, signInOn } from "../support/browser.ts";
import { govukPage, serveGovuk } from "./govuk-page.ts";
import { portalAssembly, withPortal } from "./portal.ts";
import { atMost, median, type Ratio, sideBySide } from "./ratio.ts";

/** What reaches a browser before it has to wait for its own acknowledgement: ten segments (RFC 6928). */
const FIRST_WINDOW_BYTES = 14 * 1024;
const SCRIPT_BYTES = 10 * 1024;
const ROUNDS = 5;
const PAGES = [
  "home",
  "address",
  "code",
  "record",
  "requests",
  "ask",
  "contact",
  "matter",
  "new-address",
  "how",
] as const;

/** Something for the list of requests and a page of its own: one report of a contact. */
const reportContact = (page: Page): Promise<string> =>
  page.evaluate(
    async ([path, header]) => {
      const body = { language: "en", contactedOn: "2026-01-05", channel: "text", safety: "unsure" };
      const headers = { "content-type": "application/json", [header]: "1" };
      const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
      return (await answer.json()).reference;
    },
    [CUSTOMER_PATHS.reportContact.path, REQUEST_HEADER] as const,
  );

interface View {
  readonly path: string;
  readonly bytes: number;
  readonly scriptBytes: number;
  readonly shift: number;
}

const shifts = z.array(z.object({ value: z.number(), hadRecentInput: z.boolean() }));
const paints = z.array(z.object({ startTime: z.number() })).check(z.minLength(1));

/** Everything of a kind that the page's browser has noted so far. */
const entriesOf = (page: Page, type: string): Promise<unknown> =>
  page.evaluate(
    (kind) =>
      new Promise<unknown>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().map((entry): unknown => entry.toJSON()))).observe({
          type: kind,
          buffered: true,
        });
        setTimeout(done, 200, []);
      }),
    type,
  );

/** Opens a page, and sums what a browser that comes for the first time fetches, but for answers of the API. */
const viewOf = async (context: BrowserContext, origin: string, path: string, hash = ""): Promise<View> => {
  const page = await context.newPage();
  const fetched: { type: string; bytes: number }[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.startsWith("/api/")) return;
    fetched.push({ type: response.request().resourceType(), bytes: Number(response.headers()["content-length"]) });
  });
  await page.goto(`${origin}${path}${hash}`, { waitUntil: "networkidle" });
  assert.equal(new URL(page.url()).pathname, path);
  const sum = (types: readonly string[]) =>
    fetched.filter(({ type }) => types.includes(type)).reduce((total, { bytes }) => total + bytes, 0);
  // A browser without a window asks for no icon.
  const icon = await page.getAttribute('link[rel="icon"]', "href");
  const iconAnswer = await fetch(new URL(icon ?? "", origin), { headers: { "accept-encoding": "br, gzip" } });
  const scriptBytes = sum(["script"]);
  assert.ok(scriptBytes > 0 && sum(["document"]) > 0);
  const bytes = sum(fetched.map(({ type }) => type)) + Number(iconAnswer.headers.get("content-length"));
  const shift = shifts
    .parse(await entriesOf(page, "layout-shift"))
    .reduce((total, { value, hadRecentInput }) => total + (hadRecentInput ? 0 : value), 0);
  await page.close();
  return { path, bytes, scriptBytes, shift };
};

/** Every page of a customer in every language, signed in where a page asks for it. */
const measureViews = async (browser: Browser, portal: RunningPortal): Promise<Ratio[]> => {
  const { page, close } = await openTab(browser, portal.origin);
  await signInOn(page, portal, AMELIA.emails[0] ?? "");
  const reference = await reportContact(page);
  const views: View[] = [];
  for (const name of PAGES)
    for (const language of LANGUAGES)
      views.push(
        await viewOf(page.context(), portal.origin, pathOf(name, language), name === "matter" ? `#${reference}` : ""),
      );
  await close();

  const heaviest = (figure: (view: View) => number) => views.toSorted((a, b) => figure(b) - figure(a))[0];
  const listed = (figure: (view: View) => number) =>
    views
      .toSorted((a, b) => figure(b) - figure(a))
      .map((view) => `${view.path} ${figure(view)}`)
      .join(", ");
  const bytes = (view: View) => view.bytes;
  const scripts = (view: View) => view.scriptBytes;
  const shift = (view: View) => view.shift;
  return [
    atMost(
      "first view of the heaviest page against 14 KB",
      (heaviest(bytes)?.bytes ?? Number.NaN) / FIRST_WINDOW_BYTES,
      1,
      `compressed bytes of HTML, style, script and icon: ${listed(bytes)}`,
    ),
    atMost(
      "scripts of the heaviest page against 10 KB",
      (heaviest(scripts)?.scriptBytes ?? Number.NaN) / SCRIPT_BYTES,
      1,
      `compressed bytes: ${listed(scripts)}`,
    ),
    atMost(
      "layout shift of the least steady page",
      heaviest(shift)?.shift ?? Number.NaN,
      0,
      `on a phone, the record with its rows: ${listed(shift)}`,
    ),
  ];
};

/** A phone on a slow 4G network, as Lighthouse has it: 150 ms and 1.6 Mbit/s, and a processor four times slower. */
const slowly = async (page: Page): Promise<void> => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 562.5,
    downloadThroughput: 1_474_560 / 8,
    uploadThroughput: 675_000 / 8,
  });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
};

/** Milliseconds to the largest contentful paint of a page that is opened for the first time, without the API. */
const largestPaint = async (browser: Browser, url: string): Promise<number> => {
  const context = await browser.newContext({ viewport: PHONE });
  try {
    await context.route("**/api/**", () => {}); // never answered: the shell is what is measured
    const page = await context.newPage();
    await slowly(page);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(300);
    const found = paints.parse(await entriesOf(page, "largest-contentful-paint"));
    return found.at(-1)?.startTime ?? Number.NaN;
  } finally {
    await context.close();
  }
};

/** When the largest part of a page shows, against the same content made with GOV.UK Frontend. */
const measurePaints = async (browser: Browser, portal: RunningPortal): Promise<Ratio[]> => {
  const paths = ["/", "/record"] as const;
  const pages: Record<string, string> = {};
  for (const path of paths)
    pages[path === "/" ? "/home" : path] = await govukPage(await (await fetch(`${portal.origin}${path}`)).text());
  const log = openProcessLog("/dev/null", console.error);
  const govuk = await serveGovuk(await portalAssembly(), pages, log);
  try {
    const ratios: Ratio[] = [];
    for (const path of paths) {
      const paintsOf: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
      await sideBySide(
        ROUNDS,
        async () => paintsOf.ours.push(await largestPaint(browser, `${portal.origin}${path}`)),
        async () => paintsOf.theirs.push(await largestPaint(browser, `${govuk.origin}${path}`)),
      );
      const [ours, theirs] = [median(paintsOf.ours), median(paintsOf.theirs)];
      const ratio = median(paintsOf.ours.map((value, index) => value / (paintsOf.theirs[index] ?? Number.NaN)));
      const detail = `${ours.toFixed(0)} ms against ${theirs.toFixed(0)} ms, a slow phone on slow 4G`;
      ratios.push(atMost(`largest paint of ${path} against the same content in GOV.UK Frontend`, ratio, 0.7, detail));
    }
    return ratios;
  } finally {
    await govuk.stop();
    await log.close();
  }
};

export const measurePages = (): Promise<Ratio[]> =>
  withPortal(async (portal) => {
    const browser = await launchBrowser();
    try {
      return [...(await measureViews(browser, portal)), ...(await measurePaints(browser, portal))];
    } finally {
      await browser.close();
    }
  });
