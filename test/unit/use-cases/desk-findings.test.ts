import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { deskFindings, type Finding } from "../../../functions/contract/finding.ts";
import { acknowledgeFinding } from "../../../functions/use-cases/desk/acknowledge-finding.ts";
import { readFindings } from "../../../functions/use-cases/desk/read-findings.ts";
import { NOW } from "../../support/arrivals.ts";
import { memoryMatters } from "../../support/fakes/memory-matters.ts";

const staff = { id: "dpo-1", name: "Eleanor Ashby", unit: "Data protection office" };

const desk = async (...days: readonly string[]) => {
  const kept = memoryMatters();
  const keyring = createKeyring("a secret of at least thirty-two characters");
  for (const [n, day] of days.entries()) {
    const at = `2026-06-${day}T12:00:00.000Z`;
    const hits = [{ rule: "volume" as const, foundAt: at, accesses: 60, words: "Many customers." }];
    const base = { findingId: String(n).padEnd(22, "x"), employeeId: "emp-7", hits, foundAt: at, lastFoundAt: at };
    const value: Finding = { ...base, state: "open" };
    await kept.store.commit([{ kind: "keep-finding", finding: { value, revision: 0 } }]);
  }
  const parts = { ...kept, keyring, clock: () => Date.parse(NOW), random: randomBytes };
  const read = async () => deskFindings.parse(await readFindings(parts)).findings;
  const acknowledge = (findingId: string, revision = 1) =>
    acknowledgeFinding(parts, { findingId, revision, words: "Stocktaking.", staff });
  return { ...kept, read, acknowledge };
};

describe("the desk's list of findings", () => {
  it("shows the open ones first, and in each the newest", async () => {
    const { read, acknowledge } = await desk("01", "03", "02");
    const [newest] = await read();
    await acknowledge(newest?.findingId ?? "");
    expect((await read()).map(({ state, lastFoundAt }) => [state, lastFoundAt.slice(8, 10)])).toEqual([
      ["open", "02"],
      ["open", "01"],
      ["acknowledged", "03"],
    ]);
  });

  it("notes who acknowledged what, when and with which words, and the audit line names nobody in clear", async () => {
    const { read, acknowledge, audit } = await desk("01");
    const [open] = await read();
    expect(await acknowledge(open?.findingId ?? "")).toEqual({ revision: 2 });
    expect(await read()).toMatchObject([
      { state: "acknowledged", revision: 2, acknowledged: { by: staff, at: NOW, words: "Stocktaking." } },
    ]);
    expect(audit).toMatchObject([{ act: "finding-acknowledged", reference: open?.findingId }]);
    expect(JSON.stringify(audit)).not.toContain("dpo-1");
  });

  it("lets nobody acknowledge what they have not seen, what is acknowledged, or what is not there", async () => {
    const { read, acknowledge } = await desk("01");
    const findingId = (await read())[0]?.findingId ?? "";
    await expect(acknowledge(findingId, 2)).rejects.toMatchObject({ code: "MATTER_CHANGED" });
    await acknowledge(findingId);
    await expect(acknowledge(findingId, 2)).rejects.toMatchObject({ code: "ACT_NOT_POSSIBLE" });
    await expect(acknowledge("n".repeat(22))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("tells the second of two who acknowledge at once", async () => {
    const { read, acknowledge } = await desk("01");
    const findingId = (await read())[0]?.findingId ?? "";
    const results = await Promise.allSettled([acknowledge(findingId), acknowledge(findingId)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
