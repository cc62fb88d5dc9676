import { type ExpectedSource, gapsOf, isSilent, type SourceReport } from "../coverage.ts";
import { OWN_SOURCE } from "../vocabulary.ts";
import { type Check, check, type Finding, fine, judged, listed, type Reading, toDo, unknown } from "./check.ts";

/** Who is told when an alarm rings (SNS: ListSubscriptionsByTopic). */
export interface Subscription {
  readonly to: string;
  readonly confirmed: boolean;
}

/** A queue (SQS: GetQueueAttributes). */
export interface QueueState {
  readonly waiting: number;
  /** Nothing takes messages out of it but a person: what lies in it was given up. */
  readonly isLastStop: boolean;
}

/** The stack itself (CloudFormation: DescribeStacks). */
export interface StackState {
  readonly status: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What the other checks and commands find a portal by (infra/portal.ts). */
export const NEEDED_OUTPUTS = [
  "AccessLogTableName",
  "PortalTableName",
  "SecretId",
  "PortalOrigin",
  "PointDomainTo",
] as const;

export const stackCheck = ({ status, outputs }: StackState): Check => {
  const missing = NEEDED_OUTPUTS.filter((name) => outputs[name] === undefined);
  const judge = (): Finding => {
    if (status.endsWith("_IN_PROGRESS"))
      return unknown(`It is being changed (${status}).`, "Ask again when that is done.");
    if (/ROLLBACK|FAILED/.test(status))
      return toDo(
        `The last deployment did not get through (${status}).`,
        "Read the stack's events in CloudFormation, mend the cause and deploy again.",
      );
    return missing.length === 0
      ? fine(`It is deployed (${status}).`)
      : toDo(`It has no output ${listed(missing)}.`, "Deploy this version of Regard.");
  };
  return check("stack", "Stack", judge());
};

/** Whether somebody is woken up. */
export const alarmsCheck = (alarmsTo: string, read: Reading<readonly Subscription[]>): Check => {
  const judge = (subscriptions: readonly Subscription[]): Finding => {
    const own = subscriptions.find(({ to }) => to.toLowerCase() === alarmsTo.toLowerCase());
    if (own?.confirmed) return fine("Alarms reach the address of alarmsTo.");
    if (own !== undefined)
      return toDo(
        "The subscription is not confirmed: nothing rings.",
        "Open the mail from AWS Notifications and confirm it.",
      );
    return subscriptions.some(({ confirmed }) => confirmed)
      ? toDo(
          "Alarms reach others, and not the address of alarmsTo.",
          "Deploy the stack again with today's regard.config.ts.",
        )
      : toDo("Nobody is told when an alarm rings.", "Deploy the stack again and confirm the mail that follows.");
  };
  return check("running.alarms", "Alarms", judged(read, judge));
};

/** Whether anything was given up on the way. */
export const queueChecks = (queues: Readonly<Record<string, Reading<QueueState>>>): readonly Check[] =>
  Object.entries(queues).map(([name, read]) =>
    check(
      `running.${name}`,
      `Queue ${name}`,
      judged(read, ({ waiting, isLastStop }) =>
        isLastStop && waiting > 0
          ? toDo(
              waiting === 1 ? "About 1 message was given up." : `About ${waiting} messages were given up.`,
              "Read the runbook of the alarm about it in OPERATIONS.md: mend the cause first, then empty it.",
            )
          : fine(isLastStop ? "It is empty." : `About ${waiting} wait their turn.`),
      ),
    ),
  );

/** What waits in the quarantine. */
export interface WaitingEvents {
  readonly count: number;
  /** UTC instant at which the first of them came, or came again; undefined where there are none. */
  readonly oldest: string | undefined;
}

/** Whether looks wait for somebody that are in no record meanwhile. */
export const quarantineCheck = (stage: string | undefined, read: Reading<WaitingEvents>): Check => {
  const judge = ({ count, oldest = "" }: WaitingEvents): Finding => {
    if (count === 0) return fine("Nothing waits in it.");
    const all = count === 1 ? "1 event waits" : `${count} events wait`;
    return toDo(
      `${all}, the oldest since ${oldest.slice(0, 10)}: these looks are in no customer's record.`,
      `See which and why: npx regard quarantine list${stage === undefined ? "" : ` --stage ${stage}`}. Mend the cause, then replay.`,
    );
  };
  return check("running.quarantine", "Quarantine", judged(read, judge));
};

const ofSource = (report: SourceReport | undefined, expected: readonly ExpectedSource[], now: number): Finding => {
  if (report === undefined)
    return toDo(
      "It has never reported, so records cannot speak for it.",
      "Have it send its accesses under this name, or take it out of sources.",
    );
  const { lastReceivedAt, ranges } = report;
  const missing = gapsOf(ranges).reduce((sum, gap) => sum + gap.missing, 0);
  if (isSilent(report, new Date(now).toISOString(), expected))
    return toDo(
      `It is silent since ${lastReceivedAt.slice(0, 10)}.`,
      "Ask whoever runs it: looks may be missing from customers' records.",
    );
  return missing > 0
    ? toDo(
        `${missing} of its events never came (its counter has gaps).`,
        "Have it send them again; what is there is added once only.",
      )
    : fine(`Its last event came on ${lastReceivedAt.slice(0, 10)}.`);
};

/** Whether every system reports that should, and none that nobody knows. */
export const sourceChecks = (
  sources: readonly ExpectedSource[],
  now: number,
  read: Reading<readonly SourceReport[]>,
): readonly Check[] => {
  if ("error" in read)
    return [
      check(
        "running.sources",
        "Sources",
        judged(read, () => fine("")),
      ),
    ];
  const named = sources.map(({ source }) => source);
  const strangers = read.value
    .map(({ source }) => source)
    .filter((source) => source !== OWN_SOURCE && !named.includes(source));
  return [
    ...named.map((source) =>
      check(
        `running.source.${source}`,
        `Source ${source}`,
        ofSource(
          read.value.find((one) => one.source === source),
          sources,
          now,
        ),
      ),
    ),
    ...(strangers.length === 0
      ? []
      : [
          check(
            "running.sources",
            "Sources",
            toDo(
              `${listed(strangers)} ${strangers.length === 1 ? "reports" : "report"} and sources does not name them.`,
              "Name them in regard.config.ts, so that customers read a name that they understand.",
            ),
          ),
        ]),
  ];
};
