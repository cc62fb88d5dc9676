import * as z from "zod/mini";
import { compiledObject } from "../../contract/compiled-object.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Action } from "../../domain/vocabulary.ts";
import { DETAILED, FHIR, OURS, REASONS } from "../fhir-terms.ts";
import { draftOf, givenAt, oneOrAll, optional, optionalId, optionalText, shortened, sourceNameOf } from "./draft.ts";
import type { ForeignFormat } from "./foreign.ts";
import { instantOf } from "./local-time.ts";
import { readJsonRecords } from "./split-json.ts";

const coding = compiledObject({ system: optionalText, code: optionalText, display: optionalText });
const concept = compiledObject({ coding: optional(z.array(coding)), text: optionalText });
const reference = compiledObject({
  reference: optionalText,
  display: optionalText,
  identifier: optional(compiledObject({ value: optionalId })),
});
type Reference = z.infer<typeof reference>;

const agent = compiledObject({
  type: optional(concept),
  role: optional(z.array(concept)),
  who: optional(reference),
  altId: optionalText,
  name: optionalText,
  requestor: optional(z.boolean()),
  purposeOfUse: optional(z.array(concept)),
});
type Agent = z.infer<typeof agent>;

const entity = compiledObject({
  what: optional(reference),
  type: optional(coding),
  role: optional(coding),
  detail: optional(z.array(compiledObject({ type: optionalText, valueString: optionalText }))),
});
type Entity = z.infer<typeof entity>;

const auditEvent = compiledObject({
  resourceType: z.literal("AuditEvent"),
  id: optionalText,
  type: optional(coding),
  subtype: optional(z.array(coding)),
  action: optionalText,
  recorded: optionalText,
  outcome: optionalText,
  outcomeDesc: optionalText,
  purposeOfEvent: optional(z.array(concept)),
  agent: optional(z.array(agent)),
  entity: optional(z.array(entity)),
  source: optional(compiledObject({ site: optionalText })),
});
type AuditEvent = z.infer<typeof auditEvent>;

/** In a Bundle, a record is an entry; elsewhere it is the resource itself. */
const inBundle = compiledObject({ resource: z.optional(z.unknown()) });
const resourceIn = (record: unknown): unknown => inBundle.safeParse(record).data?.resource ?? record;

const eventIn = (record: unknown): AuditEvent => {
  const { data } = auditEvent.safeParse(resourceIn(record));
  if (data) return data;
  throw new Refusal("EVENT_NOT_ACCESS", { detail: "The record is no AuditEvent of FHIR." });
};

/** Type and id of what a reference points to: `Patient/7`, also as a whole address and with a version. */
const targetOf = (what: Reference | undefined): { type?: string; id?: string } => {
  const [, type, id] =
    /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/.*)?$/.exec(what?.reference ?? "") ?? [];
  return { ...(type && { type }), ...(id && { id }) };
};

const idOf = (what: Reference | undefined): string | undefined => targetOf(what).id ?? what?.identifier?.value;

const codesOf = ({ type }: Pick<Agent, "type">): readonly string[] =>
  (type?.coding ?? []).flatMap(({ code }) => code ?? []);

/** Machines at both ends of a request, and the application: DICOM's source, destination and application. */
const MACHINES: ReadonlySet<string> = new Set(["110150", "110152", "110153"]);
const DESTINATION = "110152";
/** Users as BALP marks them, whether or not they are the requestor. */
const USERS: ReadonlySet<string> = new Set([FHIR.user, "UserOauthAgent", "UserSamlAgent"]);

const nameOf = ({ who, name }: Agent): string | undefined => who?.display || name;

/** The person who asked. A patient who authorised something, or reads what is theirs, is none of the staff. */
const userOf = ({ agent: agents = [] }: AuditEvent): Agent | undefined => {
  const staff = agents.filter(
    (one) => targetOf(one.who).type !== "Patient" && !codesOf(one).some((code) => MACHINES.has(code)),
  );
  return (
    staff.find((one) => codesOf(one).some((code) => USERS.has(code))) ??
    staff.find(({ requestor }) => requestor === true)
  );
};

const employeeOf = (user: Agent | undefined) => {
  if (user === undefined) return {};
  const id = user.who?.identifier?.value || targetOf(user.who).id || user.altId || nameOf(user);
  const role = user.role?.[0];
  return {
    "employee.id": id,
    "employee.name": nameOf(user) === id ? undefined : shortened(nameOf(user), 160),
    "employee.role": shortened(role?.text || role?.coding?.[0]?.display, 120),
    "employee.type": targetOf(user.who).type === "Device" ? "system" : undefined,
  };
};

const isPatient = ({ what, role, type }: Entity): boolean =>
  targetOf(what).type === "Patient" || (role?.code === "1" && type?.code === "1");
const isOfCode = (wanted: string) => (one: Entity) => one.type?.code === wanted;

const requestIdOf = ({ entity: entities = [] }: AuditEvent): string | undefined =>
  idOf(entities.find(isOfCode(FHIR.requestEntity))?.what);

const ACTIONS: Readonly<Record<string, Action>> = { C: "update", R: "view", U: "update", D: "delete", E: "search" };
/** DICOM's Export: data that left. */
const EXPORT = "110106";

const actionOf = ({ type, subtype = [], action = "" }: AuditEvent): Action | undefined => {
  if (type?.code === EXPORT) return "export";
  if (subtype.some(({ code }) => code?.startsWith("search"))) return "search";
  return ACTIONS[action];
};

const DENIED = /denied|forbidden|unauthori[sz]ed|\b40[13]\b/i;
const outcomeOf = ({ outcome = "0", outcomeDesc = "" }: AuditEvent): string =>
  outcome === "0" ? "success" : DENIED.test(outcomeDesc) ? "denied" : "error";

const purposeOf = ({ purposeOfEvent = [] }: AuditEvent, user: Agent | undefined): string | undefined => {
  const [first] = [...purposeOfEvent, ...(user?.purposeOfUse ?? [])].flatMap(({ coding: codes = [] }) => codes);
  return first?.code && ((first.system === OURS.purpose ? undefined : REASONS[first.code]) ?? first.code);
};

/** What was read, by the kinds of FHIR's resources: a patient's own is how to reach them, all others are of health. */
const kindsOf = ({ entity: entities = [] }: AuditEvent): readonly string[] => [
  ...new Set(entities.flatMap((one) => (one.role?.code === "1" ? [] : (targetOf(one.what).type ?? [])))),
];

/** A query names no resource: what it found is of health as long as nobody says otherwise. */
const categoriesOf = (kinds: readonly string[]): string[] =>
  kinds.length === 0 ? ["health"] : [...new Set(kinds.map((kind) => (kind === "Patient" ? "contact" : "health")))];

const detailsOf = ({ detail = [] }: Entity) =>
  Object.fromEntries(
    DETAILED.flatMap((at) => {
      const texts = detail.flatMap((one) => (one.type === at && one.valueString ? [one.valueString] : []));
      return texts.length > 0 ? [[at, givenAt(at, texts)] as const] : [];
    }),
  );

/** What Regard itself wrote when it exported an access; nothing in the records of others. */
const ownOf = ({ entity: entities = [], source }: AuditEvent) => {
  const own = entities.find(isOfCode(OURS.event.code));
  return own && { eventId: idOf(own.what), source: sourceNameOf(source?.site), ...detailsOf(own) };
};

/** Letters and digits alone: a client writes "JohnSmith" where a server writes "John Smith". */
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** FHIR R4 AuditEvent, IHE BALP: Bundles, NDJSON or single resources. Field by field in FORMATS.md. */
export const FHIR_AUDIT: ForeignFormat = {
  recordsOf: (chunks) => readJsonRecords(chunks, ["entry"]),
  read: (record) => {
    const event = eventIn(record);
    const user = userOf(event);
    const kinds = kindsOf(event);
    const own = ownOf(event);
    const patients = (event.entity ?? []).filter(isPatient).flatMap(({ what }) => idOf(what) ?? []);
    const destination = event.agent?.find((one) => codesOf(one).includes(DESTINATION));
    const request = requestIdOf(event);
    const draft = draftOf({
      source: "fhir",
      eventId: event.id,
      occurredAt: event.recorded && instantOf(event.recorded, undefined),
      customerId: oneOrAll(patients),
      ...employeeOf(user),
      action: actionOf(event),
      outcome: outcomeOf(event),
      purpose: purposeOf(event, user),
      dataCategories: own ? [] : categoriesOf(kinds),
      fieldsRevealed: [...kinds],
      recipient: actionOf(event) === "export" && destination ? shortened(nameOf(destination), 160) : undefined,
      correlationId: request,
      ...own,
    });
    const who = user && (nameOf(user) || user.who?.identifier?.value || targetOf(user.who).id || user.altId);
    const sharedBy = request !== undefined && !own && ["request", request, event.action ?? "", plain(who ?? "")];
    return { draft, ...(sharedBy && { sharedBy }) };
  },
  advice: {
    customer: "No entity of the event is a patient, so it is in nobody's record.",
    employee: "No agent of the event is a person: the request came from a system. Have it carry the user's token.",
  },
};
