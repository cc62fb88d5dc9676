import { describe, expect, it } from "vitest";
import { readCustomers } from "../../../../functions/formats/import/customers.ts";

const chunks = async function* (text: string) {
  yield Buffer.from(text);
};
const read = async (...lines: readonly string[]) =>
  (await Array.fromAsync(readCustomers(chunks(lines.join("\n"))))).map(({ line, value, refusal }) =>
    refusal ? [line, refusal.code, refusal.field] : [line, value.customerId, value.email],
  );

describe("the list of customers", () => {
  it("is read with or without its header", async () => {
    const pairs = ["C-1,ana@example.com", "C-1, ana@work.example ", '"C-2","ana@example.com"'];
    const read1 = await read("customerId,email", ...pairs);
    expect(read1).toEqual([
      [2, "C-1", "ana@example.com"],
      [3, "C-1", "ana@work.example"],
      [4, "C-2", "ana@example.com"],
    ]);
    expect(await read(...pairs)).toEqual(read1.map(([line, ...pair]) => [Number(line) - 1, ...pair]));
    expect(await read("")).toEqual([]);
  });

  it("leaves out, one by one, what is no pair of customer and address", async () => {
    expect(
      await read(
        "C-1,ana@example.com",
        "C-2",
        "C-3,",
        ",ana@example.com",
        "C-4,not an address",
        "C-5,a@example.com,x",
        "ana@example.com,C-6",
      ),
    ).toEqual([
      [1, "C-1", "ana@example.com"],
      [2, "EVENT_UNREADABLE", ""],
      [3, "EVENT_FIELD_MISSING", "email"],
      [4, "EVENT_FIELD_MISSING", "customerId"],
      [5, "EVENT_FIELD_INVALID", "email"],
      [6, "EVENT_UNREADABLE", ""],
      [7, "EVENT_FIELD_INVALID", "email"],
    ]);
  });
});
