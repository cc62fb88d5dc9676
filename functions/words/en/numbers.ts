import type { NumbersWords } from "../numbers-words.ts";
import { counter } from "../plural.ts";

const count = counter("en");

export const numbers: NumbersWords = {
  title: (month) => `Numbers for ${month}`,
  made: (date, time) => `Made on ${date} at ${time}.`,
  counted: (accesses, automated) =>
    `Counted from ${count(accesses, "# access", "# accesses")} in the log, ${count(automated, "#")} of them caused by no person. The month is counted in UTC.`,
  finality: {
    "not-over": "The month is not over yet: these numbers will grow.",
    early: "What is reported late, up to a week after the month, is not all counted yet.",
  },

  evidence: "How far reasons are borne out",
  looked: (people, looks) => `${count(people, "# person", "# people")} looked ${count(looks, "once", "# times")}.`,
  refused: (tries) => `${count(tries, "# more try was refused", "# more tries were refused")}: nobody saw anything.`,
  tooFew: "Fewer than five different people looked in this month. Nothing is said about their looks.",
  byUnit: "Looks by unit",
  unitHeads: ["Unit", "People", "Looks"],
  noUnit: "No unit recorded",
  others: (units) => `Other units (${units})`,
  all: "All",
  whyOthers:
    "Units in which fewer than five different people looked are counted together under “Other units”, so that no figure speaks of a few people. Where they would still be fewer than five together, the next larger unit is counted with them, so that nothing can be worked out from the rest.",

  times: "How long customers waited",
  recordsAtOnce: (records) =>
    `${count(records, "# request was", "# requests were")} answered at once, by the record itself; the table does not count them.`,
  timesCaption: "Answered in the month",
  timeHeads: ["What", "Answered", "Median, days", "90th percentile, days", "After the due date"],
  waits: { all: "All", question: "Questions", "contact-report": "Contact reports" },
  howTimes:
    "Whole days from receipt to the answer, with the days on which the clock stood still. Percentiles are by nearest rank: that share of the customers waited so long or less. What is a question and a report counts in both rows.",

  decisions: "What was decided",
  decisionsCaption: "Decisions and what is open",
  decisionHeads: ["What", "Number"],
  outcomes: {
    explained: "Closed: explained",
    misuse: "Closed: misuse found",
    "no-finding": "Closed: nothing found",
    refused: "Closed: refused",
    "partly-refused": "Closed: refused in part",
    withdrawn: "Closed: withdrawn",
  },
  closedSignals: "Of these, opened by a rule",
  open: "Open now",
  openOverdue: "Open now and overdue",
  breaches: {
    marked: "Misuse marked: a data breach",
    notifiedInTime: "Authority told within 72 hours",
    notifiedLate: "Authority told later",
    riskUnlikely: "Authority not told: risk unlikely",
  },
  releases: {
    proposed: "Release of a name proposed",
    approved: "Release approved by a second person",
    declined: "Release declined",
    expired: "Release lapsed undecided",
  },
  openNow: "“Now” is when the numbers were made.",
};
