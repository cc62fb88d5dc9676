import type { AnswerTimes, EvidenceTally, MonthNumbers } from "../../contract/numbers.ts";
import { BYTE_ORDER_MARK, cell, lines } from "./csv-cells.ts";

type Value = string | number | undefined;
/** What a number is about, by its path in the JSON; the unit where it is one's; the number. */
type Row = readonly [number: string, unit: Value, value: Value];

const tallyRows = (path: string, unit: Value, { people, looks, byEvidence }: EvidenceTally): readonly Row[] => [
  [`${path}.people`, unit, people],
  [`${path}.looks`, unit, looks],
  ...Object.entries(byEvidence).map(([level, count]) => [`${path}.byEvidence.${level}`, unit, count] as const),
];

const countRows = (path: string, counts: Readonly<Record<string, number>>): readonly Row[] =>
  Object.entries(counts).map(([name, count]) => [`${path}.${name}`, "", count] as const);

const timeRows = (path: string, { closed, medianDays, ninetiethDays, overdue }: AnswerTimes): readonly Row[] => [
  [`${path}.closed`, "", closed],
  [`${path}.medianDays`, "", medianDays],
  [`${path}.ninetiethDays`, "", ninetiethDays],
  [`${path}.overdue`, "", overdue],
];

const peopleRows = (people: NonNullable<MonthNumbers["people"]>): readonly Row[] => [
  ["people.refused", "", people.refused],
  ...tallyRows("people.all", "", people.all),
  ...people.units.flatMap(({ unit, ...tally }) => tallyRows("people.units", unit, tally)),
  ...(people.others === undefined
    ? []
    : [["people.others.units", "", people.others.units] as const, ...tallyRows("people.others", "", people.others)]),
];

/**
 * The numbers of a month as CSV (RFC 4180: commas, CRLF; UTF-8 with a byte order mark): one number a line, named by its
 * path in the JSON and the same in every language, so that months can be put under one another. What is not said of too
 * few people, or cannot be told of nothing, is left out or empty.
 */
export const numbersCsv = ({ month, madeAt, automated, people, desk }: MonthNumbers): string => {
  const { times, outcomes, breaches, releases } = desk;
  const rows: readonly Row[] = [
    ["automated", "", automated],
    ...(people === undefined ? [] : peopleRows(people)),
    ["desk.recordsAtOnce", "", desk.recordsAtOnce],
    ...Object.entries(times).flatMap(([kind, waits]) => timeRows(`desk.times.${kind}`, waits)),
    ["desk.closedSignals", "", desk.closedSignals],
    ...countRows("desk.outcomes", outcomes),
    ["desk.open", "", desk.open],
    ["desk.openOverdue", "", desk.openOverdue],
    ...countRows("desk.breaches", breaches),
    ...countRows("desk.releases", releases),
  ];
  const heads = ["month", "madeAt", "number", "unit", "value"];
  const cells = rows.map((row) => [month, madeAt, ...row].map((one) => cell(String(one ?? ""))));
  return BYTE_ORDER_MARK + lines([heads, ...cells]);
};
