import type { Action } from "../domain/vocabulary.ts";
import { OWN_TERMS } from "./own-terms.ts";

/** The class in which records leave, and its category (Application Activity). */
export const API_ACTIVITY = { uid: 6003, name: "API Activity", category: 6, categoryName: "Application Activity" };

/**
 * Classes of the Open Cybersecurity Schema Framework 1.x (https://schema.ocsf.io) in which somebody sees or changes
 * data, and what their activities are in our words. An activity that is not listed (0 unknown, 99 other) is a view.
 */
export const OCSF_ACTIONS: Readonly<Record<number, Readonly<Record<number, Action>>>> = {
  /** Account Change: create, enable, password change … all change an account. */
  3001: Object.fromEntries(Array.from({ length: 15 }, (_, n) => [n + 1, "update"] as const)),
  /** Entity Management: 1 create, 2 read, 3 update, 4 delete … */
  3004: { 1: "update", 2: "view", 3: "update", 4: "delete" },
  /** Web Resources Activity: … 5 search, 6 import, 7 export, 8 share. */
  6001: { 1: "update", 2: "view", 3: "update", 4: "delete", 5: "search", 6: "update", 7: "export", 8: "export" },
  /** API Activity: 1 create, 2 read, 3 update, 4 delete. */
  [API_ACTIVITY.uid]: { 1: "update", 2: "view", 3: "update", 4: "delete" },
  /** Datastore Activity: 1 read, 2 update, 4 query, 5 write, 6 create, 7 delete, 8 list, 9 encrypt, 10 decrypt. */
  6005: { 1: "view", 2: "update", 4: "search", 5: "update", 6: "update", 7: "delete", 8: "list", 9: "update" },
  /** File Hosting Activity: 1 upload, 2 download, 3 update, 4 delete … 9 preview, 12 share, 14 open. */
  6006: { 1: "update", 2: "export", 3: "update", 4: "delete", 5: "update", 12: "export" },
};

/** What fits OCSF nowhere else and stands in `enrichments[]`. */
export const ENRICHED = [...OWN_TERMS, "purpose", "purposeText"] as const;

/** What a resource is called whose `uid` is a customer, in lower case. */
export const CUSTOMER_TYPES: ReadonlySet<string> = new Set(["customer", "patient", "data subject", "person"]);
