import { afterAll, beforeAll, expect, test } from "vitest";
import { numbersMonths } from "../../functions/contract/desk-numbers-routes.ts";
import { numbersDescription } from "../../functions/contract/numbers.ts";
import { monthBefore } from "../../functions/domain/numbers/month.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import { deskPerson, signInAtDesk } from "../support/desk.ts";
import { type Browser, startTestPortal } from "../support/portal.ts";

let portal: RunningPortal;
let desk: Browser;
beforeAll(async () => {
  portal = await startTestPortal();
  desk = await signInAtDesk(portal, deskPerson(portal, "dpo"));
});
afterAll(() => portal?.stop());

const months = async () => {
  const answer = await desk.send("GET", "/api/desk/numbers");
  return numbersMonths.parse(await answer.json()).months;
};

test("the deployed function makes the numbers of the month before anew", async () => {
  const month = monthBefore(new Date().toISOString());
  const before = await months();
  expect(before.map((one) => one.month)).toEqual([month, monthBefore(`${month}-01`)]);
  await portal.schedules.runNow();
  const [made, ...others] = await months();
  expect(made?.month).toBe(month);
  expect((made?.madeAt ?? "") > (before[0]?.madeAt ?? "")).toBe(true);
  expect(others).toEqual(before.slice(1));

  const answer = await desk.send("POST", "/api/desk/numbers/month", { month, language: "en" });
  const [evidence] = numbersDescription.parse(await answer.json()).sections;
  expect(evidence?.table?.rows.map(([head]) => head)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^Other units \(\d+\)$/), "All"]),
  );
});

test("the desk's function writes the PDF, with the fonts that lie beside it", async () => {
  const [newest] = await months();
  const answer = await desk.send("POST", "/api/desk/numbers/file", {
    month: newest?.month,
    language: "de",
    format: "pdf",
  });
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes.toString("latin1")).toContain("/FontFile2");
});
