import * as z from "zod/mini";
import { refusalCode } from "./problem.ts";

/** Most events, facts or manifests in one call. */
export const MAX_INTAKE_ITEMS = 500;
/** Longest body of a call, in bytes. */
export const MAX_INTAKE_BYTES = 1024 * 1024;

/**
 * An access event as `accessEvent` reads it. The envelope takes anything for one: each is read by itself, so that a bad
 * one stops none of the others.
 */
export const sentEvent = z.unknown();

const sendAccessEvents = z.strictObject({
  events: z.array(sentEvent).check(z.maxLength(MAX_INTAKE_ITEMS)),
  /** All of these may be older than 7 days: a queue that stood still, a device that was offline. */
  late: z._default(z.boolean(), false),
});

/**
 * What became of an event. `accepted`: it is in the log. `duplicate`: it was before. `quarantined`: it is kept aside,
 * sealed, until the company has looked into it; sending it again changes nothing. `rejected`: it is nowhere, and why.
 */
const INTAKE_OUTCOMES = ["accepted", "duplicate", "rejected", "quarantined"] as const;

const intakeResult = z.strictObject({
  /** As it was sent, where it can be read. */
  eventId: z.optional(z.string()),
  outcome: z.enum(INTAKE_OUTCOMES),
  /** With `rejected` and `quarantined`. */
  code: z.optional(refusalCode),
  /** The first field that is wrong, as a path (`employee.id`). */
  field: z.optional(z.string()),
});
export type IntakeResult = z.infer<typeof intakeResult>;

/** One result for each event, in their order. */
const accessEventsSent = z.strictObject({ results: z.array(intakeResult) });

/** A business fact as `businessFact` reads it, and a manifest as `manifest` does; each is read by itself. */
export const sentFact = z.unknown();
export const sentManifest = z.unknown();

const itemsOf = (item: z.ZodMiniType) => z.array(item).check(z.maxLength(MAX_INTAKE_ITEMS));

/**
 * What became of a fact or a manifest. `kept`: it is known, and sending it again changes nothing. `rejected`: it is not,
 * and why.
 */
const keptResult = z.strictObject({
  outcome: z.enum(["kept", "rejected"]),
  /** With `rejected`. */
  code: z.optional(refusalCode),
  /** The first field that is wrong, as a path (`employeeIds.3`). */
  field: z.optional(z.string()),
});
export type KeptResult = z.infer<typeof keptResult>;

/** One result for each fact or manifest, in their order. */
const itemsKept = z.strictObject({ results: z.array(keptResult) });

/**
 * Every route by which the company's systems send. The intake's API, its policy, its handler, the OpenAPI document and
 * the tests are all made from this table, so that a route that is not listed does not exist and a new one starts refused.
 * `who`: `source`, a role of the company's account that has the route's `policy` and signed the request (SigV4).
 * `facts` is a policy of its own: whoever reports looks shall not be able to send the cases that explain them.
 */
export const INTAKE_ROUTES = {
  sendAccessEvents: {
    method: "POST",
    path: "/v1/access-events",
    who: "source",
    policy: "events",
    function: "intake",
    body: sendAccessEvents,
    status: 200,
    answer: accessEventsSent,
  },
  putManifests: {
    method: "PUT",
    path: "/v1/manifests",
    who: "source",
    policy: "events",
    function: "intake",
    body: z.strictObject({ manifests: itemsOf(sentManifest) }),
    status: 200,
    answer: itemsKept,
  },
  putFacts: {
    method: "PUT",
    path: "/v1/facts",
    who: "source",
    policy: "facts",
    function: "intake",
    body: z.strictObject({ facts: itemsOf(sentFact) }),
    status: 200,
    answer: itemsKept,
  },
} as const;
