import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessEventInput } from "../../../functions/contract/access-event.ts";
import { findShownAccesses } from "../../../functions/use-cases/find-shown-accesses.ts";
import { keptCompany, NOW } from "../../support/records.ts";

const event = fc.record({
  id: fc.nat(11),
  corrects: fc.option(fc.nat(11), { freq: 2 }),
  day: fc.integer({ min: 1, max: 28 }),
  purpose: fc.constantFrom("DELIVERY", "BILLING", "FRAUD_SECURITY", "LEGAL_REQUEST"),
  isLate: fc.boolean(),
});
const events = fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 12 });

describe("the rows that a customer may ask about", () => {
  it("are the rows of their record, whatever was corrected, restricted or is not there yet", async () => {
    await fc.assert(
      fc.asyncProperty(events, async (drawn) => {
        const kept = keptCompany({
          restrictions: [{ purpose: "FRAUD_SECURITY", until: "2026-12-31", reason: "An open investigation." }],
        });
        kept.rulings.push({
          kind: "restriction",
          at: "2026-06-01T00:00:00.000Z",
          reference: "RG-7K2M-9QXD",
          purpose: "LEGAL_REQUEST",
          until: "2026-12-31",
        });
        for (const { id, corrects, day, purpose, isLate } of drawn) {
          const input: Partial<AccessEventInput> = {
            eventId: `e-${id}`,
            occurredAt: `2026-05-${String(day).padStart(2, "0")}T08:00:00Z`,
            purpose,
            ...(corrects !== null && { supersedes: `e-${corrects}` }),
          };
          await kept.logAt(isLate ? "2026-06-15T12:00:00.001Z" : NOW, input);
        }
        const named = Array.from({ length: 14 }, (_, id) => ({ source: "orders", eventId: `e-${id}` }));
        const found = await findShownAccesses({ ...kept.parts, clock: () => Date.parse(NOW) }, "customer-1", named);
        const record = await kept.read();
        expect(found.map(({ eventId }) => eventId)).toEqual(record.accesses.map(({ eventId }) => eventId));
      }),
    );
  });

  it("are nobody else's, and none that was not named", async () => {
    const kept = keptCompany();
    await kept.log({ eventId: "e-0" }, { eventId: "e-1" });
    await kept.logFor(["customer-2"], { eventId: "e-2" });
    const named = ["e-1", "e-2", "never"].map((eventId) => ({ source: "orders", eventId }));
    const found = await findShownAccesses({ ...kept.parts, clock: () => Date.parse(NOW) }, "customer-1", named);
    expect(found.map(({ eventId }) => eventId)).toEqual(["e-1"]);
  });
});
