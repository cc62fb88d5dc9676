import type { MailWords } from "./mail-words.ts";

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
};
