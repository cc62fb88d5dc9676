import { describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES } from "../../../functions/contract/customer-api.ts";
import { DESK_ROUTES } from "../../../functions/contract/desk-api.ts";
import { INTAKE_ROUTES } from "../../../functions/contract/intake-api.ts";
import { openApiDocument } from "../../../functions/contract/openapi.ts";

const { paths, components } = openApiDocument("1.2.3");

describe("the OpenAPI document", () => {
  it("lists every route of the contract and nothing else", () => {
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const tables = [CUSTOMER_ROUTES, DESK_ROUTES, INTAKE_ROUTES].flatMap((table) => Object.values(table));
    const routes = tables.map(({ method, path }) => `${method} ${path}`);
    expect(described.toSorted()).toEqual(routes.toSorted());
  });

  it("asks for the header of this site on every unsafe route of a browser, and for a signature of every system", () => {
    const unsafe = Object.values(paths).flatMap((methods) =>
      Object.entries(methods).flatMap(([method, operation]) => (method === "get" ? [] : [operation])),
    );
    expect(unsafe.length).toBeGreaterThan(0);
    const bare = unsafe.filter(({ parameters }) => parameters.length === 0);
    expect(bare.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(INTAKE_ROUTES).sort());
    for (const { security } of bare) expect(security).toEqual([{ sigv4: [] }]);
  });

  it("describes what a call sends by the access event, though each is read by itself", () => {
    const { requestBody } = paths["/v1/access-events"]?.["post"] ?? {};
    expect(requestBody?.content["application/json"].schema).toMatchObject({
      required: ["events"],
      properties: { events: { maxItems: 500, items: { $ref: "#/components/schemas/AccessEvent" } } },
    });
  });

  it("describes the access event as a company writes it: defaults are optional, unknown fields refused", () => {
    expect(components.schemas.AccessEvent).toMatchObject({
      required: ["eventId", "source", "occurredAt", "customerId", "employee", "action"],
      additionalProperties: false,
    });
  });
});
