import type { Balancing } from "../../../functions/contract/matter.ts";
import type { RefusalCode } from "../../../functions/domain/errors.ts";
import type { BreachDecision, Outcome, RefusalGround } from "../../../functions/domain/matter-vocabulary.ts";
import type { Translation } from "./translation.ts";

interface Explained {
  readonly label: string;
  readonly help: string;
}
const explained = (label: string, help: string): Explained => ({ label, help });

/** What the forms of all acts share. */
export const formEn = {
  left: { one: "{n} character left", other: "{n} characters left" },
  tooMany: { one: "{n} character too many", other: "{n} characters too many" },
  empty: "Write something here.",
  choose: "Choose one.",
  chooseLooks: "Choose at least one look, and no more than 50.",
  wrongMail: "Type a mail address like name@company.com.",
  wrongDay: "Choose a day after today.",
  kept: "Draft kept on this computer, {time}",
  keptMark: "draft",
  discard: "Throw the draft away",
  cancel: "Close the form",
  preview: "Read the letter before it goes",
  previewTitle: "This is the letter",
  previewLead: "Exactly as the customer gets it. Change your words above, and read it again.",
  previewing: "Writing the letter…",
  sending: "Sending…",
  changedTitle: "Somebody else acted meanwhile",
  changed:
    "Nothing was sent, and every word of yours is still here. What happened since is below. Read it, then send again if it still fits.",
  arrived: "It had arrived already: only the answer was lost.",
  notOffered:
    "This cannot be done any more in the matter’s present state. Your words stay here so that you can copy them.",
  stale: "You have to show once more who you are before this. You come back to this form, and your words stay.",
  fresh: "You showed who you are at {time}; that suffices until {until}.",
  signInAgain: "Sign in again",
  employee: "Whose looks",
  to: "Who is asked",
  toEmployee: explained("The employee", "Has the first word about their own looks."),
  toManager: explained("Their manager", "Where asking the employee could endanger somebody or destroy traces."),
  email: "Mail address of whoever is asked",
  emailHint: "The story says where the question went, so that a second person sees who was heard.",
  looks: "Which looks",
  purpose: "Purpose",
  purposes: { FRAUD_SECURITY: "Fraud and security", LEGAL_REQUEST: "A legal order" },
  until: "Until",
  tell: "Does the customer get a letter now?",
  tellYes: explained(
    "Yes, tell the customer",
    "Art. 34 GDPR asks for it where the risk to them is likely to be high, as with a private contact.",
  ),
  tellNo: explained(
    "Not now",
    "It can be told later. Decide for the customer’s safety, not for the company’s comfort.",
  ),
  letterWords: "What the letter says",
  letterWordsHint:
    "Written in {language}. What happened, and what was and will be done. The letter adds what follows from it and what they can do.",
  decision: "Your decision",
  approve: explained("Approve", "The customer is told the name."),
  decline: explained("Decline", "The customer is told nothing. It can be proposed again."),
  whatKind: "What was decided",
  breachKinds: {
    notified: explained("The authority was told", "Within 72 hours, or with the reasons for a delay."),
    "risk-unlikely": explained(
      "A risk is unlikely",
      "For example because nobody could use what was seen. Somebody who was contacted privately is at risk.",
    ),
  } satisfies Record<BreachDecision, Explained>,
  authorityReference: "The authority’s number for it, if there is one",
  ground: "Ground",
  grounds: {
    "not-identified": explained(
      "Not identified",
      "You cannot tell that the data is about this person (Art. 12(2)). Rare: they confirmed the address on file.",
    ),
    "manifestly-unfounded": explained(
      "Manifestly unfounded",
      "You have to show it (Art. 12(5)). Being upset or mistaken is not enough.",
    ),
    excessive: explained(
      "Excessive",
      "Above all because requests repeat each other; you have to show it (Art. 12(5)).",
    ),
    "rights-of-others": explained(
      "Rights of others",
      "An answer would harm other people, and no part can be left out to avoid it (Art. 15(4)).",
    ),
    "restricted-by-law": explained("Restricted by law", "A law or an order forbids an answer (Art. 23)."),
    "not-held": explained("Not held", "The company does not have what is asked for (Art. 15(1))."),
  } satisfies Record<RefusalGround, Explained>,
  extent: "How much is refused",
  wholly: "All of it",
  partly: "A part of it",
  outcome: "What came of it",
  outcomes: {
    explained: explained("Explained", "The looks had reasons, and the customer has them."),
    misuse: explained("Looks without a valid reason", "Stated in this matter before."),
    "no-finding": explained("Nothing found", "It could not be cleared up, and nothing shows a look without a reason."),
    withdrawn: explained("Withdrawn", "The customer does not want it to go on."),
  } satisfies Record<Exclude<Outcome, "refused" | "partly-refused">, Explained>,
  balancing: {
    essentialFor: explained(
      "What does the customer need the name for?",
      "Which right they cannot use without it: a complaint, a court, their safety. Wanting to know is not enough.",
    ),
    otherMeans: explained(
      "What else was tried or considered?",
      "A label instead of a name, a message passed on, measures by the company.",
    ),
    employeeView: explained("What does the employee say?", "In their own words, or that they let the time pass."),
    safety: explained(
      "What could it mean for the safety of either?",
      "Threats, a shared home, a protection mark, a court’s order.",
    ),
  } satisfies Record<keyof Balancing, Explained>,
  fourEyes:
    "The second person has the approver’s role, works in another unit than you ({unit}), and is neither this employee nor their manager. You cannot approve it yourself, whatever your role.",
  whyNot: {
    resumeFirst: "The clock rests. Let it go on first.",
    pauseLaw: "The law that this matter is under knows no pause. Write to the customer; the clock goes on.",
    pauseLate: "The due date has passed.",
    extendDone: "It was extended on {day}, and the law knows one extension.",
    extendLate: "The notice had to go out by {day}.",
    notHeard: "The employee is heard first: ask them or their manager, and wait for the answer or the end of the time.",
    waiting: "A proposal waits for its decision already.",
    releaseWaits: "A proposal to release a name waits for its decision.",
    breachOpen: "Decide on the breach first.",
    marked: "It was stated in this matter before.",
    noLooks: "There is no look here that it could be about.",
    yours: "You proposed it, so somebody else has to decide.",
    sameUnit: "Whoever proposed it works in your unit ({unit}). The second person has to be from another one.",
    noUnit: "The sign-in does not say in which unit one of you works, so nobody can tell that you are from two.",
    expired: "The 14 days are over. It can be proposed again.",
    saidNothing: "The customer asked for nothing in this matter. Close it instead.",
  },
  lookBack: {
    title: "Look-back: {name}",
    since: "Everything since {day}: {looks} at {customers}. Most unexplained first.",
    cut: "The 500 customers with the most unexplained looks.",
    label: "Customer {label}",
    looks: { one: "{n} look", other: "{n} looks" },
    customers: { one: "{n} customer", other: "{n} customers" },
    unconfirmed: { one: "{n} that nothing confirms", other: "{n} that nothing confirms" },
    contact: { one: "{n} of them at contact details", other: "{n} of them at contact details" },
    fromTo: "{from} – {to}",
    has: "Open already: {reference}",
    own: "This matter’s customer",
    all: "Choose all with looks that nothing confirms",
    open: { one: "Open a matter for {n} customer", other: "Open matters for {n} customers" },
    opening: "{n} of {total} opened…",
    opened: { one: "{n} matter is open: {references}", other: "{n} matters are open: {references}" },
    rest: "The letters of the label mean nothing outside this list.",
    misuseFirst:
      "Matters for others can be opened once it is stated here that looks of this employee had no valid reason.",
    none: "This employee opened no customer’s data in that time.",
  },
  signOut: {
    title: "Unsent texts on this computer",
    words: {
      one: "{n} draft of yours is kept in this browser.",
      other: "{n} drafts of yours are kept in this browser.",
    },
    lead: "Do other people use this computer? Then erase them.",
    erase: "Erase and sign out",
    keep: "Keep them and sign out",
    cancel: "Stay signed in",
  },
  problems: {
    MATTER_CHANGED: "Somebody else acted on this matter meanwhile.",
    ACT_NOT_POSSIBLE: "This cannot be done in the matter’s present state.",
    PAUSE_NOT_POSSIBLE: "The clock cannot be paused here any more.",
    EXTENSION_NOT_POSSIBLE: "The time cannot be extended any more.",
    RELEASE_NOT_POSSIBLE:
      "This name cannot be released now: nobody was heard yet, a proposal waits or has expired, it is about you or somebody you manage, or the log does not hold the name.",
    SECOND_PERSON_NEEDED:
      "Somebody else has to decide this: another person, from another unit, who is neither the employee nor their manager.",
    BREACH_UNDECIDED: "Whether the authority has to be told is not decided yet.",
    ROWS_UNKNOWN: "A look that was chosen is not in this customer’s log any more.",
    LOOK_NOT_LOGGED: "Your look could not be written into the customer’s log, so nothing was shown. Please try again.",
    REQUEST_TOO_LARGE: "That is too long to be sent.",
    REQUEST_INVALID: "Something in the form is missing or too long.",
    NOT_FOUND: "There is no matter with this reference.",
  } satisfies { readonly [Code in RefusalCode]?: string },
};

export type FormWords = Translation<typeof formEn>;
