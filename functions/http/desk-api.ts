import { DESK_ROUTES } from "../contract/desk-api.ts";
import { type ApiPartsOf, api } from "./api.ts";
import type { DeskRoute, DeskRouteParts } from "./desk-route.ts";

/**
 * The handler of a function that serves some of `DESK_ROUTES`:
 * `deskApi([deskRoute(DESK_ROUTES.readStaffSession, async ({ caller }) => ({ answer: … })), …], parts)`.
 */
export const deskApi = (routes: readonly DeskRoute[], parts: ApiPartsOf<DeskRouteParts>) =>
  api(DESK_ROUTES, routes, parts);
