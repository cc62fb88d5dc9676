import { DESK_PATHS } from "../../functions/contract/desk-paths.ts";

/** What the desk can do with a matter, act by act of the domain's `ACTS`; both ways to decide on a release are one form. */
export const DESK_ACTS = [
  "take",
  "decide-release",
  "ask",
  "explain",
  "message",
  "note",
  "propose-release",
  "mark-misuse",
  "decide-breach",
  "look-back",
  "pause",
  "resume",
  "extend",
  "restrict",
  "lift",
  "refuse",
  "close",
] as const;
export type DeskAct = (typeof DESK_ACTS)[number];

export const ACT_ROUTES = {
  take: DESK_PATHS.takeMatter,
  note: DESK_PATHS.writeNote,
  message: DESK_PATHS.messageCustomer,
  ask: DESK_PATHS.askEmployee,
  explain: DESK_PATHS.explainLooks,
  pause: DESK_PATHS.pauseClock,
  resume: DESK_PATHS.resumeClock,
  extend: DESK_PATHS.extendTime,
  restrict: DESK_PATHS.restrictPurpose,
  lift: DESK_PATHS.liftRestriction,
  "propose-release": DESK_PATHS.proposeRelease,
  "decide-release": DESK_PATHS.decideRelease,
  "mark-misuse": DESK_PATHS.markMisuse,
  "look-back": DESK_PATHS.lookBack,
  "decide-breach": DESK_PATHS.decideBreach,
  refuse: DESK_PATHS.refuseMatter,
  close: DESK_PATHS.closeMatter,
} as const satisfies Record<DeskAct, { readonly method: string; readonly path: string }>;
