import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Matter } from "../../../../functions/contract/matter.ts";
import type { Entry } from "../../../../functions/contract/matter-entry.ts";
import { caseKey } from "../../../../functions/domain/access.ts";
import { RELEASE_LIFE_MS } from "../../../../functions/domain/four-eyes.ts";
import { ACTS, type Actor, mayAct, nextState } from "../../../../functions/domain/matter-acts.ts";
import type { MatterState } from "../../../../functions/domain/matter-vocabulary.ts";
import { type Desk, DRIVER, openDesk } from "../../../support/desk-room.ts";
import { actingOn } from "../../../support/matter-commands.ts";
import { CUSTOMERS, plainWays, steps } from "../../../support/matter-steps.ts";

const NAME = "Robin Vance";

const roleOf = ({ by }: Entry): Actor => (by.kind === "staff" ? by.role : by.kind);
const letterOf = ({ deed }: Entry) => ("letter" in deed ? deed.letter : undefined);

/** Every act legal by the table and by whoever did it, one entry for each revision, and nothing after the end. */
const checkStory = (matter: Matter, revision: number, entries: readonly Entry[]): void => {
  const [first, ...rest] = entries;
  expect([first?.deed.act, entries.length]).toEqual(["raise", revision]);
  const end = rest.reduce<MatterState>((state, entry) => {
    const to = nextState(entry.deed.act, state);
    expect([entry.deed.act, state, to !== undefined]).toEqual([entry.deed.act, state, true]);
    return to ?? state;
  }, "received");
  expect(end).toBe(matter.state);
  for (const entry of entries) expect(mayAct(entry.deed.act, roleOf(entry))).toBe(true);
  expect(matter.closedAt !== undefined).toBe(matter.state === "closed");
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
};

/** The name stands in letters of releases alone, and those had two people, an employee who was heard, and time left. */
const checkNames = (entries: readonly Entry[]): void => {
  for (const [at, entry] of entries.entries()) {
    const said = JSON.stringify(letterOf(entry) ?? "");
    if (entry.deed.act !== "approve-release") {
      expect(said).not.toContain(NAME);
      continue;
    }
    const proposal = entries.slice(0, at).findLast(({ deed }) => deed.act === "propose-release");
    const before = entries.slice(0, proposal === undefined ? 0 : entries.indexOf(proposal));
    expect(before.some(({ deed }) => deed.act === "answer" || deed.act === "lapse")).toBe(true);
    if (proposal?.by.kind !== "staff" || entry.by.kind !== "staff") throw new Error("Nobody of the desk did it.");
    expect([DRIVER, "boss-1", "key", proposal.by.id]).not.toContain(entry.by.id);
    expect([undefined, proposal.by.unit]).not.toContain(entry.by.unit);
    expect(Date.parse(entry.at) - Date.parse(proposal.at)).toBeLessThan(RELEASE_LIFE_MS);
  }
};

/** Every letter but what came at once with the customer's own words rang at their address, each once, under one reference. */
const checkLetters = (desk: Desk, matter: Matter, entries: readonly Entry[]): void => {
  const { reference } = matter;
  let isReachable = false;
  let rings = 0;
  for (const entry of entries) {
    const letter = letterOf(entry);
    const references = JSON.stringify(letter ?? "").match(/RG-[0-9A-Z]{4}-[0-9A-Z]{4}/g) ?? [];
    expect(references.filter((one) => one !== reference)).toEqual([]);
    if (letter !== undefined) expect(references.length).toBeGreaterThan(0);
    if (entry.by.kind === "customer") isReachable = true;
    else if (letter !== undefined && isReachable) rings += 1;
  }
  const rang = desk.mails.filter(({ content }) => content.kind === "news" && content.reference === reference);
  expect(rang).toHaveLength(rings);
  expect(rang.every(({ address }) => address === `${matter.customerKey}@example.com`)).toBe(true);
};

const checkMatter = async (desk: Desk, { reference }: Matter): Promise<void> => {
  const { value: matter, revision } = await desk.current(reference);
  const entries = await desk.story(reference);
  checkStory(matter, revision, entries);
  checkNames(entries);
  checkLetters(desk, matter, entries);
  const audited = desk.audit.filter((line) => line.reference === reference).map(({ act }) => act);
  expect(audited.toSorted()).toEqual(entries.map(({ deed }) => `matter-${deed.act}`).sort());
  const known = await desk.facts.cases([{ type: "matter", id: reference }]);
  const workers = entries.flatMap(({ by, deed }) =>
    by.kind === "staff" && ["take", "approve-release", "decline-release"].includes(deed.act) ? [by.id] : [],
  );
  expect(known.get(caseKey({ type: "matter", id: reference }))).toMatchObject({
    ...{ customerKey: matter.customerKey, employeeIds: [...new Set(workers)] },
    ...(matter.closedAt !== undefined && { closedAt: matter.closedAt }),
  });
  const overdue = entries.flatMap(({ deed }) => (deed.act === "overdue" ? [deed.deadline] : []));
  expect(new Set(overdue).size).toBe(overdue.length);
};

describe("a matter, whatever everybody does and whatever the store does", () => {
  it("keeps to its table, loses no word, tells of every act, and names nobody who was not released", async () => {
    const reached = new Set<string>();
    await fc.assert(
      fc.asyncProperty(steps, async (run) => {
        const desk = await openDesk();
        await desk.facts.putEmployees([{ id: DRIVER, protected: false, managerId: "boss-1" }]);
        await desk.log({ eventId: "e-2" }, { customerKeys: ["customer-2"] });
        const { act, all, told } = actingOn(desk);
        const ended = new Map<string, string>();
        for (const step of run) {
          await act(step);
          for (const matter of await all()) {
            // Closed once, it never moves again.
            const stands = JSON.stringify([matter, await desk.story(matter.reference)]);
            if (matter.state === "closed") expect(stands).toBe(ended.get(matter.reference) ?? stands);
            if (matter.state === "closed") ended.set(matter.reference, stands);
          }
          for (const customer of CUSTOMERS) {
            const open = (await all()).filter((one) => one.customerKey === customer && one.state !== "closed");
            expect(open.map(({ reference }) => reference)).toEqual(
              [await desk.matters.openMatterOf(customer)].filter((one) => one !== undefined),
            );
          }
        }
        const matters = await all();
        for (const matter of matters) await checkMatter(desk, matter);
        const stories = (await Promise.all(matters.map(({ reference }) => desk.story(reference)))).flat();
        const written = JSON.stringify(stories);
        for (const { words, accepted } of told) if (accepted) expect(written).toContain(words);
        for (const { deed } of stories) reached.add(deed.act);
      }),
      { numRuns: 120, examples: plainWays.map((way) => [way]) },
    );
    // The runs get everywhere, so that what was held was held of every act.
    expect([...reached].sort()).toEqual(Object.keys(ACTS).sort());
  });
});
