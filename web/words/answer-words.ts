/** The page on which an employee or a manager answers a question about looks. */
export interface AnswerWords {
  readonly title: string;
  readonly description: string;
  readonly loading: string;
  readonly lead: string;
  readonly fair: Readonly<Record<"employee" | "manager", readonly string[]>>;
  readonly question: string;
  readonly looks: string;
  readonly saw: string;
  readonly why: string;
  readonly case: string;
  readonly source: string;
  readonly label: string;
  readonly hint: string;
  readonly left: string;
  readonly empty: string;
  readonly tooLong: string;
  readonly until: string;
  readonly send: string;
  readonly sending: string;
  readonly kept: string;
  readonly thanks: string;
  readonly thanksLead: string;
  readonly spent: string;
  readonly spentLead: string;
  readonly noLink: string;
}
