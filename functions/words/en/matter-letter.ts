import type { MatterLetterWords } from "../matter-letter-words.ts";
import { counter } from "../plural.ts";

const count = counter("en");

export const matterLetter: MatterLetterWords = {
  law: { UK: "UK GDPR", EU: "GDPR" },
  titles: {
    acknowledgement: "We have received what you sent us",
    message: "A message for you",
    clarification: "A question for you",
    explanation: "Our explanation",
    extension: "We need more time for our answer",
    "name-released": "The name of a person who looked at your data",
    misuse: "Your data was looked at without a valid reason",
    refusal: "We cannot do what you asked for",
    "partial-refusal": "We can do only part of what you asked for",
    closing: "How this matter ended",
  },
  opening: (company, reference) =>
    `We write to you about your data at ${company}. This letter belongs to the matter with the reference ${reference}.`,
  officerWrites: "Our data protection officer writes to you:",
  officerReasons: "Our data protection officer gives these reasons:",
  workedOut: "This is how the dates were worked out.",
  looks: (times, zone) =>
    `${count(times.length, "This is about # look at your data:", "This is about # looks at your data:")} ${times.join("; ")} (local time, ${zone}).`,

  received: (day) =>
    `We have received what you sent us. Thank you for telling us. The day of receipt of this matter is ${day}.`,
  answerBy: (day) => `You will have our answer by the end of ${day} at the latest.`,
  noDueDate: "There is no last day for our answer yet, because we are still waiting for something that we asked you.",
  whatNext:
    "People will now look into it. You do not have to do anything until you hear from us. What happens is shown under “My requests”, and a mail tells you when there is something new.",
  isComplaint:
    "We also treat this as a complaint under section 164A of the Data Protection Act 2018. With this letter we acknowledge it. You will hear the outcome without undue delay.",

  answerOnPortal: "You can answer under “My requests” in the portal.",
  clockRests: (law) =>
    `Until you answer, the time for our own answer stands still; then it goes on (Art. 12A ${law}). So the sooner we hear from you, the sooner we can answer.`,

  extended: (day, law) =>
    `We cannot answer you within the first month. Where a request is complex, or where there are several, the law allows two months more (Art. 12(3) ${law}). You will now have our answer by the end of ${day} at the latest.`,
  onlyExtension: "This is the only extension. The law does not allow another one.",

  nameReleased: {
    name: (name, position) => `The name is: ${[name, ...position].join(", ")}.`,
    purpose: (law) =>
      `You are told this name for one purpose only: so that you can use your rights under the ${law}. Please use it for nothing else, and do not publish it. The law protects this person too.`,
    noJudgement: "That we tell you a name is no judgement about this person.",
  },

  misuse: {
    nature: (company, law) =>
      `At ${company}, somebody looked at your data without a valid reason. The law calls this a personal data breach, and you have a right to know of it (Art. 34 ${law}). It is not your fault, and we are sorry.`,
    officerWrites: "Our data protection officer describes what happened, and what was and will be done about it:",
    consequences:
      "What may follow from it: somebody who saw your data may remember it, use it or pass it on, for example to contact you. We do not know that this will happen.",
    recorded: (law) => `We have recorded this as a personal data breach, as the law asks (Art. 33(5) ${law}).`,
    advice:
      "What you can do: you do not have to answer anybody who contacts you privately. Keep messages and numbers, and tell us about them. If you feel in danger, call 112.",
    compensation: (law) => `If this has harmed you, you may have a right to compensation (Art. 82 ${law}).`,
  },

  refused: "We cannot do what you asked for. This is the reason:",
  partlyRefused: "We can do only part of what you asked for. This is the reason for the other part:",
  grounds: {
    "not-identified": (law) =>
      `We cannot tell from what we have that this data is about you, and so we may not show it (Art. 12(2) ${law}). If you send us something by which we can tell, we will take it up again.`,
    "manifestly-unfounded": (law) =>
      `The law allows us to refuse a request that is manifestly unfounded (Art. 12(5) ${law}). It is for us to show that yours is.`,
    excessive: (law) =>
      `The law allows us to refuse requests that are excessive, in particular because they repeat each other (Art. 12(5) ${law}). It is for us to show that yours are.`,
    "rights-of-others": (law) =>
      `What you asked for would harm the rights and freedoms of other people, which the law protects too (Art. 15(4) ${law}).`,
    "restricted-by-law": (law) => `A law restricts what we may tell you here (Art. 23 ${law}).`,
    "not-held": (law) => `We do not hold what you asked for. To tell you so is our answer under Art. 15(1) ${law}.`,
  },

  outcomes: {
    explained: "We have looked into this matter and have explained the looks that it was about.",
    misuse: "We have looked into this matter. Your data was looked at without a valid reason. We are sorry.",
    "no-finding":
      "We have looked into this matter and found nothing that shows that your data was looked at without a valid reason. That says what we were able to find. It does not say that you were wrong to ask.",
    refused: "We could not do what you asked for in this matter.",
    "partly-refused": "We could do only part of what you asked for in this matter.",
    withdrawn: "This matter ends because it was withdrawn. That has no disadvantage for you.",
  },
  closed: "The matter is now closed. If something else worries you, you can ask us again at any time.",

  complainHere: (officer, email) =>
    `If you do not agree, you can complain to us, free of charge: ${officer}, ${email}.`,
  complainToAuthority: (authority, url, law) =>
    `You can also complain to the supervisory authority (Art. 77 ${law}): ${authority}, ${url}`,
  otherAuthorities: (url) =>
    `You may turn to the authority of the country where you live or work, or where it happened, instead. All of them are listed here: ${url}`,
  court: (law) => `And you have the right to go to court (Art. 79 ${law}).`,

  contact: (officer, email, reference) =>
    `Is anything unclear, or are you worried? Write to ${officer}, ${email}, and give the reference ${reference}.`,
  regards: "Yours sincerely",

  date: "Date",
  unprintable: "Some characters cannot be printed in this letter. The portal shows them all.",
};
