import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { QueueRow } from "../../functions/contract/desk-matters.ts";
import { referenceFrom } from "../../functions/domain/request.ts";
import { DESKTOP, launchBrowser, openTab } from "../support/browser.ts";
import { deskPerson, signInAtDeskOn } from "../support/desk.ts";
import { withPortal } from "./portal.ts";
import { atMost, median, type Ratio } from "./ratio.ts";

const ROWS = 500;
const ROUNDS = 15;
/** One picture of a screen that shows sixty in a second. */
const FRAME_MS = 1_000 / 60;
/** What people take for at once (RAIL): six of them. */
const AT_ONCE_FRAMES = 6;

const KINDS = ["question", "contact-report", "signal"] as const;
const URGENCY = ["overdue", "soon", "running", "waiting"] as const;

const matters: readonly QueueRow[] = Array.from({ length: ROWS }, (_, n) => ({
  reference: referenceFrom(Buffer.from([n >> 8, n & 255, 7, n & 255, n >> 8])),
  state: n % 5 === 0 ? "received" : "in-hand",
  kinds: [KINDS[n % 3] ?? "question"],
  openedAt: "2026-05-01T09:00:00.000Z",
  ...(n % 5 !== 0 && { handler: { id: `E-${n % 7}`, name: `Somebody ${n % 7}`, unit: "Data protection office" } }),
  dueOn: `2026-06-${String((n % 28) + 1).padStart(2, "0")}`,
  urgency: URGENCY[Math.floor((n / ROWS) * 4)] ?? "running",
  waitsFor: n % 5 === 0 ? ["handler"] : n % 3 === 0 ? ["employee", "approver"] : [],
}));

/** From no row to all of them: script, style and layout, until the page stands. */
const timeToList = (page: Page): Promise<number> =>
  page.evaluate(async (rows) => {
    const select = document.querySelector("[name=urgency]");
    if (!(select instanceof HTMLSelectElement)) return Number.NaN;
    const shown = () => document.querySelectorAll(".queue-row").length;
    const change = async (value: string, until: (count: number) => boolean) => {
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      while (!until(shown())) await Promise.resolve();
      return document.documentElement.offsetHeight;
    };
    await change("none", (count) => count === 0);
    await new Promise((frame) => requestAnimationFrame(frame));
    const from = performance.now();
    await change("", (count) => count === rows);
    return performance.now() - from;
  }, ROWS);

/** The list of the desk with many open matters. */
export const measureDesk = (): Promise<Ratio[]> =>
  withPortal(async (portal) => {
    const browser = await launchBrowser();
    try {
      const { page } = await openTab(browser, portal.origin, { viewport: DESKTOP });
      await page.route("**/api/desk/queue", (route) => route.fulfill({ json: { matters } }));
      await signInAtDeskOn(page, deskPerson(portal, "dpo"));
      await page.waitForFunction((rows) => document.querySelectorAll(".queue-row").length === rows, ROWS);
      await page.evaluate(() => {
        const none = document.querySelector("[name=urgency]")?.appendChild(document.createElement("option"));
        if (none) none.value = "none";
      });
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) times.push(await timeToList(page));
      const time = median(times.slice(3));
      assert.ok(time > 0);
      return [
        atMost(
          `${ROWS} open matters in one go, in frames of 60 a second`,
          time / FRAME_MS,
          AT_ONCE_FRAMES,
          `${time.toFixed(1)} ms of script, style and layout; at once is ${AT_ONCE_FRAMES} frames`,
        ),
      ];
    } finally {
      await browser.close();
    }
  });
