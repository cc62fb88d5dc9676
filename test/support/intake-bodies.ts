import type { INTAKE_ROUTES } from "../../functions/contract/intake-api.ts";
import { justNow } from "./intake-door.ts";

/** A body that each route's schema takes. A route without a row here does not compile. */
export const INTAKE_BODIES: { readonly [Name in keyof typeof INTAKE_ROUTES]: unknown } = {
  sendAccessEvents: { events: [justNow()] },
  putManifests: { manifests: [{ source: "orders", day: "2026-06-14", count: 1 }] },
  putFacts: { facts: [{ kind: "employee", id: "emp-7" }] },
};
