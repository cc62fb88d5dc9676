import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import type { Entry } from "../../functions/contract/matter-entry.ts";
import type { DeskAct } from "./act-names.ts";

/** What was done between two readings of a matter, oldest first. */
export const newSince = (before: Pick<DeskMatter, "entries">, after: Pick<DeskMatter, "entries">): readonly Entry[] => {
  const known = new Set(before.entries.map(({ id }) => id));
  return after.entries.filter(({ id }) => !known.has(id));
};

const actsOf = (act: DeskAct): readonly string[] =>
  act === "decide-release" ? ["approve-release", "decline-release"] : [act];

const saidIn = (of: object): unknown => ("words" in of ? of.words : undefined);

/** Whether an entry is the very act that somebody sent: theirs, of this kind, with the same words. */
export const isTheSame = ({ by, deed }: Entry, act: DeskAct, staffId: string, body: object): boolean =>
  by.kind === "staff" &&
  by.id === staffId &&
  actsOf(act).includes(deed.act) &&
  (deed.act === "propose-release" || deed.act === "decide-breach" || saidIn(deed) === saidIn(body));
