import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createMatterStore, createRulings } from "../../functions/adapters/matter-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import type { Matter } from "../../functions/contract/matter.ts";
import type { Deed } from "../../functions/contract/matter-entry.ts";
import type { Ruling } from "../../functions/contract/ruling.ts";
import { nextState } from "../../functions/domain/matter-acts.ts";
import { caseOf } from "../../functions/domain/matter-case.ts";
import { MATTER_STATES, type MatterState } from "../../functions/domain/matter-vocabulary.ts";
import { REFERENCE_BYTES, referenceFrom } from "../../functions/domain/request.ts";
import type { PortalStore } from "../../functions/use-cases/identity-ports.ts";
import type { MatterChange, MatterStore, Rulings } from "../../functions/use-cases/matter-ports.ts";
import type { Facts, Versioned } from "../../functions/use-cases/ports.ts";
import { NOW } from "../support/arrivals.ts";
import { ACT_NAMES, BALANCING, DEEDS, question, SAID } from "../support/deeds.ts";
import { keyedTable, useEngine } from "../support/engine.ts";
import { memoryFacts } from "../support/fakes/memory-facts.ts";
import { memoryMatters } from "../support/fakes/memory-matters.ts";
import { APPROVER, DPO, entry, matter } from "../support/matters.ts";

interface Parts {
  readonly store: Pick<PortalStore, "commit">;
  readonly matters: MatterStore;
  readonly rulings: Rulings;
  readonly facts: Facts;
}

const engine = await useEngine();

const onEngine = (): Parts => {
  const table = keyedTable(engine);
  return {
    store: createPortalStore(engine.client, table),
    matters: createMatterStore(engine.client, table),
    rulings: createRulings(engine.client, table),
    facts: createFacts(engine.client, engine.portalTable),
  };
};
const inMemory = (): Parts => {
  const facts = memoryFacts();
  return { ...memoryMatters(facts), facts };
};

describe.each([
  ["in memory", inMemory],
  ["on the engine", onEngine],
])("matters %s", (_, make) => {
  let parts: Parts;
  let customerKey: string;
  beforeEach(() => {
    parts = make();
    customerKey = randomUUID();
  });

  const fresh = (changes: Partial<Matter> = {}): Matter =>
    matter({ customerKey, reference: referenceFrom(randomBytes(REFERENCE_BYTES)), ...changes });
  const opening = (opened: Matter, deed = question()): MatterChange => ({
    kind: "open-matter",
    matter: opened,
    entry: entry(deed, randomUUID()),
  });
  const moving = (from: Versioned<Matter>, deed: Deed, changes: Partial<Matter> = {}): MatterChange => ({
    kind: "move-matter",
    from,
    to: { ...from.value, ...changes },
    entry: entry(deed, randomUUID()),
  });
  const current = async ({ reference }: Matter): Promise<Versioned<Matter>> => {
    const found = await parts.matters.matterOf(reference);
    if (found === undefined) throw new Error("There is no such matter.");
    return found;
  };
  /** A matter that was brought into a state by a legal way. */
  const inState = async (state: MatterState): Promise<Versioned<Matter>> => {
    const opened = fresh();
    await parts.store.commit([opening(opened)]);
    const go = async (deed: Deed, to: Partial<Matter>) => parts.store.commit([moving(await current(opened), deed, to)]);
    if (state !== "received") await go(DEEDS.take, { state: "in-hand" });
    if (state === "paused") await go(DEEDS.pause, { state });
    if (state === "closed") await go(DEEDS.close, { state, closedAt: NOW });
    return current(opened);
  };

  it("are given back whole, at revision 1 from the first on", async () => {
    const opened = fresh({
      ...{ handler: DPO, workers: ["dpo-1"], employeeIds: ["emp-7"], overdueTold: ["2026-07-15"] },
      release: {
        ...{ state: "proposed", employeeId: "emp-7", balancing: BALANCING, words: SAID, proposedBy: DPO },
        ...{ proposedAt: NOW, expiresAt: NOW },
      },
      breach: { employeeId: "emp-7", awareAt: NOW, notifyBy: NOW },
    });
    expect(await parts.matters.matterOf(opened.reference)).toBeUndefined();
    expect(await parts.store.commit([opening(opened)])).toBe(true);
    expect(await parts.matters.matterOf(opened.reference)).toEqual({ value: opened, revision: 1 });
    expect(await parts.matters.openMatterOf(customerKey)).toBe(opened.reference);
    expect(await parts.matters.mattersOf(customerKey)).toEqual([opened.reference]);
    expect(await parts.matters.openMatters()).toContainEqual(opened);
  });

  it("are one open matter for a customer, however many are opened at once", async () => {
    const tries = Array.from({ length: 6 }, () => fresh());
    const done = await Promise.all(tries.map((one) => parts.store.commit([opening(one)])));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await parts.matters.mattersOf(customerKey)).toHaveLength(1);
    expect((await parts.matters.openMatters()).filter((one) => one.customerKey === customerKey)).toHaveLength(1);
  });

  it("leave the place to the next one when they close, and never take a reference twice", async () => {
    const closed = await inState("closed");
    expect(await parts.matters.openMatterOf(customerKey)).toBeUndefined();
    expect(await parts.store.commit([opening(fresh({ reference: closed.value.reference }))])).toBe(false);
    const next = fresh({ openedAt: "2026-06-16T00:00:00.000Z" });
    expect(await parts.store.commit([opening(next)])).toBe(true);
    expect(await parts.matters.mattersOf(customerKey)).toEqual([closed.value.reference, next.reference]);
    expect(await parts.matters.openMatterOf(customerKey)).toBe(next.reference);
  });

  it("let only one of those who saw the same revision move it, and lose nothing of the other", async () => {
    const from = await inState("in-hand");
    const moves = ["one", "two", "three"].map((words) => moving(from, { act: "note", words }));
    const done = await Promise.all(moves.map((one) => parts.store.commit([one])));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect((await current(from.value)).revision).toBe(from.revision + 1);
    expect(await parts.matters.entriesOf(from.value.reference)).toHaveLength(3);
    expect(await parts.store.commit([moving(from, DEEDS.note)])).toBe(false);
  });

  it.each(MATTER_STATES)("refuse by themselves every act that is not legal when they are %s", async (state) => {
    for (const act of ACT_NAMES) {
      const from = await inState(state);
      const to = nextState(act, state);
      // Whatever the code claims: the state that is stored decides.
      const claimed: Versioned<Matter> = { ...from, value: { ...from.value, state: "in-hand" } };
      const change = moving(claimed, DEEDS[act], { state: to ?? "in-hand", ...(to === "closed" && { closedAt: NOW }) });
      const isLegal = act !== "raise" && to !== undefined;
      expect([act, isLegal ? await parts.store.commit([change]) : await refused(change)]).toEqual([act, isLegal]);
      expect((await current(from.value)).value.state).toBe(isLegal ? to : state);
      await close(from.value);
    }
  });
  /** An act without any prior state may be refused by the engine's own grammar too. */
  const refused = (change: MatterChange): Promise<boolean> => parts.store.commit([change]).catch(() => false);
  const close = async (one: Matter) => {
    const from = await current(one);
    if (from.value.state === "received") await parts.store.commit([moving(from, DEEDS.take, { state: "in-hand" })]);
    if (from.value.state === "paused") await parts.store.commit([moving(from, DEEDS.resume, { state: "in-hand" })]);
    const last = await current(one);
    if (last.value.state !== "closed")
      await parts.store.commit([moving(last, DEEDS.close, { state: "closed", closedAt: NOW })]);
  };

  it("tell their story in the order in which it happened, past the first page, within one millisecond too", async () => {
    const { value: opened } = await inState("in-hand");
    // 200 entries of 8 KB: more than the megabyte that one page of a query reads, all at the same instant.
    const words = "x".repeat(1_990);
    const balancing = { essentialFor: words, otherMeans: words, employeeView: words, safety: words };
    for (let n = 0; n < 200; n += 1) {
      const deed: Deed = { act: "propose-release", employeeId: `emp-${n}`, balancing };
      await parts.store.commit([moving(await current(opened), deed)]);
    }
    const story = await parts.matters.entriesOf(opened.reference);
    const proposed = story.flatMap(({ deed }) => (deed.act === "propose-release" ? [deed.employeeId] : []));
    expect(proposed).toEqual(Array.from({ length: 200 }, (_each, n) => `emp-${n}`));
    expect(story.map(({ deed }) => deed.act).slice(0, 2)).toEqual(["raise", "take"]);
  });

  it("stand among those of the month in which they closed, and no longer in the queue", async () => {
    const from = await inState("in-hand");
    const closedAt = "2026-06-30T23:59:59.999Z";
    await parts.store.commit([moving(from, DEEDS.close, { state: "closed", closedAt })]);
    const references = async (month: string) =>
      (await parts.matters.closedMatters(month)).map(({ reference }) => reference);
    expect(await references("2026-06")).toContain(from.value.reference);
    expect(await references("2026-07")).not.toContain(from.value.reference);
    const queue = await parts.matters.openMatters();
    expect(queue.map(({ reference }) => reference)).not.toContain(from.value.reference);
  });

  it("open a link once and spend it once, with the act that it is for or not at all", async () => {
    const from = await inState("in-hand");
    const { reference } = from.value;
    const link = { tokenKey: randomUUID(), reference, askId: "a-1", endsAt: Date.parse(NOW) };
    expect(await parts.matters.linkOf(link.tokenKey)).toBeUndefined();
    expect(await parts.store.commit([{ kind: "open-link", link }])).toBe(true);
    expect(await parts.store.commit([{ kind: "open-link", link: { ...link, askId: "a-2" } }])).toBe(false);
    expect(await parts.matters.linkOf(link.tokenKey)).toEqual(link);
    const answer = (revision: number) => [
      moving({ ...from, revision }, DEEDS.answer),
      { kind: "spend-link", tokenKey: link.tokenKey } as const,
    ];
    expect(await parts.store.commit(answer(from.revision + 7))).toBe(false);
    expect(await parts.matters.linkOf(link.tokenKey)).toEqual(link);
    expect(await parts.store.commit(answer(from.revision))).toBe(true);
    expect(await parts.matters.linkOf(link.tokenKey)).toBeUndefined();
    expect(await parts.store.commit(answer(from.revision + 1))).toBe(false);
    expect(await parts.matters.entriesOf(reference)).toHaveLength(3);
  });

  it("rule for one customer, each access, name and purpose once, the latest word", async () => {
    const of = { at: NOW, reference: "RG-7K2M-Q9XD" } as const;
    const explained = (eventId: string, words: string): Ruling => ({
      ...{ kind: "explanation", ...of, words },
      access: { source: "orders", eventId },
    });
    const restricted = (until: string): Ruling => ({ kind: "restriction", ...of, purpose: "FRAUD_SECURITY", until });
    const released = (employeeId: string): Ruling => ({ kind: "release", ...of, employeeId });
    const rule = (ruling: Ruling) => parts.store.commit([{ kind: "rule", customerKey, ruling }]);
    for (const one of [explained("a#b", "first"), explained("a#b", "last"), explained("a", "other")]) await rule(one);
    for (const one of [restricted("2026-12-31"), restricted("2026-06-14"), released("emp-7")]) await rule(one);
    const ruled = await parts.rulings.of(customerKey);
    expect(ruled).toHaveLength(4);
    for (const one of [explained("a#b", "last"), explained("a", "other"), restricted("2026-06-14"), released("emp-7")])
      expect(ruled).toContainEqual(one);
    expect(await parts.rulings.of(randomUUID())).toEqual([]);
  });

  it("are a case that bears looks out, written with the matter or not at all", async () => {
    const from = await inState("in-hand");
    const worked = { ...from.value, workers: [DPO.id, APPROVER.id] };
    const reference = { type: "matter", id: from.value.reference };
    const change = (revision: number): MatterChange[] => [
      moving({ ...from, revision }, DEEDS.note),
      { kind: "keep-case", case: caseOf(worked) },
    ];
    expect(await parts.store.commit(change(from.revision + 1))).toBe(false);
    expect((await parts.facts.cases([reference])).size).toBe(0);
    expect(await parts.store.commit(change(from.revision))).toBe(true);
    expect([...(await parts.facts.cases([reference])).values()]).toEqual([
      {
        ...{ ...reference, customerKey, openedAt: NOW },
        ...{ employeeIds: [DPO.id, APPROVER.id], units: [] },
      },
    ]);
  });
});
