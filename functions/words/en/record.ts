import { counter } from "../plural.ts";
import type { RecordWords } from "../record-words.ts";

const count = counter("en");

export const record: RecordWords = {
  lastMonths: (months) => count(months, "In the last month", "In the last # months"),
  since: (date) => `Since ${date}`,
  between: (first, last) => `Between ${first} and ${last}`,
  on: (date) => `On ${date}`,

  nobodyLooked: (period) => `${period} nobody looked at your data`,
  peopleLooked: (period, people, times) =>
    `${period} ${count(people, "# person", "# people")} looked at your data ${count(times, "once", "# times")}`,
  withoutReason: (accesses) => count(accesses, "# look has no recorded reason", "# looks have no recorded reason"),
  contradicted: (accesses) =>
    count(accesses, "# look does not fit the reason given for it", "# looks do not fit the reason given for them"),
  join: "; ",
  listedOnly: (looks) => count(looks, "In # of these looks your name was only in a list; your record was not opened."),
  refused: (attempts) =>
    count(attempts, "# more attempt to look was refused.", "# more attempts to look were refused."),
  automated: (accesses) =>
    count(
      accesses,
      "# more access was automatic: no person looked.",
      "# more accesses were automatic: no person looked.",
    ),

  keptFor: (months, horizon) =>
    `The company’s rule is to keep entries for ${count(months, "# month", "# months")}. Under this rule those from before ${horizon} were erased.`,
  keptLonger:
    "Some older entries were kept longer, on purpose or because a question or request of yours was open; this record shows those that fall into its period.",
  erasedOnRequest: (date) => `What was logged before ${date} was erased because you asked for it.`,
  unreadable: (entries) =>
    count(
      entries,
      "# entry of the company’s own log could not be read and is missing here.",
      "# entries of the company’s own log could not be read and are missing here.",
    ),
  ofSource: (source, sentence) => `${source}: ${sentence}`,
  entriesSince: (since, lastReceived) => `entries since ${since}, last received on ${lastReceived}.`,
  nothingYet: "nothing has been received yet.",
  countedSince: (date) => `gaps can be seen since ${date}.`,
  gap: (missing, after, before) =>
    count(
      missing,
      `# entry between ${after} and ${before} never reached us.`,
      `# entries between ${after} and ${before} never reached us.`,
    ),
  gapOn: (missing, date) =>
    count(missing, `# entry of ${date} never reached us.`, `# entries of ${date} never reached us.`),
  gaps: (missing, gaps) =>
    count(
      missing,
      `# entry in ${count(gaps, "# gap", "# gaps")} never reached us.`,
      `# entries in ${count(gaps, "# gap", "# gaps")} never reached us.`,
    ),

  silent: "silent since then for longer than usual; newer entries may be missing.",
  shortDay: (announced, received, date) =>
    count(
      announced,
      `by its own count # entry on ${date}; we received ${count(received, "#")}.`,
      `by its own count # entries on ${date}; we received ${count(received, "#")}.`,
    ),
  shortDays: (missing, days) =>
    `by its own count ${count(missing, "# entry", "# entries")} of ${count(days, "# day", "# days")} never reached us.`,

  uncounted: (sources) => `Entries without a running number, so that a gap would not be seen: ${sources}.`,
  noGaps: "No gaps are known.",
  bulkRead: (date, records, reader) =>
    `On ${date}, ${count(records, "# record was", "# records were")} read in bulk by ${reader}; yours may be among them.`,
  bulkReads: (first, last, reads, people, records) =>
    `Between ${first} and ${last}, ${count(records, "# record was", "# records were")} read in ${count(reads, "# bulk read", "# bulk reads")} by ${people === 0 ? "automatic processes" : count(people, "# person", "# people")}; yours may be among them.`,
  automaticReader: "an automatic process",

  restricted:
    "In some cases the law allows a company to hold looks back for a time, for example while a fraud is being investigated. This sentence stands in every record, whether or not anything was held back from yours.",
  names: {
    name: "You see staff by name. Where a person needs protection, you see a code name such as “K7P-Robin” instead. The same person always has the same code name in your record.",
    dpo: "You see staff under a code name such as “K7P-Robin”, because the law protects them too. The same person always has the same code name in your record. If you need a name to use your rights, ask for it: a person decides about each case.",
    handle:
      "You see staff under a code name such as “K7P-Robin”, because the law protects them too. The same person always has the same code name in your record.",
  },
  questions: (dpo, email) =>
    `If something here looks wrong to you, write to ${dpo}, ${email}. You can also complain to your data protection authority at any time.`,
};
