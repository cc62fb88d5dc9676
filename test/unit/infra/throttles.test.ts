import { expect, it } from "vitest";
import * as z from "zod/mini";
import { readable, templateOf } from "../../support/stack.ts";

const production = templateOf();
const rate = z.object({ ThrottlingRateLimit: z.number() });
const stage = z.object({
  DefaultRouteSettings: rate,
  RouteSettings: z._default(z.record(z.string(), rate), {}),
});

/** Calls a second of an API, and those of its routes that are held tighter. */
const ratesOf = (api: string) => {
  const [, resource] = production
    .ofType("AWS::ApiGatewayV2::Stage")
    .find(([, { Properties }]) => readable(Properties["ApiId"]) === api) ?? ["", undefined];
  const { DefaultRouteSettings, RouteSettings } = stage.parse(resource?.Properties);
  const tighter = Object.values(RouteSettings).map(({ ThrottlingRateLimit }) => ThrottlingRateLimit);
  return [DefaultRouteSettings.ThrottlingRateLimit, [...new Set(tighter)]];
};

it("let the portal answer 100 calls a second, and 10 where one costs most", () => {
  expect(ratesOf("PortalApi")).toEqual([100, [10]]);
});

it("let the company's systems make 50 calls a second, which take nothing from customers", () => {
  expect(ratesOf("IntakeApi")).toEqual([50, []]);
});
