import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { EVER } from "../../../functions/domain/period.ts";
import { checkSignals } from "../../../functions/use-cases/check-signals.ts";
import type { Change } from "../../../functions/use-cases/identity-ports.ts";
import { WATCHED_AT, watchedCompany } from "../../support/watched-company.ts";

/** The company's own check over what is kept, and what was noted of it. */
const checked = (kept: ReturnType<typeof watchedCompany>, commits = true) => {
  const noted: Change[] = [];
  const parts = {
    ...kept,
    keyring: createKeyring("a secret of at least thirty-two characters"),
    store: {
      commit: async (changes: readonly Change[]) => {
        noted.push(...changes);
        return commits;
      },
    },
    matters: { openMatters: async () => [], closedMatters: async () => [], entriesOf: async () => [] },
    clock: () => Date.parse(WATCHED_AT),
    random: randomBytes,
  };
  const command = { employeeId: "dpo-1" };
  return {
    noted,
    run: (since: string, until?: string) => Array.fromAsync(checkSignals(parts, { ...command, since, until })),
  };
};

const rowsOf = async ({ accessLog }: ReturnType<typeof watchedCompany>, customerKey: string) =>
  (await Array.fromAsync(accessLog.ofCustomer(customerKey, EVER))).flat();

describe("the company's own check for signals", () => {
  it("notes who looked before it reads, by keyed hash, and that it is about nobody in particular", async () => {
    const { noted, run } = checked(watchedCompany());
    expect(await run("2026-05-01")).toEqual([]);
    expect(noted).toMatchObject([{ kind: "audit", act: "signals-checked", at: Date.parse(WATCHED_AT) }]);
    expect(JSON.stringify(noted)).not.toContain("dpo-1");
  });

  it("stands in the log of each customer about whom there is a signal, as listed, and of no other", async () => {
    const kept = watchedCompany();
    const customers = Array.from({ length: 50 }, (_, n) => `c-${n}`);
    await kept.log(...customers.map((key) => ["2026-05-10T10:00:00Z", {}, [key]] as const));
    await kept.order();
    await kept.log(["2026-05-03T10:00:00Z", { case: { type: "order", id: "O-77" } }]);
    const signals = (await checked(kept).run("2026-05-01")).flat();
    expect(signals).toHaveLength(50);
    for (const key of customers) {
      const [, look, ...more] = await rowsOf(kept, key);
      expect(look).toMatchObject({
        source: "regard",
        employee: { id: "dpo-1" },
        action: "list",
        involvement: "listed",
        purpose: "AUDIT_OVERSIGHT",
        occurredAt: WATCHED_AT,
      });
      expect(more).toEqual([]);
    }
    expect(await rowsOf(kept, "customer-1")).toHaveLength(1);
    expect((await kept.sources.all()).map(({ source }) => source)).toEqual(["regard"]);
  });

  it("finds the same again: a look of its own is no signal", async () => {
    const kept = watchedCompany();
    await kept.log(["2026-05-10T10:00:00Z"]);
    const first = await checked(kept).run("2026-05-01");
    expect(await checked(kept).run("2026-05-01")).toEqual(first);
  });

  it("shows nothing of what could not be logged", async () => {
    const kept = watchedCompany();
    await kept.log(["2026-05-10T10:00:00Z"]);
    await expect(checked(kept, false).run("2026-05-01")).rejects.toMatchObject({ code: "LOOK_NOT_LOGGED" });
    kept.accessLog.append = async () => {
      throw new Error("away");
    };
    await expect(checked(kept).run("2026-05-01")).rejects.toMatchObject({ code: "LOOK_NOT_LOGGED" });
  });

  it("takes civil dates of the company's zone, both included", async () => {
    const kept = watchedCompany();
    await kept.log(
      ["2026-05-09T22:59:59Z", {}, ["a"]],
      ["2026-05-09T23:00:00Z", {}, ["b"]],
      ["2026-05-10T22:59:59Z", {}, ["c"]],
    );
    await kept.log(["2026-05-10T23:00:00Z", {}, ["d"]]);
    const found = (await checked(kept).run("2026-05-10", "2026-05-10")).flat();
    expect(found.map(({ customerKey }) => customerKey)).toEqual(["b", "c"]);
    await expect(checked(kept).run("2026-05-10", "2026-05-09")).rejects.toMatchObject({ code: "REQUEST_INVALID" });
  });
});
