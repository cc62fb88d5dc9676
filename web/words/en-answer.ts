import type { AnswerWords } from "./answer-words.ts";

export const answerEn: AnswerWords = {
  title: "A question for you",
  description: "Where people of {company} answer a question of the data protection officer.",
  loading: "Fetching the question…",
  lead: "The data protection officer of {company} would like to understand some looks at a customer’s data.",
  fair: {
    employee: [
      "You are heard first. Nobody has decided anything, and being asked says nothing about you.",
      "Looks like these often have a good reason that the systems do not know. You know it best.",
      "Your answer goes to the data protection officer alone and is kept with the matter.",
    ],
    manager: [
      "Somebody who works for you is heard through you. Nobody has decided anything about them.",
      "Looks like these often have a good reason that the systems do not know.",
      "Please do not talk about it with others. Your answer goes to the data protection officer alone.",
    ],
  },
  question: "The question",
  looks: "The looks",
  saw: "What was shown",
  why: "Recorded reason",
  case: "Case",
  source: "System",
  label: "Your answer",
  hint: "What were these looks for? Write as you would tell it. If you do not remember, say so.",
  left: "Characters left: {n}",
  empty: "Please write something first.",
  tooLong: "Please make it shorter: 2,000 characters fit.",
  until: "You can answer once, until {day}.",
  send: "Send the answer",
  sending: "Sending…",
  kept: "What you type stays on this device until you send it.",
  thanks: "Thank you. Your answer is sent.",
  thanksLead:
    "You need not do anything more. If the data protection officer has another question, a new mail will come.",
  spent: "This link is not open any more",
  spentLead:
    "It was used already, its time is over, or the matter has ended. If there is something that you still want to say, write to {dpo}.",
  noLink: "Open this page with the link from your mail. If you do not have it any more, write to {dpo}.",
};
