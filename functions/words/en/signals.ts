import { counter } from "../plural.ts";
import type { SignalWords } from "../signal-words.ts";

const count = counter("en");
const looks = (opens: number): string => count(opens, "# look", "# looks");
const when = (first: string, last: string): string => (first === last ? `on ${first}` : `between ${first} and ${last}`);
const later = (hours: number): string =>
  hours < 48 ? count(hours, "# hour", "# hours") : count(Math.floor(hours / 24), "# day", "# days");

export const signals: SignalWords = {
  titles: {
    "no-business-link": "No link to a case",
    "contradicted-case": "The case does not fit",
    "contact-after-job": "Contact details after the job",
    "repeat-interest": "The same customer again and again",
    "outside-shift": "Outside working hours",
    colleague: "The customer is a colleague",
    household: "The customer lives close by",
    "declared-conflict": "A declared conflict",
    "search-fishing": "Many searches by name",
    volume: "Many customers in one day",
    export: "An export",
    "break-glass": "A lock was overridden",
    leaver: "Outside the time of employment",
    "contact-report": "A contact was reported",
    "look-back": "Look-back after a decision",
    "poor-reasons": "Reasons that say little",
    "log-gap": "A gap in the log",
    "denied-then-granted": "Opened after a refusal",
    "bulk-read": "Many records in bulk",
  },
  sentences: {
    "no-business-link": ({ opens, firstAt, lastAt }, { date }) =>
      `${looks(opens)} ${when(date(firstAt), date(lastAt))} cannot be linked to any case of the customer.`,
    "contradicted-case": ({ opens, firstAt, lastAt }, { date }) =>
      `${looks(opens)} ${when(date(firstAt), date(lastAt))} under a case that does not fit: it is another customer’s, is not known, or was not open then.`,
    "contact-after-job": ({ opens, hoursAfter, endedAt }, { date }) =>
      `Contact details were opened ${count(opens, "once", "# times")} after the job had ended on ${date(endedAt)}, the last time ${later(hoursAfter)} after it.`,
    "repeat-interest": ({ opens, days, cases }) =>
      `The customer’s data was opened ${count(opens, "once", "# times")} on ${count(days, "# day", "# different days")}, and ${cases === 0 ? "no case was named" : count(cases, "# case was named", "# cases were named")}.`,
    "outside-shift": ({ opens, minutes }) =>
      `${looks(opens)} happened outside the planned shifts, up to ${count(minutes, "# minute", "# minutes")} away from the nearest one.`,
    colleague: ({ opens }) => `${looks(opens)} concerned a customer who works here too.`,
    household: ({ opens, shared }) =>
      `${looks(opens)} concerned a customer ${shared === "address" ? "at the employee’s own address" : "in the employee’s own street"}.`,
    "declared-conflict": ({ opens, declaredBy }) =>
      `${looks(opens)} concerned two people of whom ${declaredBy === "customer" ? "the customer" : "the employee"} has said that they are too close.`,
    "search-fishing": ({ searches, opened, firstAt }, { date }) =>
      `On ${date(firstAt)} there were ${count(searches, "# search", "# searches")} by name within an hour, and ${count(opened, "# record was opened", "# records were opened")} afterwards.`,
    volume: ({ customers, day: on, median }, { day }) =>
      `On ${day(on)} the data of ${count(customers, "# customer", "# customers")} was opened without an explanation; in this role ${count(median, "# a day is usual", "# a day are usual")}.`,
    export: ({ records, firstAt }, { date }) =>
      `On ${date(firstAt)} the data of ${count(records, "# customer", "# customers")} was exported.`,
    "break-glass": ({ opens, firstAt }, { date }) =>
      `A lock was overridden ${count(opens, "once", "# times")}, first on ${date(firstAt)}. This is always reviewed.`,
    leaver: ({ opens, side, date: on }, { day }) =>
      `${looks(opens)} happened under this account ${side === "after-leaving" ? "after the last day of work" : "before the first day of work"}, ${day(on)}.`,
    "contact-report": ({ opens, contactedAt, senderMatches }, { date }) =>
      senderMatches
        ? `The customer reported a contact on ${date(contactedAt)} from a number or an address that the company has on file for this employee.`
        : `The customer reported a contact on ${date(contactedAt)}; in the 30 days before there ${count(opens, "was # look", "were # looks")} at how to reach them.`,
    "look-back": ({ opens, confirmedAt }, { date }) =>
      `After the decision of ${date(confirmedAt)} about another customer, ${count(opens, "# look", "# looks")} at this one remain without an explanation.`,
    "poor-reasons": ({ missing, looks: all, identical }) =>
      `${count(missing, "# look", "# looks")} of ${all} have no reason, and up to ${identical} a day have the same text.`,
    "log-gap": (gap, write) => {
      const source = write.source(gap.source);
      switch (gap.kind) {
        case "silence":
          return `${source} has sent nothing since ${write.date(gap.after)}.`;
        case "numbers":
          return `${source}: ${count(gap.missing, "# entry", "# entries")} ${when(write.date(gap.after), write.date(gap.before))} never reached us.`;
        case "count":
          return `${source}: by its own count ${count(gap.announced, "# entry", "# entries")} on ${write.day(gap.day)}; we received ${count(gap.received, "#")}.`;
        case "no-count":
          return `${source} did not say how many entries it had on ${write.day(gap.day)}.`;
      }
    },
    "denied-then-granted": ({ deniedAt, minutes }, { date }) =>
      `A look was refused on ${date(deniedAt)}, and ${count(minutes, "# minute", "# minutes")} later the same customer’s data was opened.`,
    "bulk-read": ({ day: on, reads, records }, { day }) =>
      `On ${day(on)}, ${count(records, "# record was", "# records were")} read in bulk in ${count(reads, "# look", "# looks")}, without anybody knowing whose.`,
  },
  needsExplanation: "This needs an explanation.",
};
