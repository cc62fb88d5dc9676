import sax from "sax";
import { compiledObject } from "../../contract/compiled-object.ts";
import { Refusal } from "../../domain/errors.ts";
import type { ImportedRow } from "../../domain/imported-row.ts";
import { draftOf, optionalText, shortened } from "./draft.ts";
import type { ForeignFormat } from "./foreign.ts";
import { instantOf } from "./local-time.ts";
import { peek } from "./peek.ts";
import { readJsonRecords } from "./split-json.ts";

const usage = compiledObject({
  logtime: optionalText,
  action: optionalText,
  /** The authority's code in the business register, as protocol 1 and 2 call it. */
  receiver: optionalText,
  receiverCode: optionalText,
  receiverName: optionalText,
  receiverSystem: optionalText,
  /** Of the answer's X-Road header: whose data it is. */
  userId: optionalText,
});

/** Longest text of an element that is kept. */
const MAX_TEXT = 2_000;
const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** The `usage` elements of a SOAP answer, as objects. Holds one of them in memory. */
const readXmlUsages = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportedRow<unknown>> {
  const xml = sax.parser(true);
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let found: ImportedRow<unknown>[] = [];
  let [record, text, userId] = [0, "", ""];
  let fields: Record<string, string> | undefined;
  let line = 1;
  xml.onopentag = ({ name }) => {
    text = "";
    if (localName(name) === "usage") [fields, line] = [{}, xml.line + 1];
  };
  xml.ontext = (more) => {
    text = (text + more).slice(0, MAX_TEXT);
  };
  xml.onclosetag = (name) => {
    const local = localName(name);
    if (local === "userId" && fields === undefined) userId = text.trim();
    if (local === "usage") {
      record += 1;
      found.push({ line, record, value: { ...fields, ...(userId && { userId }) } });
      fields = undefined;
    } else if (fields) fields[local] = text.trim();
  };
  xml.onerror = (cause) => {
    throw new Refusal("FILE_UNREADABLE", { detail: "The file is no well-formed XML.", cause });
  };
  for await (const chunk of chunks) {
    xml.write(utf8.decode(chunk, { stream: true }));
    yield* found;
    found = [];
  }
  xml.close();
};

const readUsages = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<ImportedRow<unknown>> {
  const { start, all } = await peek(chunks);
  yield* start.startsWith("<") ? readXmlUsages(all) : readJsonRecords(all, ["findUsageResponses", "usages", "usage"]);
};

/**
 * The answer of Estonia's data tracker (Andmejälgija) to `findUsage`: SOAP over X-Road of protocol 1, JSON of 1 and 2.
 * Field by field in FORMATS.md.
 */
export const FIND_USAGE: ForeignFormat = {
  recordsOf: readUsages,
  read: (record) => {
    const parsed = usage.safeParse(record);
    if (!parsed.success) throw new Refusal("EVENT_UNREADABLE", { detail: "The record is no usage of findUsage." });
    const { logtime, action, userId, receiverName, receiverSystem } = parsed.data;
    const receiver = parsed.data.receiverCode || parsed.data.receiver;
    const draft = draftOf({
      source: "data-tracker",
      occurredAt: logtime && instantOf(logtime, "Europe/Tallinn"),
      customerId: userId,
      // An authority, or a person of it where the register says so: the answer knows no more of who looked.
      "employee.id": shortened(receiver, 120),
      "employee.name": shortened(receiverName, 160),
      "employee.unit": shortened(receiverSystem, 120),
      "employee.type": "processor",
      action: "view",
      purposeText: shortened(action?.replaceAll(/\s+/g, " "), 200),
      recipient: shortened(receiverName || receiver, 160),
    });
    // Pages of answers overlap, and no usage has an id.
    return { draft, sharedBy: ["usage", JSON.stringify(record)] };
  },
  advice: {
    customer: 'The answer says nowhere whose it is. Say it in a map: "values": {"customerId": "EE38001085718"}.',
    employee: "The usage has no receiver.",
  },
};
