import type { LetterWords } from "../letter-words.ts";

export const letter: LetterWords = {
  title: "Who looked at your data",
  logoOf: (company) => `Logo of ${company}`,
  salutation: "Dear customer,",
  opening: (company) =>
    `You asked ${company} who has looked at your data. This letter lists every look that is on record: when it was, why, what was seen, by whom, and whether the reason can be borne out.`,

  reference: "Reference",
  period: "Period",
  fromTo: (first, last) => `${first} to ${last}`,
  made: "Made",
  at: (date, time) => `${date} at ${time}`,
  times: "Times",
  timesOf: (zone) => `Local time (${zone})`,

  coverage: "What this record covers",
  looks: "The looks, day by day",
  standing: "Good to know",
  columns: ["Time", "Why", "What they saw", "Who", "Is the reason borne out?"],
  roleNotRecorded: "role not recorded",
  employeeTypes: {
    employee: "employee",
    contractor: "contractor",
    processor: "outside service provider",
    system: "computer system",
    ai_agent: "AI agent",
  },
  onBehalfOf: (handle) => `on behalf of ${handle}`,
  explained: (date) => `Explained by the data protection officer on ${date}:`,

  evidence: { confirmed: "Confirmed", stated: "Stated", contradicted: "Contradicted", missing: "Missing" },
  evidenceHeading: "How the reasons were checked",
  evidenceMeans: {
    confirmed: "The reason fits a case of yours, and the person or their team worked on it.",
    stated: "A reason was given, but the company’s other systems do not bear it out fully.",
    contradicted: "A reason was given, but what the company’s other systems say speaks against it.",
    missing: "No reason was recorded. The company owes you one.",
  },

  continued: (day) => `${day} (continued)`,
  page: (page, pages) => `Page ${page} of ${pages}`,
  unprintable: "Some characters cannot be printed in this letter. The JSON and CSV files have them all.",
};
