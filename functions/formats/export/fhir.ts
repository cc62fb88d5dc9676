import type { RecordAccess, RecordStream } from "../../contract/record.ts";
import type { Action } from "../../domain/vocabulary.ts";
import { type DETAILED, FHIR, OURS } from "../fhir-terms.ts";
import { inOwnTerms } from "../own-terms.ts";

/** AuditEvent's action, and the RESTful interaction that comes nearest, as BALP's patient read and query have them. */
const WORDS: Readonly<Partial<Record<Action, { readonly action: string; readonly interaction: string }>>> = {
  update: { action: "U", interaction: "update" },
  delete: { action: "D", interaction: "delete" },
  search: { action: "E", interaction: "search-type" },
  list: { action: "E", interaction: "search-type" },
};
const READ = { action: "R", interaction: "read" };

/** Success; serious failure; minor failure, which BALP has for requests that were turned away (4xx). */
const OUTCOMES = { success: "0", error: "8", denied: "4" } as const;

const coded = (system: string, code: string) => ({ coding: [{ system, code }] });

const userOf = ({ employee: { handle, name, role } }: RecordAccess) => ({
  type: coded(FHIR.participation, FHIR.user),
  who: { identifier: { system: OURS.employee, value: handle }, ...(name !== undefined && { display: name }) },
  ...(role !== null && { role: [{ text: role }] }),
  requestor: true,
});
const machine = (role: string, display: string) => ({
  type: coded(FHIR.roles, role),
  who: { display },
  requestor: false,
});

type Details = Readonly<Partial<Record<(typeof DETAILED)[number], unknown>>>;

/** What an AuditEvent has no place for, so that nothing is lost on the way back. */
const detailsOf = (access: RecordAccess) => {
  const said: Details = { ...inOwnTerms(access), "employee.unit": access.employee.unit };
  return Object.entries(said).flatMap(([type, value]) =>
    [value ?? []].flat().map((one) => ({ type, valueString: String(one) })),
  );
};

const auditEventOf = (access: RecordAccess, customerId: string) => {
  const { action, interaction } = WORDS[access.action] ?? READ;
  const isExport = access.action === "export";
  return {
    resourceType: "AuditEvent",
    type: isExport ? { system: FHIR.roles, code: "110106", display: "Export" } : FHIR.rest,
    subtype: [{ system: FHIR.interaction, code: interaction }],
    action,
    recorded: access.occurredAt,
    outcome: OUTCOMES[access.outcome],
    ...(access.outcome === "denied" && { outcomeDesc: "Forbidden" }),
    purposeOfEvent: [{ ...coded(OURS.purpose, access.purpose), text: access.why }],
    agent: [
      userOf(access),
      machine("110153", access.source),
      ...(access.recipient === undefined ? [] : [machine("110152", access.recipient)]),
    ],
    source: { site: access.source, observer: { display: "Regard" } },
    entity: [
      {
        what: { type: "Patient", identifier: { value: customerId } },
        type: { system: FHIR.entityTypes, code: "1", display: "Person" },
        role: { system: FHIR.objectRoles, code: "1", display: "Patient" },
      },
      { what: { identifier: { value: access.eventId } }, type: OURS.event, detail: detailsOf(access) },
    ],
  };
};

/**
 * The rows of a record as a Bundle of FHIR R4 AuditEvents in the shape of IHE BALP, an entry a line, page by page: memory
 * does not grow with the record. Employees are named as in the record: the handle is the user's identifier, the name its
 * display where it may be there.
 *
 * @param customerId Whose record it is, as the company writes it.
 */
export async function* toFhir({ header, accesses }: RecordStream, customerId: string): AsyncGenerator<string> {
  yield `{"resourceType":"Bundle","type":"collection","timestamp":${JSON.stringify(header.generatedAt)},"entry":[`;
  let separator = "\n";
  for await (const page of accesses) {
    if (page.length === 0) continue;
    yield separator + page.map((one) => JSON.stringify({ resource: auditEventOf(one, customerId) })).join(",\n");
    separator = ",\n";
  }
  yield "\n]}\n";
}
