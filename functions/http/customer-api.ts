import { CUSTOMER_ROUTES } from "../contract/customer-api.ts";
import { type ApiPartsOf, api } from "./api.ts";
import type { Route, RouteParts } from "./route.ts";

/**
 * The handler of a function that serves some of `CUSTOMER_ROUTES`:
 * `customerApi([route(CUSTOMER_ROUTES.readSession, async ({ caller }) => ({ answer: … })), …], parts)`.
 */
export const customerApi = (routes: readonly Route[], parts: ApiPartsOf<RouteParts>) =>
  api(CUSTOMER_ROUTES, routes, parts);
