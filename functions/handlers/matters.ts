import { customerApi } from "../http/customer-api.ts";
import { mattersRoutes } from "./matters-routes.ts";
import { recordParts } from "./parts.ts";

const parts = await recordParts();

export const handler = customerApi(mattersRoutes(parts), parts);
