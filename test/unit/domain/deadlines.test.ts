import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breachNotification, complaintAcknowledgement } from "../../../functions/domain/deadlines.ts";
import { jurisdictionOf } from "../../../functions/domain/jurisdiction.ts";
import { civilDateOf } from "../../../functions/domain/period.ts";

const englandAndWales = jurisdictionOf("GB-ENG");

describe("the acknowledgement of a complaint", () => {
  it("counts thirty days from the day after receipt and rolls", () => {
    expect(complaintAcknowledgement("2026-06-19", englandAndWales)).toEqual({
      on: "2026-07-20",
      steps: [
        { kind: "received", on: "2026-06-19" },
        { kind: "days-later", days: 30, on: "2026-07-19" },
        { kind: "rolled", from: "2026-07-19", to: "2026-07-20", because: "sunday", holidays: [] },
      ],
    });
    expect(complaintAcknowledgement("2026-06-30", englandAndWales)?.on).toBe("2026-07-30");
    expect(complaintAcknowledgement("2026-06-13", jurisdictionOf("GB-NIR"))).toBeUndefined();
    expect(complaintAcknowledgement("2027-06-12", jurisdictionOf("GB-NIR"))?.on).toBe("2027-07-13");
  });

  it("is owed by no law before 19 June 2026, and by none of the EU", () => {
    expect(complaintAcknowledgement("2026-06-18", englandAndWales)).toBeUndefined();
    expect(complaintAcknowledgement("2026-06-19", jurisdictionOf("FR"))).toBeUndefined();
  });
});

describe("the notification of a breach", () => {
  it("is due 72 hours after it was known, over Good Friday and Easter", () => {
    // Friday 3 April 2026, 16:00 in London.
    expect(breachNotification("2026-04-03T15:00:00Z").at).toBe("2026-04-06T15:00:00.000Z");
  });

  it("counts hours, not clock faces, where the clock is put forward", () => {
    const { at } = breachNotification("2026-03-27T16:00:00.000Z");
    expect(civilDateOf(at, "Europe/London")).toBe("2026-03-30");
    const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (known) => {
        expect(Date.parse(breachNotification(known.toISOString()).at) - known.getTime()).toBe(72 * 3_600_000);
      }),
    );
  });
});
