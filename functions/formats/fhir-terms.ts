import { OWN_TERMS } from "./own-terms.ts";

/** Code systems and codes of FHIR R4 AuditEvent and IHE BALP 1.1 (https://profiles.ihe.net/ITI/BALP). */
export const FHIR = {
  rest: { system: "http://terminology.hl7.org/CodeSystem/audit-event-type", code: "rest" },
  interaction: "http://hl7.org/fhir/restful-interaction",
  roles: "http://dicom.nema.org/resources/ontology/DCM",
  participation: "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
  /** Information recipient: the person behind the request. */
  user: "IRCP",
  entityTypes: "http://terminology.hl7.org/CodeSystem/audit-entity-type",
  objectRoles: "http://terminology.hl7.org/CodeSystem/object-role",
  /** BALP's own code for the entity that holds the request's id. */
  requestEntity: "XrequestId",
} as const;

/** Ours: what an access says that FHIR has no place for. Identifiers of no web address: nothing is to be fetched. */
export const OURS = {
  purpose: "urn:regard:purpose",
  /** Of an entity that holds the event's id and, as details, what else it says. */
  event: { system: "urn:regard:entity", code: "access-event" },
  employee: "urn:regard:employee",
} as const;

/** What stands in the details of that entity. */
export const DETAILED = [...OWN_TERMS, "employee.unit"] as const;

/** Reasons of HL7's ActReason that say what one of our purposes says. */
export const REASONS: Readonly<Record<string, string>> = {
  HOPERAT: "AUDIT_OVERSIGHT",
  HPAYMT: "BILLING",
  PATADMIN: "ACCOUNT_ADMIN",
  PATRQT: "RIGHTS_REQUEST",
  HLEGAL: "LEGAL_REQUEST",
  HMARKT: "MARKETING",
  FRAUD: "FRAUD_SECURITY",
  HSYSADMIN: "TECH_FAULT",
  HQUALIMP: "QUALITY_TRAINING",
  ETREAT: "SAFETY_EMERGENCY",
  BTG: "BREAK_GLASS",
  HDM: "COMPLAINT_CLAIM",
};
