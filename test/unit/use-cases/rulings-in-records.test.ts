import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordDocument } from "../../../functions/contract/record.ts";
import type { Ruling } from "../../../functions/contract/ruling.ts";
import { STAFF_IDENTITIES } from "../../../functions/domain/vocabulary.ts";
import { keptCompany } from "../../support/records.ts";

const of = { at: "2026-06-10T08:00:00.000Z", reference: "RG-7K2M-9QXD" } as const;
const explanation = (eventId: string, source = "orders"): Ruling => ({
  kind: "explanation",
  ...of,
  access: { source, eventId },
  words: "They called you back.",
});
const release = (employeeId: string): Ruling => ({ kind: "release", ...of, employeeId });
const restriction = (purpose: string, until: string): Ruling => ({ kind: "restriction", ...of, purpose, until });

describe("what the data protection officer decided", () => {
  it("explains a look in its row, in every later record, and no other row", async () => {
    const kept = keptCompany();
    kept.rulings.push(explanation("e-1"), explanation("e-0", "billing"));
    await kept.log({ eventId: "e-0" }, { eventId: "e-1" });
    const record = await kept.read();
    expect(record.accesses.map((row) => row.explanation)).toEqual([
      undefined,
      { words: "They called you back.", at: of.at },
    ]);
    expect(recordDocument.parse(record)).toEqual(record);
  });

  it.each(STAFF_IDENTITIES)(
    "names whom two people released, whatever `%s` or a protection mark says",
    async (staffIdentity) => {
      const kept = keptCompany({ staffIdentity });
      kept.rulings.push(release("emp-8"));
      await kept.facts.putEmployees([
        { id: "emp-8", protected: true },
        { id: "emp-9", protected: true },
      ]);
      await kept.log(
        { eventId: "e-0", employee: { id: "emp-8", name: "Released Person" } },
        { eventId: "e-1", employee: { id: "emp-9", name: "Hidden Person" } },
      );
      const record = await kept.read();
      expect(record.accesses.map(({ employee }) => employee.name)).toEqual(["Released Person", undefined]);
      expect(JSON.stringify(record)).not.toContain("Hidden Person");
    },
  );

  it("holds a purpose back through its last day, for this customer as the configuration does for all", async () => {
    const kept = keptCompany();
    kept.rulings.push(restriction("DELIVERY", "2026-06-15"));
    await kept.log({ eventId: "e-0" }, { eventId: "e-1", purpose: "BILLING" });
    expect((await kept.read()).accesses.map(({ eventId }) => eventId)).toEqual(["e-1"]);
    const next = await kept.read({ generatedAt: "2026-06-15T23:00:00.000Z" });
    expect(next.accesses.map(({ eventId }) => eventId)).toEqual(["e-0", "e-1"]);
  });

  it("leaves no trace of a look that is held back: not by its explanation, its name or its number", async () => {
    const looks = fc.uniqueArray(
      fc.record({
        id: fc.nat(9),
        purpose: fc.constantFrom("DELIVERY", "FRAUD_SECURITY"),
        employee: fc.constantFrom("a", "b"),
        explained: fc.boolean(),
      }),
      { selector: ({ id }) => id, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(looks, async (all) => {
        const textOf = async (some: typeof all) => {
          const kept = keptCompany();
          kept.rulings.push(
            restriction("FRAUD_SECURITY", "2026-12-31"),
            ...all.filter(({ explained }) => explained).map(({ id }) => explanation(`e-${id}`)),
          );
          await kept.log(
            ...some.map(({ id, purpose, employee }) => ({ eventId: `e-${id}`, purpose, employee: { id: employee } })),
          );
          return JSON.stringify(await kept.read());
        };
        expect(await textOf(all)).toBe(await textOf(all.filter(({ purpose }) => purpose !== "FRAUD_SECURITY")));
      }),
    );
  });
});
