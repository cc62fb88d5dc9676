import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AccessEventInput,
  accessEvent,
  MAX_CUSTOMERS_PER_EVENT,
} from "../../../functions/contract/access-event.ts";

const look: AccessEventInput = {
  eventId: "look-1",
  source: "help-desk",
  occurredAt: "2026-03-29T02:30:00+02:00",
  customerId: "C-1001",
  employee: { id: "E-7" },
  action: "view",
};

/** The paths of the fields that are refused, as texts. */
const refused = (event: unknown): string[] => {
  const { success, error } = accessEvent.safeParse(event);
  return success ? [] : (error?.issues.map(({ path }) => path.join(".")) ?? []);
};

describe("the access event", () => {
  it("reads instants with an offset to UTC with milliseconds and fills in what a company may leave out", () => {
    expect(accessEvent.parse(look)).toEqual({
      ...look,
      occurredAt: "2026-03-29T00:30:00.000Z",
      employee: { id: "E-7", type: "employee" },
      involvement: "opened",
      dataCategories: [],
      fieldsRevealed: [],
      purpose: "NOT_RECORDED",
      breakGlass: false,
      outcome: "success",
    });
  });

  it.each([
    ["a time without an offset", { occurredAt: "2026-03-29T02:30:00" }, "occurredAt"],
    ["a date without a time", { occurredAt: "2026-03-29" }, "occurredAt"],
    ["a day that does not exist", { occurredAt: "2026-02-30T10:00:00Z" }, "occurredAt"],
    ["an offset that leaves the calendar", { occurredAt: "9999-12-31T23:59:59-01:00" }, "occurredAt"],
    ["an unknown action", { action: "peek" }, "action"],
    ["an empty customer", { customerId: "  " }, "customerId"],
    ["an employee without an id", { employee: { name: "A" } }, "employee.id"],
    ["a source with spaces", { source: "Help desk" }, "source"],
    ["a purpose in small letters", { purpose: "delivery" }, "purpose"],
    ["a value among the names of fields", { fieldsRevealed: ["x".repeat(81)] }, "fieldsRevealed.0"],
    ["a free text of 201 characters", { purposeText: "x".repeat(201) }, "purposeText"],
    ["a NUL in an id", { eventId: "look\u0000" }, "eventId"],
    ["a direction override in a name", { employee: { id: "E", name: "Anna\u202egnp" } }, "employee.name"],
    ["a lone surrogate", { recipient: "\ud800" }, "recipient"],
    ["a counter that starts at 0", { sourceSeq: 0 }, "sourceSeq"],
  ])("refuses %s and names the field", (_what, change, field) => {
    expect(refused({ ...look, ...change })).toEqual([field]);
  });

  it("refuses a field that it does not know", () => {
    expect(accessEvent.safeParse({ ...look, phoneNumber: "1" }).success).toBe(false);
  });

  it("takes several customers in one look, up to a limit", () => {
    const customers = (count: number) => Array.from({ length: count }, (_, index) => `C-${index}`);
    expect(refused({ ...look, customerId: customers(MAX_CUSTOMERS_PER_EVENT) })).toEqual([]);
    expect(refused({ ...look, customerId: customers(MAX_CUSTOMERS_PER_EVENT + 1) })).toEqual(["customerId"]);
    expect(refused({ ...look, customerId: [] })).toEqual(["customerId"]);
  });

  it("keeps every instant that it reads: text order is time order", () => {
    const instants = fc.date({ min: new Date(0), max: new Date("9998-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, instants, fc.integer({ min: -14, max: 14 }), (one, other, hours) => {
        const sign = hours < 0 ? "-" : "+";
        const offset = `${sign}${String(Math.abs(hours)).padStart(2, "0")}:00`;
        const local = new Date(one.getTime() + hours * 3_600_000).toISOString().replace("Z", offset);
        fc.pre(local.length === 29);
        const read = (occurredAt: string) => accessEvent.parse({ ...look, occurredAt }).occurredAt;
        expect(read(local)).toBe(one.toISOString());
        expect(read(local) < read(other.toISOString())).toBe(one < other);
      }),
    );
  });
});
