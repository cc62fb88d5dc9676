import { describe, expect, it } from "vitest";
import { readNdjson } from "../../../../functions/formats/import/ndjson.ts";
import { eventInput } from "../../../support/arrivals.ts";

const read = (...lines: readonly string[]) => Array.fromAsync(readNdjson(chunks(lines.join("\n"))));
const chunks = async function* (text: string) {
  yield Buffer.from(text);
};
const line = (changes: object) => JSON.stringify({ ...eventInput(), ...changes });
const refusals = async (...lines: readonly string[]) =>
  (await read(...lines)).map(({ refusal }) => [refusal?.code, refusal?.field]);

describe("access events as NDJSON", () => {
  it("are read one a line, with defaults filled in and times in UTC", async () => {
    const [row] = await read(line({ occurredAt: "2026-05-03T09:30:00+02:00" }));
    expect(row?.line).toBe(1);
    expect(row?.value).toMatchObject({
      occurredAt: "2026-05-03T07:30:00.000Z",
      outcome: "success",
      involvement: "opened",
    });
  });

  it("are refused with the field that is missing, wrong or unknown", async () => {
    expect(
      await refusals(
        line({ employee: undefined }),
        line({ employee: { name: "Robin" } }),
        line({ customerId: undefined }),
        line({ customerId: [] }),
        line({ action: "stare" }),
        line({ employee: { id: "e", shoeSize: 43 } }),
        line({ "jane@example.com": 1 }),
        line({ dataCategories: ["ok", "NOT OK"] }),
      ),
    ).toEqual([
      ["EVENT_FIELD_MISSING", "employee"],
      ["EVENT_FIELD_MISSING", "employee.id"],
      ["EVENT_FIELD_MISSING", "customerId"],
      ["EVENT_FIELD_INVALID", "customerId"],
      ["EVENT_FIELD_INVALID", "action"],
      ["EVENT_FIELD_UNKNOWN", "employee.shoeSize"],
      ["EVENT_FIELD_UNKNOWN", ""],
      ["EVENT_FIELD_INVALID", "dataCategories.1"],
    ]);
  });

  it("are refused where a line is no object of JSON", async () => {
    expect(await refusals("{", "[]", "null", "7", "  ")).toEqual([
      ["EVENT_UNREADABLE", ""],
      ["EVENT_FIELD_INVALID", ""],
      ["EVENT_FIELD_INVALID", ""],
      ["EVENT_FIELD_INVALID", ""],
      ["EVENT_UNREADABLE", ""],
    ]);
  });

  it("never repeat in a refusal what the line said", async () => {
    const canary = "canary-7f3a";
    const rows = await read(
      line({ action: canary }),
      line({ [canary]: canary }),
      line({ customerId: [canary, 7] }),
      line({ occurredAt: canary }),
      `{"eventId": ${canary}`,
    );
    expect(rows.map(({ refusal }) => refusal === undefined)).toEqual([false, false, false, false, false]);
    expect(
      JSON.stringify(rows.map(({ refusal }) => [refusal?.message, refusal?.detail, refusal?.field])),
    ).not.toContain(canary);
  });
});
