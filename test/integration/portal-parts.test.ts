import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { recordPage } from "../../functions/contract/customer-api.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import { AMELIA } from "../../infra/local/sample/customers.ts";
import { codeOf, mailsTo, newAddressOf, nextMailTo, openBrowser, signIn, startTestPortal } from "../support/portal.ts";

const started: RunningPortal[] = [];
const start = async (options: Parameters<typeof startTestPortal>[0]): Promise<RunningPortal> => {
  const portal = await startTestPortal({ cold: false, ...options });
  started.push(portal);
  return portal;
};
afterEach(async () => {
  for (const portal of started.splice(0)) await portal.stop();
});

describe("a portal whose parts fail", () => {
  it("sends the code by the schedule while the stream is down, and once only when it is back", async () => {
    const portal = await start({ empty: true });
    const email = await newAddressOf(portal, "C-1");
    const browser = openBrowser(portal.origin);
    portal.streams.pause();
    await browser.send("POST", "/api/codes", { email, language: "en" });
    await sleep(500);
    expect(await mailsTo(portal, email)).toEqual([]);
    for (let sweeps = 0; (await mailsTo(portal, email)).length === 0 && sweeps < 120; sweeps += 1) {
      await sleep(500);
      await portal.schedules.runNow();
    }
    const code = codeOf(await nextMailTo(portal, email));
    expect((await browser.send("POST", "/api/sessions", { code })).status).toBe(201);
    portal.streams.resume();
    await sleep(1_000);
    expect(await mailsTo(portal, email)).toHaveLength(1);
  });

  it("starts a function again whose process was killed", async () => {
    const portal = await start({ empty: true });
    const { functions, origin } = portal;
    const before = functions.processIds("IdentifyFunction");
    expect(before).toHaveLength(1);
    for (const pid of before) process.kill(pid, "SIGKILL");
    while (functions.processIds("IdentifyFunction").length > 0) await sleep(10);
    expect((await fetch(`${origin}/api/session`)).status).toBe(401);
    expect(functions.processIds("IdentifyFunction")).not.toEqual(before);
  });
});

describe("a portal with a data directory", () => {
  it("shows the same record, with the same code names, after it was stopped and started again", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "regard-data-"));
    const recordOf = async (portal: RunningPortal) => {
      const browser = await signIn(portal, AMELIA.emails[0] ?? "");
      const answer = await browser.send("POST", "/api/record", { language: "en" });
      return recordPage.parse(await answer.json()).accesses;
    };
    const first = await start({ dataDir });
    const before = await recordOf(first);
    await first.stop();
    const after = await recordOf(await start({ dataDir }));
    expect(after.length).toBeGreaterThan(50);
    expect(after).toEqual(before);
    await rm(dataDir, { recursive: true });
  });
});
