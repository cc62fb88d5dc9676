import { type Check, check, fine, judged, listed, type Reading, toDo } from "./check.ts";

/** An alarm as it stands (CloudWatch: DescribeAlarms). */
export interface AlarmState {
  readonly name: string;
  /** What it means for a customer, and where its runbook is (infra/constructs/alarms.ts). */
  readonly description: string;
  readonly rings: boolean;
  /** UTC instant of its last change. */
  readonly since?: string;
  /** False where somebody switched its actions off: it rings, and nobody hears it. */
  readonly tellsSomebody: boolean;
}

/** The alarms of the stack: their names in the template, by those in CloudWatch. */
export type StackAlarms = Readonly<Record<string, string>>;

const DESCRIPTION = /^(?<impact>.*) What to do: (?<runbook>OPERATIONS\.md#[\w-]+)$/s;

/** `AlarmsCodesGuessed2644A4F9` in the template is the alarm CodesGuessed. */
const labelOf = (logicalId: string): string => logicalId.replace(/^Alarms/, "").replace(/[0-9A-F]{8}$/, "");

const ringing = (label: string, { description, since }: AlarmState): Check => {
  const { impact = description, runbook = "OPERATIONS.md#runbook" } = DESCRIPTION.exec(description)?.groups ?? {};
  const says = since === undefined ? "It rings." : `It rings since ${since.slice(0, 16).replace("T", " ")} UTC.`;
  return check(`running.ringing.${label}`, `Alarm ${label}`, toDo(`${says} ${impact}`, `Go through ${runbook}.`));
};

/** Whether an alarm rings that nobody followed, or one that should could not. */
export const ringingChecks = (alarms: StackAlarms, read: Reading<readonly AlarmState[]>): readonly Check[] => {
  const labels = new Map(Object.entries(alarms).map(([name, logicalId]) => [name, labelOf(logicalId)]));
  const states = "value" in read ? read.value : [];
  const rings = states.filter((alarm) => alarm.rings);
  const standing = judged(read, () => {
    const gone = [...labels].flatMap(([name, label]) => (states.some((one) => one.name === name) ? [] : [label]));
    if (gone.length > 0)
      return toDo(`${listed(gone)} of the stack's alarms cannot ring: not there.`, "Deploy the stack again.");
    const silenced = states.filter(({ tellsSomebody }) => !tellsSomebody).map(({ name }) => labels.get(name) ?? name);
    if (silenced.length > 0)
      return toDo(
        `The actions of ${listed(silenced)} are switched off: nobody is told.`,
        "Switch them on in CloudWatch, and find out who did it.",
      );
    return fine(rings.length === 0 ? `None of ${states.length} rings.` : `${rings.length} of ${states.length} ring.`);
  });
  return [
    check("running.ringing", "What rings", standing),
    ...rings.map((alarm) => ringing(labels.get(alarm.name) ?? alarm.name, alarm)),
  ];
};
