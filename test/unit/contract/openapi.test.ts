import { describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES } from "../../../functions/contract/customer-api.ts";
import { DESK_ROUTES } from "../../../functions/contract/desk-api.ts";
import { openApiDocument } from "../../../functions/contract/openapi.ts";

const { paths, components } = openApiDocument("1.2.3");

describe("the OpenAPI document", () => {
  it("lists every route of the contract and nothing else", () => {
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = [...Object.values(CUSTOMER_ROUTES), ...Object.values(DESK_ROUTES)].map(
      ({ method, path }) => `${method} ${path}`,
    );
    expect(described.toSorted()).toEqual(routes.toSorted());
  });

  it("asks for the header of this site on every unsafe route", () => {
    const unsafe = Object.values(paths).flatMap((methods) =>
      Object.entries(methods).filter(([method]) => method !== "get"),
    );
    expect(unsafe.length).toBeGreaterThan(0);
    expect(unsafe.filter(([, { parameters }]) => parameters.length === 0)).toEqual([]);
  });

  it("describes the access event as a company writes it: defaults are optional, unknown fields refused", () => {
    expect(components.schemas.AccessEvent).toMatchObject({
      required: ["eventId", "source", "occurredAt", "employee", "action"],
      additionalProperties: false,
    });
  });
});
