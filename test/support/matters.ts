import type { Matter, StaffMember } from "../../functions/contract/matter.ts";
import type { Deed, Entry, EntryActor } from "../../functions/contract/matter-entry.ts";
import { NOW } from "./arrivals.ts";

export const DPO: StaffMember = { id: "dpo-1", name: "Eleanor Ashby", unit: "Data protection office" };
export const SECOND_DPO: StaffMember = { id: "dpo-2", name: "Tendai Moyo", unit: "Data protection office" };
export const APPROVER: StaffMember = { id: "appr-1", name: "Rosalind Keane", unit: "People team" };

/** A matter that has just come in, with whatever a test cares about put in its place. */
export const matter = (changes: Partial<Matter> = {}): Matter => ({
  reference: "RG-7K2M-Q9XD",
  state: "received",
  customerKey: "customer-1",
  language: "en",
  address: "amelia@example.com",
  kinds: ["question"],
  openedAt: NOW,
  clock: { regime: "GB-ENG", receivedOn: NOW.slice(0, 10), clarifications: [] },
  workers: [],
  employeeIds: [],
  asks: [],
  overdueTold: [],
  ...changes,
});

export const entry = (deed: Deed, id = "entry-1", at = NOW, by: EntryActor = { kind: "customer" }): Entry => ({
  id,
  at,
  by,
  deed,
});
