import type { StaffSession } from "../../functions/contract/desk-api.ts";
import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import { isPending, unitOf } from "../../functions/domain/four-eyes.ts";
import { REGIMES } from "../../functions/domain/regimes.ts";
import type { FormWords } from "../words/desk/form-en.ts";
import { DESK_ACTS, type DeskAct } from "./act-names.ts";

/** Why something cannot be done now; `day`: a civil date that belongs to it. */
interface WhyNot {
  readonly why: keyof FormWords["whyNot"];
  readonly day?: string | undefined;
  readonly unit?: string | undefined;
}

/** An act that belongs on the page: open, or with the reason why it is not. */
export interface Offer {
  readonly act: DeskAct;
  readonly not?: WhyNot | undefined;
}

interface Asking {
  readonly matter: DeskMatter;
  readonly staff: Pick<StaffSession, "id" | "unit" | "roles">;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const because = (why: WhyNot["why"], more: Omit<WhyNot, "why"> = {}): WhyNot => ({ why, ...more });

const mayPauseNot = ({ matter: { clock } }: Asking): WhyNot | undefined => {
  if (clock.mayPause) return undefined;
  return because(REGIMES[clock.regime].mayPause ? "pauseLate" : "pauseLaw");
};

const mayExtendNot = ({ matter: { clock, state } }: Asking): WhyNot | undefined => {
  if (clock.extendedOn !== undefined) return because("extendDone", { day: clock.extendedOn });
  if (state === "paused") return because("resumeFirst");
  return clock.mayExtend ? undefined : because("extendLate", { day: clock.extensionNoticeBy });
};

const mayProposeNot = ({ matter: { asks, release, rows }, now }: Asking): WhyNot | undefined => {
  if (rows.length === 0) return because("noLooks");
  if (isPending(release, now)) return because("waiting");
  return asks.some(({ state }) => state !== "open") ? undefined : because("notHeard");
};

/** As far as a browser can tell: who manages whom, only the service knows. */
const mayDecideNot = ({ matter: { release }, staff, now }: Asking): WhyNot | undefined => {
  if (release === undefined) return undefined;
  if (!isPending(release, now)) return because("expired");
  if (release.proposedBy.id === staff.id) return because("yours");
  const theirs = unitOf(release.proposedBy);
  if (theirs === "" || unitOf(staff) === "") return because("noUnit");
  return theirs === unitOf(staff) ? because("sameUnit", { unit: staff.unit }) : undefined;
};

const mayEndNot = ({ matter: { breach, release, state }, now }: Asking): WhyNot | undefined => {
  if (state === "paused") return because("resumeFirst");
  if (breach !== undefined && breach.decision === undefined) return because("breachOpen");
  return isPending(release, now) ? because("releaseWaits") : undefined;
};

const needsLooks = ({ matter: { rows } }: Asking): WhyNot | undefined =>
  rows.length === 0 ? because("noLooks") : undefined;

/** Purposes that this matter holds back: those that were restricted in it and not lifted since. */
export const heldBack = ({ entries }: Pick<DeskMatter, "entries">): readonly string[] => {
  const held = new Set<string>();
  for (const { deed } of entries) {
    if (deed.act === "restrict") held.add(deed.purpose);
    if (deed.act === "lift") held.delete(deed.purpose);
  }
  return [...held];
};

/** Acts that show in a matter only where there is something for them. */
const BELONGS: { readonly [Act in DeskAct]?: (asking: Asking) => boolean } = {
  take: ({ matter: { state, handler }, staff }) => state === "received" || handler?.id !== staff.id,
  pause: ({ matter: { state } }) => state === "in-hand",
  resume: ({ matter: { state } }) => state === "paused",
  lift: ({ matter }) => heldBack(matter).length > 0,
  "decide-release": ({ matter: { release } }) => release?.state === "proposed",
  "decide-breach": ({ matter: { breach } }) => breach !== undefined && breach.decision === undefined,
  "look-back": ({ matter: { rows, employees } }) => rows.length > 0 || employees.length > 0,
};

const NOT: { readonly [Act in DeskAct]?: (asking: Asking) => WhyNot | undefined } = {
  pause: mayPauseNot,
  extend: mayExtendNot,
  ask: (asking) =>
    asking.matter.candidates.some(({ numberMatches }) => numberMatches) ? undefined : needsLooks(asking),
  explain: needsLooks,
  "propose-release": mayProposeNot,
  "decide-release": mayDecideNot,
  "mark-misuse": (asking) => (asking.matter.breach === undefined ? needsLooks(asking) : because("marked")),
  refuse: (asking) => mayEndNot(asking) ?? (asking.matter.hasAddress ? undefined : because("saidNothing")),
  close: mayEndNot,
};

/** What stands in the answer's `acts` for an act of the desk. */
const inAnswer = (act: DeskAct): string => (act === "decide-release" ? "approve-release" : act);

/** These wait for the clock to go on rather than not existing while it rests. */
const AFTER_PAUSE: readonly DeskAct[] = ["extend", "refuse", "close"];

/**
 * What somebody is offered in a matter: only acts that the service allows their role in this state and that make sense
 * there, each open or with the reason why not. The service decides all the same.
 */
export const offersIn = (asking: Asking): readonly Offer[] => {
  const { matter, staff } = asking;
  const isDpo = staff.roles.includes("dpo");
  return DESK_ACTS.flatMap((act): Offer[] => {
    const isAllowed = matter.acts.includes(inAnswer(act));
    const waits = isDpo && matter.state === "paused" && AFTER_PAUSE.includes(act);
    if (!(isAllowed || waits) || BELONGS[act]?.(asking) === false) return [];
    const not = NOT[act]?.(asking);
    return [{ act, ...(not && { not }) }];
  });
};
