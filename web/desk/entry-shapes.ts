import type { Balancing, EventRef } from "../../functions/contract/matter.ts";
import type { Deed, Entry, EntryActor, Letter, Part } from "../../functions/contract/matter-entry.ts";
import {
  ASKED,
  BREACH_DECISIONS,
  CHANNELS,
  LETTER_KINDS,
  OUTCOMES,
  REFUSAL_GROUNDS,
  SAFETY,
} from "../../functions/domain/matter-vocabulary.ts";
import { OVERDUE } from "../../functions/domain/overdue.ts";
import { STAFF_ROLES } from "../../functions/domain/staff.ts";
import { LANGUAGES } from "../../functions/domain/vocabulary.ts";
import { type Is, isFlag, isText, isWhole, listOf, oneOf, shape } from "../shape.ts";
import { variants } from "./variants.ts";

type DeedOf<Act extends Deed["act"]> = Extract<Deed, { act: Act }>;

export const isEventRef = shape<EventRef>({ source: isText, eventId: isText }, {});
const areRefs = listOf(isEventRef);

export const isBalancing = shape<Balancing>(
  { essentialFor: isText, otherMeans: isText, employeeView: isText, safety: isText },
  {},
);

export const isLetter = shape<Letter>(
  { kind: oneOf(...LETTER_KINDS), language: oneOf(...LANGUAGES), title: isText, paragraphs: listOf(isText) },
  {},
);

const isPart: Is<Part> = variants("kind", {
  question: shape({ kind: oneOf("question"), accesses: areRefs, words: isText }, {}),
  "contact-report": shape<Extract<Part, { kind: "contact-report" }>>(
    { kind: oneOf("contact-report"), contactedOn: isText, channel: oneOf(...CHANNELS), safety: oneOf(...SAFETY) },
    { sender: shape<{ key: string; tail: string }>({ key: isText, tail: isText }, {}), words: isText, safeWay: isText },
  ),
  signal: shape({ kind: oneOf("signal"), rule: isText, employeeId: isText, accesses: areRefs, words: isText }, {}),
});

const isActor: Is<EntryActor> = variants("kind", {
  customer: shape({ kind: oneOf("customer") }, {}),
  staff: shape<Extract<EntryActor, { kind: "staff" }>>(
    { kind: oneOf("staff"), role: oneOf(...STAFF_ROLES), id: isText, name: isText },
    { unit: isText },
  ),
  employee: shape({ kind: oneOf("employee"), to: oneOf(...ASKED), employeeId: isText }, {}),
  rule: shape({ kind: oneOf("rule") }, {}),
  clock: shape({ kind: oneOf("clock") }, {}),
});

const said = { words: isText } as const;
const written = { words: isText, letter: isLetter } as const;
const about = { employeeId: isText, words: isText } as const;

const isDecision = shape<DeedOf<"decide-breach">["decision"]>(
  { kind: oneOf(...BREACH_DECISIONS), reasons: isText },
  { authorityReference: isText },
);

const isDeed: Is<Deed> = variants("act", {
  raise: shape<DeedOf<"raise">>({ act: oneOf("raise"), part: isPart }, { letter: isLetter }),
  join: shape<DeedOf<"join">>({ act: oneOf("join"), part: isPart }, { letter: isLetter }),
  write: shape<DeedOf<"write">>({ act: oneOf("write"), ...said }, {}),
  clarify: shape<DeedOf<"clarify">>({ act: oneOf("clarify"), ...said }, {}),
  readdress: shape({ act: oneOf("readdress") }, {}),
  take: shape({ act: oneOf("take") }, {}),
  note: shape<DeedOf<"note">>({ act: oneOf("note"), ...said }, {}),
  message: shape<DeedOf<"message">>({ act: oneOf("message"), ...written }, {}),
  ask: shape<DeedOf<"ask">>(
    { act: oneOf("ask"), askId: isText, to: oneOf(...ASKED), ...about, answerBy: isText, sentTo: isText },
    {},
  ),
  answer: shape<DeedOf<"answer">>({ act: oneOf("answer"), askId: isText, words: isText }, {}),
  lapse: shape<DeedOf<"lapse">>({ act: oneOf("lapse"), askId: isText }, {}),
  overdue: shape<DeedOf<"overdue">>({ act: oneOf("overdue"), what: oneOf(...OVERDUE), deadline: isText }, {}),
  explain: shape<DeedOf<"explain">>({ act: oneOf("explain"), accesses: areRefs, words: isText, letter: isLetter }, {}),
  pause: shape<DeedOf<"pause">>({ act: oneOf("pause"), ...written }, {}),
  resume: shape<DeedOf<"resume">>({ act: oneOf("resume"), ...said }, {}),
  extend: shape<DeedOf<"extend">>({ act: oneOf("extend"), ...written }, {}),
  restrict: shape<DeedOf<"restrict">>({ act: oneOf("restrict"), purpose: isText, until: isText, words: isText }, {}),
  lift: shape<DeedOf<"lift">>({ act: oneOf("lift"), purpose: isText, words: isText }, {}),
  "propose-release": shape<DeedOf<"propose-release">>(
    { act: oneOf("propose-release"), employeeId: isText, balancing: isBalancing },
    {},
  ),
  "approve-release": shape<DeedOf<"approve-release">>(
    { act: oneOf("approve-release"), ...about, letter: isLetter },
    {},
  ),
  "decline-release": shape<DeedOf<"decline-release">>({ act: oneOf("decline-release"), ...about }, {}),
  "expire-release": shape<DeedOf<"expire-release">>({ act: oneOf("expire-release"), employeeId: isText }, {}),
  "mark-misuse": shape<DeedOf<"mark-misuse">>(
    { act: oneOf("mark-misuse"), ...about, accesses: areRefs },
    { letter: isLetter },
  ),
  "look-back": shape<DeedOf<"look-back">>(
    { act: oneOf("look-back"), employeeId: isText, customers: isWhole, accesses: isWhole },
    {},
  ),
  "decide-breach": shape<DeedOf<"decide-breach">>({ act: oneOf("decide-breach"), decision: isDecision }, {}),
  refuse: shape<DeedOf<"refuse">>(
    { act: oneOf("refuse"), ground: oneOf(...REFUSAL_GROUNDS), partly: isFlag, words: isText, letter: isLetter },
    {},
  ),
  close: shape<DeedOf<"close">>(
    { act: oneOf("close"), outcome: oneOf(...OUTCOMES), words: isText },
    { letter: isLetter },
  ),
});

export const isEntry = shape<Entry>({ id: isText, at: isText, by: isActor, deed: isDeed }, {});
