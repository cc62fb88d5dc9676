import { INTAKE_ROUTES } from "../contract/intake-api.ts";
import { type ApiPartsOf, api } from "./api.ts";
import type { IntakeRoute } from "./intake-route.ts";

/**
 * The handler of a function that serves some of `INTAKE_ROUTES`:
 * `intakeApi([intakeRoute(INTAKE_ROUTES.sendAccessEvents, async ({ body }) => ({ answer: … })), …], parts)`.
 */
export const intakeApi = (routes: readonly IntakeRoute[], parts: ApiPartsOf<object>) =>
  api<object>(INTAKE_ROUTES, routes, parts);
