import { describe, expect, it } from "vitest";
import { type EventMapInput, parseEventMap } from "../../../../functions/contract/event-map.ts";
import { readCsv } from "../../../../functions/formats/import/csv.ts";

const MAP = {
  source: "permit-desk",
  timeZone: "Europe/Amsterdam",
  columns: {
    eventId: "Id",
    occurredAt: "Time",
    customerId: "File",
    "employee.id": "Clerk",
    "employee.unit": "Group",
    "case.id": "File",
  },
  values: { action: "view", "case.type": "permit", dataCategories: ["permit"] },
  translate: { purpose: { column: "Step", table: { Intake: "ACCOUNT_ADMIN", "*": "COMPLAINT_CLAIM" } } },
  missing: ["EMPTY"],
} satisfies EventMapInput;
const HEADER = "Id,Time,File,Clerk,Group,Step";
const ROW = "t-1,2026-05-03 09:30:00.250000,F-1,c-7,Group 1,Intake";

const chunks = async function* (text: string) {
  yield Buffer.from(text);
};
const read = (lines: readonly string[], changes: Partial<EventMapInput> = {}) =>
  Array.fromAsync(
    readCsv(
      chunks(lines.join("\n")),
      parseEventMap({ ...MAP, ...changes }),
      (line, cells) => `${line}:${cells.join("|")}`,
    ),
  );
const one = async (row: string, changes: Partial<EventMapInput> = {}, header = HEADER) =>
  (await read([header, row], changes))[0];
const refusal = async (...given: Parameters<typeof one>) => {
  const row = await one(...given);
  return [row?.line, row?.refusal?.code, row?.refusal?.field];
};

describe("access events as CSV", () => {
  it("are put together from columns, values and translations", async () => {
    expect(await one(ROW)).toEqual({
      line: 2,
      value: {
        eventId: "t-1",
        source: "permit-desk",
        occurredAt: "2026-05-03T07:30:00.250Z",
        customerId: "F-1",
        employee: { id: "c-7", unit: "Group 1", type: "employee" },
        action: "view",
        involvement: "opened",
        dataCategories: ["permit"],
        fieldsRevealed: [],
        purpose: "ACCOUNT_ADMIN",
        case: { type: "permit", id: "F-1" },
        breakGlass: false,
        outcome: "success",
      },
    });
  });

  it("fall back to * and, without a text, to no recorded reason", async () => {
    expect((await one(ROW.replace("Intake", "Something else")))?.value?.purpose).toBe("COMPLAINT_CLAIM");
    expect((await one(ROW.replace("Intake", "")))?.value?.purpose).toBe("NOT_RECORDED");
    expect((await one(ROW.replace("Intake", "toString")))?.value?.purpose).toBe("COMPLAINT_CLAIM");
  });

  it("take a part of a text by a template, and the first of several columns that has something", async () => {
    const { customerId: _, ...columns } = MAP.columns;
    const templates = { customerId: { column: ["Group", "File"], template: ["customers/{}/*", "F-{}"] } };
    expect((await one(ROW, { columns, templates }))?.refusal?.field).toBe("customerId"); // "Group 1" fits neither
    const read = async (group: string) =>
      (await one(ROW.replace("Group 1", group), { columns, templates }))?.value?.customerId;
    expect(await read("customers/C-7/orders/1.json")).toBe("C-7");
    expect(await read("EMPTY")).toBe("1");
    expect(await read("customers//orders")).toBe(undefined);
  });

  it("leave out rows about something else", async () => {
    const only = { Step: ["Intake"] };
    expect((await one(ROW, { only }))?.value?.customerId).toBe("F-1");
    expect(await refusal(ROW.replace("Intake", "Parking"), { only })).toEqual([2, "EVENT_NOT_ACCESS", ""]);
  });

  it("are refused where the map has no translation", async () => {
    const translate = { purpose: { column: "Step", table: { Intake: "ACCOUNT_ADMIN" } } };
    expect(await refusal(ROW.replace("Intake", "constructor"), { translate })).toEqual([
      2,
      "EVENT_FIELD_INVALID",
      "purpose",
    ]);
  });

  it("leave out what is empty or marked as missing", async () => {
    expect((await one(ROW.replace("Group 1", "EMPTY")))?.value?.employee).toEqual({ id: "c-7", type: "employee" });
    expect((await one(ROW.replace("Group 1", "  ")))?.value?.employee).toEqual({ id: "c-7", type: "employee" });
  });

  it("are never attributed to somebody where no employee was recorded", async () => {
    expect(await refusal(ROW.replace("c-7", ""))).toEqual([2, "EVENT_FIELD_MISSING", "employee.id"]);
    expect(await refusal(ROW.replace("c-7,Group 1", "EMPTY,EMPTY"))).toEqual([2, "EVENT_FIELD_MISSING", "employee.id"]);
  });

  it("belong to no case where the row names none, whatever type all cases have", async () => {
    const columns = { ...MAP.columns, "case.id": "Group" };
    expect((await one(ROW.replace("Group 1", ""), { columns }))?.value).not.toHaveProperty("case");
  });

  it("get an id from content and line where no column holds one", async () => {
    const { eventId: _, ...columns } = MAP.columns;
    const rows = await read([HEADER, ROW, ROW, ROW.replace("F-1", "F-2")], { columns });
    expect(rows.map((row) => row.value?.eventId)).toEqual([
      "2:t-1|2026-05-03 09:30:00.250000|F-1|c-7|Group 1|Intake",
      "3:t-1|2026-05-03 09:30:00.250000|F-1|c-7|Group 1|Intake",
      "4:t-1|2026-05-03 09:30:00.250000|F-2|c-7|Group 1|Intake",
    ]);
  });

  it("carry numbers, yes and no, and lists", async () => {
    const columns = { ...MAP.columns, sourceSeq: "Seq", breakGlass: "Lock", fieldsRevealed: "Fields" };
    const header = `${HEADER},Seq,Lock,Fields`;
    const value = (await one(`${ROW},17,Yes,"phone; street"`, { columns }, header))?.value;
    expect(value).toMatchObject({ sourceSeq: 17, breakGlass: true, fieldsRevealed: ["phone", "street"] });
    expect(await refusal(`${ROW},x,no,`, { columns }, header)).toEqual([2, "EVENT_FIELD_INVALID", "sourceSeq"]);
    expect(await refusal(`${ROW},1,maybe,`, { columns }, header)).toEqual([2, "EVENT_FIELD_INVALID", "breakGlass"]);
  });

  it("are refused row by row: ragged, badly quoted, at a time that is none", async () => {
    const rows = await read([
      HEADER,
      `${ROW},more`,
      "t-2",
      `"t-3"x,${ROW.slice(4)}`,
      ROW.replace("05-03", "02-30"),
      ROW,
    ]);
    expect(rows.map(({ line, refusal: refused }) => [line, refused?.code, refused?.field])).toEqual([
      [2, "EVENT_UNREADABLE", ""],
      [3, "EVENT_UNREADABLE", ""],
      [4, "EVENT_UNREADABLE", ""],
      [5, "EVENT_FIELD_INVALID", "occurredAt"],
      [6, undefined, undefined],
    ]);
  });

  it("are read with other delimiters, quoted cells and a byte order mark", async () => {
    const row = 't-1;2026-05-03 09:30;"F;\n1";c-7;"Group ""1""";Intake';
    const read = await one(row, { delimiter: ";" }, `\ufeff"Id";Time;File;Clerk;Group;Step`);
    expect(read?.refusal?.field).toBe("customerId"); // a line end belongs in no id
    const value = (await one(row.replace("\n", ""), { delimiter: ";" }, HEADER.replaceAll(",", ";")))?.value;
    expect(value).toMatchObject({ customerId: "F;1", employee: { unit: 'Group "1"' } });
  });

  it("are not begun with a map that does not fit the header, or without a header", async () => {
    await expect(read([HEADER.replace("Clerk", "Agent"), ROW])).rejects.toMatchObject({
      code: "MAP_INVALID",
      field: "employee.id",
    });
    await expect(read([`${HEADER},Clerk`, ROW])).rejects.toMatchObject({ code: "MAP_INVALID", field: "employee.id" });
    await expect(read([])).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    expect(await read([HEADER])).toEqual([]);
  });
});

describe("a CSV map", () => {
  it("is refused where it could never make an event, with the field and before any row is read", () => {
    const { "employee.id": _, ...columns } = MAP.columns;
    for (const [map, field] of [
      [{ ...MAP, columns }, "employee.id"],
      [{ ...MAP, values: {} }, "action"],
      [{ ...MAP, values: { ...MAP.values, action: "stare" } }, "action"],
      [{ ...MAP, values: { ...MAP.values, dataCategories: "permit" } }, "dataCategories"],
      [{ ...MAP, values: { ...MAP.values, "case.id": "F" } }, "case.id"],
      [{ ...MAP, translate: { purpose: { column: "Step", table: { a: "not a code" } } } }, "purpose"],
      [{ ...MAP, timeZone: "Mars/Olympus" }, "timeZone"],
      [{ ...MAP, templates: { recipient: { column: "File", template: "no place" } } }, "templates.recipient.template"],
      [{ ...MAP, templates: { customerId: { column: "File", template: "F-{}" } } }, "customerId"],
      [{ ...MAP, source: undefined }, "source"],
      [{ ...MAP, columns: { ...MAP.columns, shoeSize: "Size" } }, "columns"],
      ["no map", "map"],
    ]) {
      expect(() => parseEventMap(map)).toThrow(expect.objectContaining({ code: "MAP_INVALID", field }));
    }
  });
});
