import type { RecordAccess, RecordStream } from "../../contract/record.ts";
import type { Action } from "../../domain/vocabulary.ts";
import { API_ACTIVITY, type ENRICHED } from "../ocsf-terms.ts";
import { inOwnTerms } from "../own-terms.ts";

/** API Activity knows four activities; the action itself stands beside it. */
const ACTIVITIES: Readonly<Partial<Record<Action, { readonly id: number; readonly name: string }>>> = {
  update: { id: 3, name: "Update" },
  delete: { id: 4, name: "Delete" },
};
const READ = { id: 2, name: "Read" };
/** User types (user.type_id): 1 user, 3 system. */
const [USER, SYSTEM] = [1, 3];

const userOf = ({ employee: { handle, name, role, unit, type } }: RecordAccess) => ({
  uid: handle,
  ...(name !== undefined && { full_name: name }),
  type_id: type === "system" ? SYSTEM : USER,
  ...((role !== null || unit !== null) && {
    ldap_person: { ...(role !== null && { job_title: role }), ...(unit !== null && { department: unit }) },
  }),
});

type Enriched = Readonly<Partial<Record<(typeof ENRICHED)[number] | "evidence", unknown>>>;

const enrichmentsOf = (access: RecordAccess) => {
  const said: Enriched = { ...inOwnTerms(access), purpose: access.purpose, evidence: access.evidence };
  return Object.entries(said).flatMap(([name, data]) => {
    if (data === undefined || (Array.isArray(data) && data.length === 0)) return [];
    return [{ name, value: Array.isArray(data) ? data.join("; ") : String(data), data, provider: "Regard" }];
  });
};

const eventOf = (access: RecordAccess, customerId: string) => {
  const { id, name } = ACTIVITIES[access.action] ?? READ;
  return {
    category_uid: API_ACTIVITY.category,
    category_name: API_ACTIVITY.categoryName,
    class_uid: API_ACTIVITY.uid,
    class_name: API_ACTIVITY.name,
    activity_id: id,
    activity_name: name,
    type_uid: API_ACTIVITY.uid * 100 + id,
    type_name: `${API_ACTIVITY.name}: ${name}`,
    severity_id: 1,
    severity: "Informational",
    time: Date.parse(access.occurredAt),
    message: access.why,
    status_id: access.outcome === "success" ? 1 : 2,
    status: access.outcome === "success" ? "Success" : "Failure",
    ...(access.outcome === "denied" && { status_code: "AccessDenied" }),
    metadata: {
      version: "1.5.0",
      uid: access.eventId,
      log_provider: access.source,
      product: { name: "Regard", vendor_name: "Regard" },
    },
    actor: { user: userOf(access) },
    api: { operation: access.action },
    src_endpoint: { name: access.source },
    resources: [{ type: "Customer", uid: customerId }],
    enrichments: enrichmentsOf(access),
  };
};

/**
 * The rows of a record as OCSF 1.5 events of class API Activity, one a line, page by page: memory does not grow with the
 * record. Employees are named as in the record: the handle is the user's `uid`, the name is there where it may be.
 *
 * @param customerId Whose record it is, as the company writes it.
 */
export async function* toOcsf({ accesses }: RecordStream, customerId: string): AsyncGenerator<string> {
  for await (const page of accesses) {
    yield page.map((access) => `${JSON.stringify(eventOf(access, customerId))}\n`).join("");
  }
}
