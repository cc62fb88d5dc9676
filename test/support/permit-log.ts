import type { EventMapInput } from "../../functions/contract/event-map.ts";

/** Made by hand in the shape of a permit desk's log: what a back office hands over, with everything that goes wrong. */
export const PERMIT_LOG = `case:channel,case:concept:name,case:department,concept:instance,concept:name,org:group,org:resource,time:timestamp
Internet,case-1,General,task-1,Confirmation of receipt,Group 1,Resource21,2026-03-02 13:45:40.276000+01:00
Internet,case-1,General,task-2,T02 Check confirmation of receipt,Group 4,Resource10,2026-03-03 08:26:25.398000+01:00
Desk,case-2,"Roads, bridges and water",task-3,Confirmation of receipt,EMPTY,Resource21,2026-03-29 02:15:00
Desk,case-2,"Roads, bridges and water",task-4,T02 Check confirmation of receipt,EMPTY,Resource21,2026-07-05 09:00:00.5
Desk,case-2,"Roads, bridges and water",task-5,T06 Determine necessity of stop advice,Group 2,,2026-07-06 09:00:00
Post,case-3,General,task-6,Confirmation of receipt,Group 1,EMPTY,2026-07-07 09:00:00
Post,case-3,General,task-7,Confirmation of receipt,Group 1,Resource03,2026-07-07 09:00:00
Post,case-3,General,task-7,Confirmation of receipt,Group 1,Resource03,2026-07-07 09:00:00
Post,case-3,General,task-7,Confirmation of receipt,Group 1,Resource04,2026-07-07 09:00:00
Post,case-3,General,task-8,Confirmation of receipt,Group 1
Post,case-3,General,task-9,Confirmation of receipt,Group 1,Resource03,2011-10-11 13:45:40.276000+02:00
Post,case-3,General,task-10,Confirmation of receipt,Group 1,Resource03,2099-01-01 00:00:00Z
`;

export const PERMIT_MAP: EventMapInput = {
  source: "permit-desk",
  timeZone: "Europe/Amsterdam",
  columns: {
    occurredAt: "time:timestamp",
    customerId: "case:concept:name",
    "employee.id": "org:resource",
    "employee.unit": "org:group",
    eventId: "concept:instance",
    "case.id": "case:concept:name",
  },
  values: { action: "view", "case.type": "permit", dataCategories: ["permit"] },
  translate: {
    purpose: {
      column: "concept:name",
      table: { "Confirmation of receipt": "ACCOUNT_ADMIN", "*": "COMPLAINT_CLAIM" },
    },
  },
  missing: ["EMPTY"],
};
