import { type AttributeValue, paginateScan } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import * as tableKeys from "../../functions/adapters/table-keys.ts";
import { NOW } from "../support/arrivals.ts";
import { useEngine } from "../support/engine.ts";
import { fillWithEveryKind } from "../support/every-kind.ts";
import { sweep } from "../support/sweep.ts";

const now = Date.parse(NOW);
const DAY = 24 * 3_600_000;
const YEAR = 366;

/** Days after which an item of a kind has ended at the latest; or why nothing but people ends it. */
type End = number | string;
const UNTIL_ERASED = "as long as the company says so; `regard erase` ends it at the customer's request";
const WHILE_OPEN = "as long as the matter is open; its end is the end of this";

/** Every kind of item, by the name of its key in table-keys.ts. A new kind is refused until it stands here. */
const KINDS: Readonly<Record<string, readonly [key: RegExp, end: End]>> = {
  access: [/^customer-1 \d{4}-/, 365],
  claimKey: [/^event#\S+ claim$/, 365],
  directoryKey: [/^address#\S+ customer#/, UNTIL_ERASED],
  dayCount: [/^day#\S+ /, 365],
  sourceKey: [/^sources /, "a source's counter: nothing in it is about a person"],
  manifestItemKey: [/^manifests#/, 365],
  unsettledItemKey: [/^unsettled-days /, 365],
  caseItemKey: [/^case#\["order",\S+ case$/, 4 * YEAR],
  customerCaseKey: [/^customer#\S+ case#/, 4 * YEAR],
  employeeItemKey: [/^employee#\S+ employee$/, 4 * YEAR],
  employeeListKey: [/^employees /, 4 * YEAR],
  senderItemKey: [/^sender#/, 4 * YEAR],
  shiftItemKey: [/^employee#\S+ shift#/, 4 * YEAR],
  customerFactKey: [/^customer#\S+ facts$/, UNTIL_ERASED],
  guardKey: [/^address#\S+ guard$/, 31],
  unknownNoticeKey: [/^address#\S+ unknown$/, 1],
  spentItemKey: [/^address#\S+ spent#/, 1],
  addressChangeItemKey: [/^address-changes /, 38],
  challengeItemKey: [/^challenge#/, 1],
  sessionItemKey: [/^session#\S+ session$/, 1],
  askedForKey: [/^asked#\S+ request#/, 1],
  attemptItemKey: [/^staff-attempt#/, 1],
  staffSessionItemKey: [/^staff-session#/, 1],
  requestItemKey: [/^customer#\S+ request#/, 3 * YEAR],
  referenceItemKey: [/^reference#/, 4 * YEAR],
  auditItemKey: [/^audit#/, 3 * YEAR],
  numbersItemKey: [/^numbers /, "statistics of five people and more"],
  outboxItemKey: [/^outbox /, 31],
  matterItemKey: [/^matter#\S+ matter$/, 4 * YEAR],
  entryItemKey: [/^matter#\S+ entry#/, 4 * YEAR],
  openMatterItemKey: [/^matters /, WHILE_OPEN],
  closedMatterItemKey: [/^matters#/, 4 * YEAR],
  customerMatterKey: [/^customer#\S+ matter#/, 4 * YEAR],
  customerOpenMatterKey: [/^customer#\S+ open-matter$/, WHILE_OPEN],
  matterCase: [/^case#\["matter","RG-C\S+ case$/, 4 * YEAR],
  openMatterCase: [/^case#\["matter","RG-0\S+ case$/, WHILE_OPEN],
  lettersSeenKey: [/^customer#\S+ letters-seen#/, 3 * YEAR],
  holdItemKey: [/^holds RG-(C|R)/, 124],
  openHold: [/^holds RG-0/, WHILE_OPEN],
  linkItemKey: [/^link#/, 10],
  rulingItemKey: [/^ruling#/, 4 * YEAR],
  identityItemKey: [/^customer#\S+ identity$/, UNTIL_ERASED],
  customerErasureKey: [/^customer#\S+ erased$/, 3 * YEAR],
  erasureItemKey: [/^erasures /, 3 * YEAR],
  raisedItemKey: [/^raised#/, 3 * YEAR],
  untold: [/^signals untold$/, "a count"],
  findingItemKey: [/^findings /, 3 * YEAR],
  usualDaysKey: [/^days#/, 400],
  apartItemKey: [/^apart /, 400],
  quarantineItemKey: [/^quarantine /, 365],
};

const engine = await useEngine();

type Item = Readonly<Record<string, AttributeValue>>;
const scan = async (): Promise<readonly Item[]> => {
  const tables = [engine.accessLogTable, engine.portalTable];
  const pages = tables.map((TableName) => Array.fromAsync(paginateScan({ client: engine.client }, { TableName })));
  return (await Promise.all(pages)).flat().flatMap(({ Items = [] }) => Items);
};
const kindOf = ({ pk, sk, customerKey, sortKey }: Item): string => {
  const key = `${pk?.S ?? customerKey?.S} ${sk?.S ?? sortKey?.S}`;
  return Object.keys(KINDS).find((kind) => KINDS[kind]?.[0].test(key)) ?? key;
};

beforeAll(() => fillWithEveryKind(engine, now));

describe("everything that is kept", () => {
  it("is of a kind that the list of ends knows, and every kind that has a key is in it", async () => {
    const seen = new Set((await scan()).map(kindOf));
    expect([...seen].sort()).toEqual(Object.keys(KINDS).sort());
    const keyed = Object.keys(tableKeys).filter((name) => /^(?!read|employeeMonth|access|shift).*Key$/.test(name));
    expect(keyed.filter((name) => KINDS[name] === undefined)).toEqual([]);
  });

  it("has an end by its policy, or a reason why people end it", async () => {
    for (const item of await scan()) {
      const kind = kindOf(item);
      const end = KINDS[kind]?.[1];
      const expiresAt = item["expiresAt"]?.N;
      if (typeof end === "string") expect([kind, expiresAt]).toEqual([kind, undefined]);
      else expect([kind, Number(expiresAt) * 1_000 <= now + (end ?? 0) * DAY + 1_000]).toEqual([kind, true]);
    }
  });

  it("is gone when it has ended: after 400 days the log, its index and what it left; then all but what people end", async () => {
    const left = async (days: number): Promise<readonly string[]> => {
      await sweep(engine, now + days * DAY);
      return [...new Set((await scan()).map(kindOf))].sort();
    };
    const kinds = (wanted: (end: End) => boolean) =>
      Object.keys(KINDS)
        .filter((kind) => wanted(KINDS[kind]?.[1] ?? ""))
        .sort();
    expect(await left(401)).toEqual(
      kinds((end) => typeof end === "string" || end > 401).filter((kind) => kind !== "raisedItemKey"),
    );
    const index = createAccessLog(engine.client, engine.accessLogTable, () => now).employeeMonths();
    expect((await Array.fromAsync(index)).flat()).toEqual([]);
    expect(await left(5 * YEAR)).toEqual(kinds((end) => typeof end === "string"));
  });
});
