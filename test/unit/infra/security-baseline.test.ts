import { describe, expect, it } from "vitest";
import { anybody, BASELINE, everyKey, policy, wholeServices } from "../../support/security-baseline.ts";
import { appOf, templateOf } from "../../support/stack.ts";

const production = templateOf();

/** Which service's controls a kind of resource stands under; those without are not controlled by the standard. */
const SERVICES: Readonly<Record<string, string | undefined>> = {
  ApiGatewayV2: "APIGateway",
  Events: "EventBridge",
  WAFv2: "WAF",
  CloudWatch: undefined,
  Logs: undefined,
  CDK: undefined,
};

const rows = Object.entries(BASELINE);
const holding = rows.flatMap(([control, one]) =>
  typeof one === "object" && "type" in one ? [{ control, ...one }] : [],
);
const deploying = rows.flatMap(([control, one]) =>
  typeof one === "object" && "deployed" in one ? [{ control, ...one }] : [],
);

describe("the security baseline", () => {
  it.each(holding)("$control is held by every $type", (one) => {
    const resources = production.ofType(one.type);
    expect(resources.length).toBeGreaterThan(0);
    for (const [id, { Properties }] of resources) {
      if ("has" in one) expect({ id, ...Properties }).toMatchObject({ id, ...one.has });
      else {
        const { PolicyDocument, KeyPolicy } = policy.parse(Properties);
        const statements = (PolicyDocument ?? KeyPolicy)?.Statement ?? [];
        expect(statements.length).toBeGreaterThan(0);
        expect([id, statements.filter(({ Effect }) => Effect === "Allow").filter(one.refuses)]).toEqual([id, []]);
      }
    }
  });

  it.each(deploying)("$control is held by how every stack is deployed", ({ deployed }) => {
    const { stacksRecursively: stacks } = appOf().app.synth();
    expect(stacks.map(({ stackName }) => stackName).sort()).toEqual(Object.keys(production.stacks).sort());
    for (const stack of stacks) expect(stack).toMatchObject(deployed);
  });

  it("would notice a policy that allows too much", () => {
    const careless = {
      Effect: "Allow" as const,
      Principal: { AWS: "*" },
      Action: ["s3:*", "kms:Decrypt"],
      Resource: ["*"],
    };
    expect([anybody, everyKey, wholeServices].map((refuses) => refuses(careless))).toEqual([true, true, true]);
  });

  it("gives a reason where there is nothing to hold, and for each of the seven that it declines", () => {
    const reasons = rows.flatMap(([control, one]) => (typeof one === "string" ? [[control, one] as const] : []));
    for (const [control, reason] of reasons) expect([control, reason.length > 20]).toEqual([control, true]);
    expect(reasons.filter(([, reason]) => reason.startsWith("Declined")).map(([control]) => control)).toEqual([
      "APIGateway.8",
      "CloudFront.4",
      "CloudFront.5",
      "Cognito.1",
      "S3.9",
      "SecretsManager.1",
      "SecretsManager.4",
    ]);
  });

  it("knows every service of the stacks, so that a new one brings its controls along", () => {
    const services = new Set(
      Object.values(production.resources).flatMap(({ Type }) => {
        const [vendor, service = ""] = Type.split("::");
        return vendor === "AWS" ? [service] : [];
      }),
    );
    const controlled = new Set(rows.map(([control]) => control.split(".")[0]));
    for (const service of services) {
      const standsUnder = Object.hasOwn(SERVICES, service) ? SERVICES[service] : service;
      if (standsUnder !== undefined) expect(controlled).toContain(standsUnder);
    }
  });
});
