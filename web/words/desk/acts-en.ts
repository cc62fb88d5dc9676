import type { DeskAct } from "../../desk/act-names.ts";
import type { Translation } from "./translation.ts";

/** What an act of the desk is called, what it does, what is written in it, and what is said when it is done. */
interface ActWords {
  readonly label: string;
  readonly lead: string;
  readonly words: string;
  readonly hint: string;
  readonly send: string;
  readonly done: string;
}

const act = (label: string, lead: string, words: string, hint: string, send: string, done: string): ActWords => ({
  ...{ label, lead, words, hint, send, done },
});

export const actsEn = {
  take: {
    label: "Take it",
    lead: "You take this matter in hand. From then on your looks at this customer’s rows are borne out by it.",
    send: "Take it",
    done: "The matter is with you.",
  },
  note: act(
    "Note",
    "Only the desk reads a note.",
    "Note",
    "What the next person has to know.",
    "Keep the note",
    "The note is kept.",
  ),
  message: act(
    "Write to the customer",
    "A letter in the customer’s language leads over to your words. The clock goes on.",
    "Your words",
    "Written in {language}, because the customer reads it. Name no employee.",
    "Send the letter",
    "The letter is on its way.",
  ),
  ask: act(
    "Ask the employee or manager",
    "Whoever is asked gets a mail with a link that works once, for five working days. They see your question and the looks, and nothing of the customer.",
    "Your question",
    "Ask openly: “What were these looks for?” Nobody has decided anything yet.",
    "Send the question",
    "The question is on its way.",
  ),
  explain: act(
    "Explain looks",
    "The explanation goes to the customer as a letter and stands beside these looks in every later record.",
    "Your explanation",
    "Written in {language}. Why these looks were made, in plain words, without a name.",
    "Send the explanation",
    "The explanation is on its way.",
  ),
  pause: act(
    "Ask what is meant, and pause",
    "Only where you cannot go on without knowing what the customer means. The clock rests until they answer.",
    "What has to be made clear",
    "Written in {language}.",
    "Ask and pause the clock",
    "The customer is asked; the clock rests.",
  ),
  resume: act(
    "Let the clock go on",
    "The customer said what they mean in another way than here, or it is not needed any more.",
    "How you learnt it",
    "Kept in the story; the customer does not read it.",
    "Let the clock go on",
    "The clock goes on.",
  ),
  extend: act(
    "Extend the time",
    "To three months from the start, once, only because the matter is complex or this customer has asked often. The letter gives your reasons.",
    "Your reasons",
    "Written in {language}. What makes it complex.",
    "Send the notice",
    "The notice is on its way; the new due date stands beside the clock.",
  ),
  restrict: act(
    "Hold looks back",
    "Looks for this purpose do not show in the customer’s records until a day that you name (Art. 23 GDPR). The customer is told nothing of it; every record carries the same general sentence.",
    "Why the law allows it",
    "Kept in the story; the customer does not read it.",
    "Hold them back",
    "The looks are held back.",
  ),
  lift: act(
    "Stop holding back",
    "The looks for this purpose appear in the customer’s next record.",
    "Why it ends",
    "Kept in the story; the customer does not read it.",
    "Stop holding back",
    "They show in the next record.",
  ),
  "propose-release": act(
    "Propose to release a name",
    "The customer is told an employee’s name only if two people agree. You answer five questions; a second person decides within 14 days.",
    "What the letter adds to the name",
    "Written in {language}. The second person agrees to this text too.",
    "Propose it",
    "The proposal waits for the second person.",
  ),
  "decide-release": act(
    "Decide on the release",
    "If you approve, the customer gets the letter below and later records show the name. If you decline, the customer is told nothing.",
    "Your reasons",
    "Kept in the story for the desk.",
    "Decide",
    "Your decision is kept.",
  ),
  "mark-misuse": act(
    "Looks had no valid reason",
    "You state, as a person, that these looks had no valid reason. The law calls that a personal data breach: its 72 hours begin when you send this, also at weekends.",
    "What you found, and how",
    "Kept in the story for the desk. Facts first; the employee’s own words belong in it.",
    "State it; the 72 hours begin",
    "Stated. The 72 hours run.",
  ),
  "look-back": {
    label: "Look back over an employee",
    lead: "Shows every customer whose data this employee opened in the retention time. Each of them is looked at by you through this, and it stands in their next record.",
    send: "Look back",
    done: "The look-back is on this page.",
  },
  "decide-breach": act(
    "Decide on the breach",
    "Either the authority was told, or a risk to people is unlikely. Both are recorded with their reasons (Art. 33 GDPR).",
    "What the authority was told, or why a risk is unlikely",
    "Kept in the story for the desk.",
    "Record the decision",
    "The decision is recorded.",
  ),
  refuse: act(
    "Refuse",
    "Wholly or in part, on one of the law’s grounds and nothing else. The letter says how to complain. It ends the matter.",
    "Your reasons",
    "Written in {language}.",
    "Send the refusal and close",
    "The letter is on its way; the matter is closed.",
  ),
  close: act(
    "Close",
    "Ends the matter with what came of it. Open questions to employees end with it.",
    "Your words",
    "Written in {language}, if the customer knows of this matter.",
    "Send and close",
    "The matter is closed.",
  ),
} satisfies Record<DeskAct, Omit<ActWords, "words" | "hint">>;

export type ActsWords = Translation<typeof actsEn>;
