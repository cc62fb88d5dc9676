import { customerApi } from "../http/customer-api.ts";
import { identifyRoutes } from "./identify-routes.ts";
import { portalParts } from "./parts.ts";

const parts = await portalParts();

export const handler = customerApi(identifyRoutes(parts), parts);
