import { customerApi } from "../http/customer-api.ts";
import { downloadRoutes } from "./download-routes.ts";
import { readLetterLogo } from "./letter-logo.ts";
import { recordParts } from "./parts.ts";

const parts = { ...(await recordParts()), letterLogo: readLetterLogo() };

export const handler = customerApi(downloadRoutes(parts), parts);
