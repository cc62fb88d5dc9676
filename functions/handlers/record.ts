import { customerApi } from "../http/customer-api.ts";
import { recordParts } from "./parts.ts";
import { recordRoutes } from "./record-routes.ts";

const parts = await recordParts();

export const handler = customerApi(recordRoutes(parts), parts);
