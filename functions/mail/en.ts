import { counter } from "../words/plural.ts";
import type { MailWords } from "./mail-words.ts";

const counted = counter("en");

export const en: MailWords = {
  code: ({ name, host }, digits) => ({
    subject: `Your confirmation code for ${name}`,
    parts: [
      `Somebody typed your mail address at ${host} to see who at ${name} looked at your data. If that was you, this is your code:`,
      { digits },
      "Type it on the page where you asked for it. It works in that browser only, once, and for 10 minutes after you asked.",
      "There is no link in this mail, and nobody will ever ask you for this code by phone, mail or message. Do not give it to anyone, not even to us.",
      "Was it not you? Then do nothing. Without the code nobody sees anything.",
    ],
  }),
  unknown: ({ name, host, dpo }) => ({
    subject: `${name} holds nothing under this address`,
    parts: [
      `Somebody typed your mail address at ${host} to see who at ${name} looked at the data behind it.`,
      "We hold no customer data under this address. So there is nothing that anybody could have looked at, and nothing that we could show you. This is our answer under Art. 15 GDPR.",
      "Are you a customer with another address? Then ask with that one.",
      "Was it not you? Then do nothing. We send this answer at most once a day.",
      `Questions go to ${dpo.name}: ${dpo.email}`,
    ],
  }),
  paused: ({ name, host, dpo }) => ({
    subject: "Too many wrong codes: we have paused for two hours",
    parts: [
      `At ${host}, 20 wrong codes in a row were typed for your mail address. Nobody got in. To keep it so, no code is sent and none works for the next two hours.`,
      "Was it you? Then ask for a new code after that. Only the newest code counts, and only in the browser that asked for it.",
      `Was it not you? Then somebody tried to see who at ${name} looked at your data. You need not do anything, but you can tell ${dpo.name}: ${dpo.email}`,
    ],
  }),
  confirmation: ({ name, dpo }, reference) => ({
    subject: `Your request ${reference}`,
    parts: [
      `You asked ${name} who looked at your data. We received this as your request under Art. 15 GDPR and answered it at once with the record on the page.`,
      { digits: reference },
      "Please give this reference when you write to us about it.",
      `Was it not you? Then somebody else can read your mail. Change the password of your mailbox, and tell ${dpo.name}: ${dpo.email}`,
    ],
  }),
  news: ({ name, host, dpo }, reference) => ({
    subject: `There is something new: ${reference}`,
    parts: [
      `Something has changed in your matter with ${name}:`,
      { digits: reference },
      `To read it, type ${host} into your browser and confirm this address there. It is shown under “My requests”.`,
      "So that nobody else reads along, this mail does not say what it is, and it has no link.",
      `Do you know nothing of this? Tell ${dpo.name}: ${dpo.email}`,
    ],
  }),
  deskNews: ({ name, host }, reference, to) => ({
    subject: `At the desk: ${reference}`,
    parts: [
      {
        dpo: `Something waits at the desk of ${name} for the data protection officer:`,
        approver: `A decision waits at the desk of ${name} for the second person:`,
      }[to],
      { digits: reference },
      `To see it, type ${host} into your browser and sign in at the desk. This mail has no link and no personal details.`,
    ],
  }),
  deskOverdue: ({ name, host }, reference, what) => ({
    subject: `Overdue at the desk: ${reference}`,
    parts: [
      {
        answer: `An answer that ${name} owes a customer is overdue: the time that the law gives for it has ended.`,
        breach: `At ${name}, misuse was found 72 hours ago, and nobody has decided yet whether the authority has to be told.`,
      }[what],
      { digits: reference },
      `To see it, type ${host} into your browser and sign in at the desk. This mail comes once, and has no link and no personal details.`,
    ],
  }),
  signals: ({ name, host }, count) => ({
    subject: `At the desk: ${counted(count, "# signal waits", "# signals wait")}`,
    parts: [
      `Looks at customers’ data need an explanation. At the desk of ${name}, ${counted(count, "# signal waits", "# signals wait")} for the data protection officer. A signal accuses nobody: it says what was seen.`,
      `To see ${count === 1 ? "it" : "them"}, type ${host} into your browser and sign in at the desk. This mail has no link and no personal details.`,
    ],
  }),
  ask: ({ name, host, dpo }, link, to, day) => ({
    subject: `A question from the data protection officer of ${name}`,
    parts: [
      {
        employee: `The data protection officer of ${name} has a question about looks at a customer’s data that were recorded under your name.`,
        manager: `The data protection officer of ${name} has a question about looks at a customer’s data by somebody who works for you.`,
      }[to],
      "It is a question and nothing more: nobody is accused of anything. Whoever knows the reason is heard before anybody judges.",
      `Please answer on this page by the end of ${day}:`,
      { link },
      `The link begins with the address of the portal, ${host}. It works once. Please do not pass it on: whoever has it can answer in your place.`,
      `Would you rather talk, or do you doubt this mail? Turn to ${dpo.name}: ${dpo.email}`,
    ],
  }),
  addressCode: ({ name, host, dpo }, digits) => ({
    subject: `Your code to confirm this address for ${name}`,
    parts: [
      `Somebody asked at ${host} that this address be used for them at ${name} from now on. If that was you, this is your code:`,
      { digits },
      "Type it on the page where you asked for it. It works in that browser only, once, and for 10 minutes after you asked.",
      "Nothing changes at once: the address used so far is told first, and the change waits for some days.",
      "There is no link in this mail, and nobody will ever ask you for this code by phone, mail or message. Do not give it to anyone, not even to us.",
      `Was it not you? Then do nothing. Without the code nothing changes. Questions go to ${dpo.name}: ${dpo.email}`,
    ],
  }),
  addressChanging: ({ name, host, dpo }, moment) => ({
    subject: `Your address at ${name} is about to change`,
    parts: [
      `Somebody who had confirmed this address asked at ${host} that another one take its place at ${name}. The change takes effect on ${moment}.`,
      "Was it you? Then you need not do anything.",
      `Was it not you? Then somebody else can read your mail. Tell us before that time, so that the change can be stopped, and change the password of your mailbox. Write to ${dpo.name}: ${dpo.email}`,
    ],
  }),
  addressChanged: ({ name, host, dpo }) => ({
    subject: `The address at ${name} has changed`,
    parts: [
      `As announced, another mail address now stands for the customer at ${name}. Codes for ${host} and news go to the new address only.`,
      `Was it not you who wanted this? Tell ${dpo.name} at once: ${dpo.email}`,
    ],
  }),
};
