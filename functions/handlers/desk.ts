import { deskApi } from "../http/desk-api.ts";
import { deskMatterRoutes } from "./desk-matter-routes.ts";
import { deskNumbersRoutes } from "./desk-numbers-routes.ts";
import { deskRoutes } from "./desk-routes.ts";
import { deskParts } from "./parts.ts";

const parts = await deskParts();

export const handler = deskApi([...deskRoutes(parts), ...deskMatterRoutes(parts), ...deskNumbersRoutes(parts)], parts);
