import * as z from "zod/mini";
import { accessEvent } from "./access-event.ts";
import { CUSTOMER_ROUTES } from "./customer-api.ts";
import { REQUEST_HEADER } from "./customer-paths.ts";
import { DESK_ROUTES } from "./desk-api.ts";
import { INTAKE_ROUTES, sentEvent } from "./intake-api.ts";
import { problem } from "./problem.ts";
import { recordDocument } from "./record.ts";

type Schema = z.core.JSONSchema.BaseSchema;

const json = (schema: Schema) => ({ "application/json": { schema } });
const input = (schema: z.ZodMiniType): Schema =>
  z.toJSONSchema(schema, {
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === sentEvent) jsonSchema.$ref = "#/components/schemas/AccessEvent";
    },
  });
const output = (schema: z.ZodMiniType): Schema => z.toJSONSchema(schema, { io: "output" });

const SECURITY = {
  anyone: [],
  browser: [{ browser: [] }],
  customer: [{ session: [] }],
  attempt: [{ deskAttempt: [] }],
  staff: [{ desk: [] }],
  dpo: [{ desk: ["dpo"] }],
  approver: [{ desk: ["approver"] }],
  source: [{ sigv4: [] }],
} as const;

const ROUTES = { ...CUSTOMER_ROUTES, ...DESK_ROUTES, ...INTAKE_ROUTES };

const customHeader = {
  name: REQUEST_HEADER,
  in: "header",
  required: true,
  description: "Any value. A page of another origin cannot send it without being asked for permission first.",
  schema: { type: "string" },
} as const;

const operation = (name: string, route: (typeof ROUTES)[keyof typeof ROUTES]) => ({
  operationId: name,
  security: SECURITY[route.who],
  parameters: route.method === "GET" || route.who === "source" ? [] : [customHeader],
  ...(route.body && { requestBody: { required: true, content: json(input(route.body)) } }),
  responses: {
    [route.status]: {
      description: "The answer.",
      ...(route.answer && { content: json(output(route.answer)) }),
    },
    default: {
      description: "A refusal with a stable code.",
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  },
});

/** The OpenAPI 3.1 document of the portal, made from the very schemas that the functions parse with. */
export const openApiDocument = (version: string) => {
  const paths: Record<string, Record<string, ReturnType<typeof operation>>> = {};
  for (const [name, route] of Object.entries(ROUTES)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Regard",
      version,
      description: "Who looked at a customer's data, when, what they saw and why.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: {
      schemas: { AccessEvent: input(accessEvent), Record: output(recordDocument), Problem: output(problem) },
      securitySchemes: {
        browser: { type: "apiKey", in: "cookie", name: "__Host-regard-browser" },
        session: { type: "apiKey", in: "cookie", name: "__Host-regard-session" },
        deskAttempt: { type: "apiKey", in: "cookie", name: "__Host-regard-desk-sign-in" },
        desk: { type: "apiKey", in: "cookie", name: "__Host-regard-desk" },
        /** As API Gateway documents it: OpenAPI has no word for a signature. */
        sigv4: { type: "apiKey", in: "header", name: "Authorization", "x-amazon-apigateway-authtype": "awsSigv4" },
      },
    },
  };
};
