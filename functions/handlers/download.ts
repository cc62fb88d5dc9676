import { customerApi } from "../http/customer-api.ts";
import { downloadRoutes } from "./download-routes.ts";
import { recordParts } from "./parts.ts";

const parts = await recordParts();

export const handler = customerApi(downloadRoutes(parts), parts);
