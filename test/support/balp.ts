const DCM = "http://dicom.nema.org/resources/ontology/DCM";
const machine = (code: string, display: string) => ({
  type: { coding: [{ system: DCM, code }] },
  who: { display },
  requestor: false,
});
const user = (display: string, more: object = {}) => ({
  type: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", code: "IRCP" }] },
  who: { display, ...more },
  requestor: true,
});
export const patientEntity = (id: string) => ({
  what: { reference: `Patient/${id}` },
  type: { system: "http://terminology.hl7.org/CodeSystem/audit-entity-type", code: "1" },
  role: { system: "http://terminology.hl7.org/CodeSystem/object-role", code: "1" },
});

/**
 * Made by hand in the shape of a basic read of IHE BALP, as the server reports it; with whatever a test cares about put
 * in its place.
 */
export const balpRead = ({
  name = "Robin Vance",
  identity = {},
  patients = ["P-1"],
  request = "76d148b6-586d-11ec-bf63-0242ac130002",
  ...more
}: {
  readonly name?: string | undefined;
  readonly identity?: object;
  readonly patients?: readonly string[];
  readonly request?: string | undefined;
  readonly [member: string]: unknown;
} = {}) => ({
  resourceType: "AuditEvent",
  id: "a-1",
  type: { system: "http://terminology.hl7.org/CodeSystem/audit-event-type", code: "rest" },
  subtype: [{ system: "http://hl7.org/fhir/restful-interaction", code: "read" }],
  action: "R",
  recorded: "2026-05-03T09:30:00.000Z",
  outcome: "0",
  source: { site: "server.example.com", observer: { reference: "Device/d-1" } },
  agent: [
    machine("110153", "server.example.com"),
    machine("110152", "tablet-7"),
    ...(name === "" ? [] : [user(name, identity)]),
  ],
  entity: [
    ...patients.map(patientEntity),
    { what: { reference: "Observation/o-1" }, type: { code: "2" }, role: { code: "4" } },
    ...(request === "" ? [] : [{ what: { identifier: { value: request } }, type: { code: "XrequestId" } }]),
  ],
  ...more,
});
