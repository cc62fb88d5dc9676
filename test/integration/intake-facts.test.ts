import { beforeAll, describe, expect, it } from "vitest";
import { INTAKE_ROUTES, MAX_INTAKE_ITEMS } from "../../functions/contract/intake-api.ts";
import { jsonLog } from "../../functions/http/log.ts";
import { readRecord } from "../../functions/use-cases/read-record.ts";
import { watchSources } from "../../functions/use-cases/watch-sources.ts";
import { useEngine } from "../support/engine.ts";
import { justNow, openIntake } from "../support/intake-door.ts";
import { writtenDuring } from "../support/written-during.ts";

const engine = await useEngine();
const intake = openIntake(engine);
const { putFacts, putManifests } = INTAKE_ROUTES;
const HOUR = 3_600_000;

const put = async (items: { readonly facts: readonly unknown[] } | { readonly manifests: readonly unknown[] }) => {
  const route = "facts" in items ? putFacts : putManifests;
  const { statusCode, json } = await intake.ask(route, items);
  if (statusCode !== 200) throw new Error(`The intake answered ${statusCode}.`);
  return route.answer.parse(json).results;
};
const order = (changes: object = {}) => ({
  ...{ kind: "case", type: "order", id: "O-77", customerId: "C-1", openedAt: "2026-06-15T08:00:00Z" },
  ...{ employeeIds: ["emp-7"] },
  ...changes,
});
const recordOf = async (customerId: string) => {
  const { header, accesses } = await readRecord(
    { ...intake, rulings: { of: async () => [] } },
    {
      ...{ customerKey: intake.keyring.customerKey(customerId), reference: "RG-7K2M-9QXD", period: {}, language: "en" },
      generatedAt: new Date(intake.clock()).toISOString(),
    },
  );
  return { ...header, rows: (await Array.fromAsync(accesses)).flat() };
};

describe("business facts that a system sends", () => {
  it("change how the next record judges what was there before", async () => {
    await intake.send([justNow({ eventId: "before-facts", customerId: "C-1" })]);
    expect((await recordOf("C-1")).rows).toMatchObject([{ evidence: "stated" }]);
    expect(await put({ facts: [order()] })).toEqual([{ outcome: "kept" }]);
    expect((await recordOf("C-1")).rows).toMatchObject([
      { evidence: "confirmed", evidenceWords: "Matches your order of 15 June 2026." },
    ]);
    expect(await put({ facts: [order({ customerId: "C-2" }), order({ customerId: "C-2" })] })).toHaveLength(2);
    expect((await recordOf("C-1")).rows).toMatchObject([{ evidence: "contradicted" }]);
  });

  it("stop none of the others: bad ones of 500, wherever they stand and whatever they are", async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(3_000)}1${"}".repeat(3_000)}`);
    const bad: readonly (readonly [unknown, string, string?])[] = [
      [null, "EVENT_FIELD_INVALID"],
      [[], "EVENT_FIELD_INVALID"],
      [{}, "EVENT_FIELD_MISSING", "kind"],
      [deep, "EVENT_TOO_LARGE"],
      [order({ kind: "rumour" }), "EVENT_FIELD_INVALID", "kind"],
      [order({ customerId: undefined }), "EVENT_FIELD_MISSING", "customerId"],
      [order({ phone: "07700 900477" }), "EVENT_FIELD_UNKNOWN", "phone"],
      [order({ employeeIds: Array.from({ length: 200 }, () => "x".repeat(100)) }), "EVENT_TOO_LARGE"],
      [{ kind: "employee", id: "emp-9", addressHashes: ["12 Mill Lane"] }, "EVENT_FIELD_INVALID", "addressHashes.0"],
    ];
    const facts: unknown[] = Array.from({ length: MAX_INTAKE_ITEMS }, (_, n) => order({ id: `crowd-${n}` }));
    for (const [n, [fact]] of bad.entries()) facts[n * 50] = fact;
    const results = await put({ facts });
    for (const [at, result] of results.entries()) {
      const [, code, field] = (at % 50 === 0 && bad[at / 50]) || [];
      const refused = { outcome: "rejected", code, ...(field !== undefined && { field }) };
      expect(result).toEqual(code === undefined ? { outcome: "kept" } : refused);
    }
    const ids = facts.map((_, n) => ({ type: "order", id: `crowd-${n}` }));
    expect((await intake.facts.cases(ids)).size).toBe(MAX_INTAKE_ITEMS - bad.length);
  });
});

describe("days that a source announces", () => {
  const YESTERDAY = "2026-06-14";
  const late = (eventId: string) =>
    justNow({ eventId, source: "till", customerId: "C-3", occurredAt: `${YESTERDAY}T10:00:00Z` });
  const announced = (changes: object = {}) => ({ source: "till", day: YESTERDAY, count: 3, ...changes });
  const count = () => watchSources(intake, Number.POSITIVE_INFINITY);
  beforeAll(async () => {
    await intake.send([late("a"), late("b"), late("a")]);
  });

  it("are answered one by one, and what was announced cannot be taken back", async () => {
    expect(
      await put({
        manifests: [
          announced(),
          announced({ count: -1 }),
          announced({ day: "2026-06-15" }),
          announced({ day: "2024-06-14" }),
          announced({ extra: "canary" }),
          "text",
          announced({ firstSeq: 3, lastSeq: 2 }),
        ],
      }),
    ).toEqual([
      { outcome: "kept" },
      { outcome: "rejected", code: "EVENT_FIELD_INVALID", field: "count" },
      { outcome: "rejected", code: "MANIFEST_DAY_OPEN", field: "day" },
      { outcome: "rejected", code: "MANIFEST_EXPIRED", field: "day" },
      { outcome: "rejected", code: "EVENT_FIELD_UNKNOWN", field: "extra" },
      { outcome: "rejected", code: "EVENT_FIELD_INVALID" },
      { outcome: "rejected", code: "EVENT_FIELD_INVALID", field: "lastSeq" },
    ]);
    const lowered = { outcome: "rejected", code: "MANIFEST_LOWERED", field: "count" };
    expect(await put({ manifests: [announced({ count: 2 }), announced()] })).toEqual([lowered, { outcome: "kept" }]);
    const other = { source: "app", day: YESTERDAY };
    expect(
      await put({
        manifests: [
          { ...other, count: 9 },
          { ...other, count: 8 },
        ],
      }),
    ).toEqual([{ outcome: "kept" }, lowered]);
  });

  it("show in records what is missing, until it has come", async () => {
    const told = "till: by its own count 3 entries on 14 June 2026; we received 2.";
    expect((await recordOf("C-3")).coverage.words).not.toContain(told);
    intake.wait(HOUR);
    expect(await count()).toMatchObject({ short: 2 });
    expect((await recordOf("C-3")).coverage.words).toContain(told);
    await intake.send([late("c")]);
    intake.wait(HOUR);
    expect(await count()).toMatchObject({ short: 0 });
    expect((await recordOf("C-3")).coverage.words).not.toContain(told);
  });
});

describe.each(["facts", "manifests"] as const)("a call with %s", (name) => {
  const route = name === "facts" ? putFacts : putManifests;

  it("is refused as a whole only where its envelope cannot be read, or nobody signed it", async () => {
    const codeOf = async (body: unknown, signed = true) => {
      const { statusCode, json } = await intake.ask(route, body, {}, signed);
      return [statusCode, json.code];
    };
    expect(await codeOf("{nonsense")).toEqual([400, "REQUEST_UNREADABLE"]);
    expect(await codeOf([])).toEqual([400, "REQUEST_INVALID"]);
    expect(await codeOf({ [name]: Array.from({ length: MAX_INTAKE_ITEMS + 1 }, () => null) })).toEqual([
      400,
      "REQUEST_INVALID",
    ]);
    expect(await codeOf(`{"${name}":[${" ".repeat(2 ** 20)}]}`)).toEqual([413, "REQUEST_TOO_LARGE"]);
    expect(await codeOf({ [name]: [] })).toEqual([200, undefined]);
    expect(await codeOf({ [name]: [] }, false)).toEqual([403, "REQUEST_UNSIGNED"]);
  });

  it("is told when to come again where the store stays away, and leaves nothing of anybody in the log", async () => {
    const canary = "canary-7f3a";
    const items = {
      facts: [order({ id: canary, customerId: canary }), order({ [canary]: canary }), order({ kind: canary })],
      manifests: [{ source: canary, day: "2026-06-14", count: 1 }, { [canary]: canary }],
    };
    const log = await writtenDuring(async (write) => {
      const lost = openIntake({ ...engine, portalTable: "no-such-table" }, { log: jsonLog(write) });
      const { statusCode, headers, json, sent } = await lost.ask(route, { [name]: items[name] });
      expect([statusCode, json.code, headers["retry-after"]]).toEqual([503, "UNAVAILABLE", "5"]);
      expect(sent).not.toContain(canary);
      const found = openIntake(engine, { log: jsonLog(write) });
      expect((await found.ask(route, { [name]: items[name] })).sent).not.toContain(canary);
    });
    expect(log).toContain("UNAVAILABLE");
    expect(log).not.toContain(canary);
  });
});
