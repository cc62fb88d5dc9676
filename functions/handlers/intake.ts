import { intakeApi } from "../http/intake-api.ts";
import { intakeRoutes } from "./intake-routes.ts";
import { intakeParts } from "./parts.ts";

const parts = await intakeParts();

export const handler = intakeApi(intakeRoutes(parts), parts);
