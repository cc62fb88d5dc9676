import * as z from "zod/mini";
import { compiledObject } from "../../contract/compiled-object.ts";
import type { MapValue } from "../../contract/event-map.ts";
import { Refusal } from "../../domain/errors.ts";
import { CUSTOMER_TYPES, ENRICHED, OCSF_ACTIONS } from "../ocsf-terms.ts";
import {
  draftOf,
  givenAt,
  oneOrAll,
  optional,
  optionalId,
  optionalText,
  type Said,
  shortened,
  sourceNameOf,
} from "./draft.ts";
import type { ForeignFormat } from "./foreign.ts";
import { textsIn } from "./json-path.ts";
import { instantOf } from "./local-time.ts";
import { contentOf } from "./map-event.ts";
import { readJsonRecords } from "./split-json.ts";

const [text, id] = [optionalText, optionalId];

const user = compiledObject({
  uid: id,
  name: text,
  full_name: text,
  email_addr: text,
  type_id: optional(z.int()),
  ldap_person: optional(compiledObject({ job_title: text, department: text, office_location: text })),
});
const thing = compiledObject({ uid: id, name: text, type: text });
const things = optional(z.array(thing));

const ocsfEvent = compiledObject({
  class_uid: z.int(),
  activity_id: optional(z.int()),
  time: optional(z.union([z.number(), z.string()])),
  time_dt: text,
  status: text,
  status_id: optional(z.int()),
  status_code: id,
  action_id: optional(z.int()),
  actor: optional(compiledObject({ user: optional(user), invoked_by: text, app_name: text, app_uid: id })),
  api: optional(compiledObject({ request: optional(compiledObject({ uid: id })) })),
  metadata: optional(
    compiledObject({
      uid: id,
      correlation_uid: id,
      log_provider: text,
      product: optional(compiledObject({ name: text })),
    }),
  ),
  user: optional(thing),
  entity: optional(thing),
  resource: optional(thing),
  resources: things,
  web_resources: things,
  enrichments: optional(
    z.array(compiledObject({ name: text, value: z.optional(z.unknown()), data: z.optional(z.unknown()) })),
  ),
});
type OcsfEvent = z.infer<typeof ocsfEvent>;

const refuseTime = (detail: string) => new Refusal("EVENT_FIELD_INVALID", { field: "occurredAt", detail });

/** Years in which a number is taken for a time; in seconds, milliseconds and microseconds they share no number. */
const [EARLIEST, LATEST] = [Date.UTC(2000), Date.UTC(2100)];

/** `time` (timestamp_t) says milliseconds; not every producer does. */
const millisecondsOf = (time: number): number => {
  const found = [time, time * 1_000, time / 1_000].find((ms) => ms >= EARLIEST && ms < LATEST);
  if (found === undefined) throw refuseTime("The time is in no unit (s, ms, µs) a day between 2000 and 2100.");
  return Math.floor(found);
};

/** `time` and `time_dt` are one instant in two forms; where they are not, nobody can say which of them is right. */
const occurredAt = ({ time, time_dt: written }: OcsfEvent): string | undefined => {
  const instant = written === undefined ? undefined : instantOf(written, undefined);
  if (time === undefined) return instant;
  if (!/^\d{9,16}$/.test(String(time))) throw refuseTime("The time is no whole number since 1970.");
  const ms = millisecondsOf(Number(time));
  // One of the two may have no fractions of a second.
  if (instant !== undefined && Math.abs(Date.parse(instant) - ms) >= 1_000) {
    throw refuseTime("time and time_dt say different times. Correct the one that is wrong at its producer.");
  }
  return new Date(ms).toISOString();
};

/** Types of users (user.type_id) behind which there is no person. */
const NO_PERSON: ReadonlySet<number> = new Set([3, 4]);

const employeeOf = ({ actor }: OcsfEvent) => {
  const { uid, email_addr: email, name, full_name: fullName, type_id: type, ldap_person: person } = actor?.user ?? {};
  const userId = uid || email || name;
  const service = actor?.app_uid || actor?.app_name || actor?.invoked_by;
  const isPerson = userId && !NO_PERSON.has(type ?? 0);
  const shown = fullName || (isPerson ? name : undefined); // a service's name is its account's
  return {
    "employee.id": userId || service,
    "employee.name": shown === userId ? undefined : shortened(shown, 160),
    "employee.role": shortened(person?.job_title, 120),
    "employee.unit": shortened(person?.department, 120),
    "employee.site": shortened(person?.office_location, 120),
    "employee.type": isPerson ? undefined : "system",
  };
};

/** `uid` of whatever says that it is a customer. A resource that does not may be anything: a repository, a server. */
const customersOf = ({ user, entity, resource, resources = [], web_resources: web = [] }: OcsfEvent): MapValue => {
  const all = [user, entity, resource, ...resources, ...web];
  return oneOrAll(
    all.flatMap((one) => (CUSTOMER_TYPES.has(one?.type?.toLowerCase() ?? "") ? one?.uid || one?.name || [] : [])),
  );
};

const DENIED = /denied|forbidden|unauthori[sz]ed|^40[13]$/i;
const outcomeOf = ({ status, status_id: id, status_code: code = "", action_id: action }: OcsfEvent) => {
  if (action === 2 || DENIED.test(code)) return "denied";
  return id === 2 || status?.toLowerCase() === "failure" ? "error" : "success";
};

const isEnriched = (name: string): name is (typeof ENRICHED)[number] => ENRICHED.some((known) => known === name);

/** A list stands as one in `data`; whoever has it in `value` alone writes it with `;` between. */
const enrichmentsOf = ({ enrichments = [] }: OcsfEvent): Said => {
  const said: Record<string, MapValue> = {};
  for (const { name = "", value, data } of enrichments) {
    if (!isEnriched(name)) continue;
    const list = Array.isArray(data) ? textsIn(data) : [];
    const texts = textsIn(value).filter((one) => one !== "");
    if (list.length > 0) said[name] = givenAt(name, list);
    else if (texts.length > 0) said[name] = contentOf(name, texts, undefined);
  }
  return said;
};

/** OCSF 1.x: JSON objects in any arrangement. Field by field in FORMATS.md. */
export const OCSF: ForeignFormat = {
  recordsOf: (chunks) => readJsonRecords(chunks),
  read: (record) => {
    const parsed = ocsfEvent.safeParse(record);
    if (!parsed.success) throw new Refusal("EVENT_UNREADABLE", { detail: "The record has no class_uid of OCSF." });
    const event = parsed.data;
    const actions = OCSF_ACTIONS[event.class_uid];
    if (actions === undefined || (event.class_uid === 6005 && event.activity_id === 3)) {
      throw new Refusal("EVENT_NOT_ACCESS", { detail: "Events of this class show nobody a customer's data." });
    }
    const { uid, correlation_uid: correlation, log_provider: provider, product } = event.metadata ?? {};
    return {
      draft: draftOf({
        source: sourceNameOf(provider) ?? sourceNameOf(product?.name) ?? "ocsf",
        eventId: uid,
        occurredAt: occurredAt(event),
        customerId: customersOf(event),
        ...employeeOf(event),
        action: actions[event.activity_id ?? 0] ?? "view",
        outcome: outcomeOf(event),
        correlationId: correlation || event.api?.request?.uid,
        ...enrichmentsOf(event),
      }),
    };
  },
  advice: {
    customer:
      "No resource, entity or user of the event has the type Customer. Name where the customer's id stands in a map (--map, columns.customerId), or have the producer say it.",
    employee: "The event has no actor.user and no actor.app_name. Have the producer say who acted.",
  },
};
