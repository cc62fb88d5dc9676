import type { Translation } from "./translation.ts";

/** The page of what the rules found that belongs to no customer; what was found, the service says. */
export const findingsEn = {
  link: "Signals without a customer",
  title: "Signals without a customer",
  back: "Back to the open matters",
  loading: "Fetching the signals…",
  lead: "What the rules found that belongs to no customer: how somebody works, or a gap in what a system sends. None of it says that anybody did wrong. It stays open until somebody writes what became of it.",
  none: "Nothing is open, and nothing was found lately.",
  employee: "Employee {id}",
  source: "System {source}",
  found: "First found {first}, last {last}",
  looks: { one: "{n} look", other: "{n} looks" },
  words: "What became of it",
  wordsHint: "Only the desk reads it.",
  save: "Mark as seen to",
  saving: "Saving…",
  changed: "Somebody else wrote about this meanwhile. Read what they wrote; your words are still here.",
  done: "Seen to by {name} on {day}",
  onlyOfficer: "The data protection officer sees to these.",
};

export type FindingsWords = Translation<typeof findingsEn>;
