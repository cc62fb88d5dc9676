import type { Deed } from "../../../functions/contract/matter-entry.ts";
import type { Translation } from "./translation.ts";

/** The story of a matter, line by line. */
export const storyEn = {
  title: "The story so far",
  newest: "Newest first",
  customer: "The customer",
  manager: "The manager of {name}",
  rule: "A rule",
  until: "until {day}",
  by: "answer by {day}",
  customers: { one: "{n} customer", other: "{n} customers" },
  looks: { one: "{n} look", other: "{n} looks" },
  deeds: {
    raise: "brought this up",
    join: "brought up something more",
    write: "wrote",
    clarify: "said what is meant; the clock goes on",
    readdress: "changed the address that letters go to",
    take: "took the matter in hand",
    note: "noted for the desk",
    message: "wrote to the customer",
    ask: "asked about looks of {name}",
    answer: "answered",
    lapse: "The time to answer ended",
    overdue: "A deadline passed: {day}",
    explain: "explained looks to the customer",
    pause: "asked the customer what is meant; the clock rests",
    resume: "let the clock go on",
    extend: "extended the time",
    restrict: "held looks back: {purpose}",
    lift: "ended what was held back: {purpose}",
    "propose-release": "proposed to tell the name of {name}",
    "approve-release": "approved that the name of {name} is told",
    "decline-release": "did not agree to tell the name of {name}",
    "expire-release": "The proposal to tell the name of {name} expired",
    "mark-misuse": "found that looks of {name} had no valid reason; the 72 hours run",
    "look-back": "looked back over everything that {name} opened",
    "decide-breach": "decided on the breach",
    refuse: "refused what was asked",
    close: "closed the matter: {outcome}",
  } satisfies Record<Deed["act"], string>,
};

export type StoryWords = Translation<typeof storyEn>;
