import { expect, it } from "vitest";
import { type AlarmState, ringingChecks } from "../../../../functions/domain/doctor/ringing-checks.ts";
import { quarantineCheck } from "../../../../functions/domain/doctor/running-checks.ts";

const STACK = { "stack-one": "AlarmsCodesGuessed2644A4F9", "stack-two": "AlarmsBounces00000000" };
const alarm = (name: string, changes: Partial<AlarmState> = {}): AlarmState => ({
  ...{
    name,
    description: "A customer waits. What to do: OPERATIONS.md#mail-bounces",
    rings: false,
    tellsSomebody: true,
  },
  ...changes,
});
const told = (...states: AlarmState[]) =>
  ringingChecks(STACK, { value: states }).map(({ id, state, says, next }) => [id, state, says, next]);
const all = (changes: Partial<AlarmState> = {}) => [alarm("stack-one"), alarm("stack-two", changes)];

it("is content where no alarm rings", () => {
  expect(told(...all())).toEqual([["running.ringing", "ok", "None of 2 rings.", undefined]]);
});

it("says of each alarm that rings since when, what it means for a customer, and where its runbook is", () => {
  const since = "2026-11-26T08:15:30.000Z";
  expect(told(...all({ rings: true, since }))).toEqual([
    ["running.ringing", "ok", "1 of 2 ring.", undefined],
    [
      ...["running.ringing.Bounces", "todo", "It rings since 2026-11-26 08:15 UTC. A customer waits."],
      "Go through OPERATIONS.md#mail-bounces.",
    ],
  ]);
  expect(told(...all({ rings: true, description: "Changed by hand." }))[1]).toEqual([
    ...["running.ringing.Bounces", "todo", "It rings. Changed by hand.", "Go through OPERATIONS.md#runbook."],
  ]);
});

it("finds alarms that cannot ring: not there, or with nobody to tell", () => {
  expect(told(alarm("stack-one"))[0]?.[2]).toBe("Bounces of the stack's alarms cannot ring: not there.");
  expect(told(...all({ tellsSomebody: false }))[0]?.[2]).toBe(
    "The actions of Bounces are switched off: nobody is told.",
  );
});

it("says so where it may not look", () => {
  const [only, ...more] = ringingChecks(STACK, { error: "AccessDeniedException" });
  expect([only?.state, only?.next, more]).toEqual(["unknown", expect.stringContaining("DoctorPolicyArn"), []]);
});

it.each([
  [{ count: 0, oldest: undefined }, "ok", "Nothing waits in it."],
  [{ count: 1, oldest: "2026-11-02T00:00:00.000Z" }, "todo", "1 event waits, the oldest since 2026-11-02:"],
  [{ count: 2, oldest: "2026-11-02T00:00:00.000Z" }, "todo", "2 events wait, the oldest since 2026-11-02:"],
])("says of a quarantine with %j", (waiting, state, words) => {
  const check = quarantineCheck("test", { value: waiting });
  expect([check.state, check.says]).toEqual([state, expect.stringContaining(words)]);
  expect(check.next ?? "--stage test").toContain("--stage test");
});
