import { describe, expect, it } from "vitest";
import { INTAKE_ROUTES } from "../../../functions/contract/intake-api.ts";
import { readable, templateOf } from "../../support/stack.ts";

const production = templateOf();

describe("where events come in", () => {
  it("lets systems in by their signature only, and past no customer's door", () => {
    const routes = production
      .ofType("AWS::ApiGatewayV2::Route")
      .filter(([, { Properties }]) => readable(Properties["ApiId"]) === "IntakeApi");
    expect(routes).toHaveLength(Object.keys(INTAKE_ROUTES).length);
    for (const [, { Properties }] of routes) expect(Properties).toMatchObject({ AuthorizationType: "AWS_IAM" });
    const distribution = JSON.stringify(production.resources["Distribution"]?.Properties);
    expect([distribution.includes("PortalApi"), distribution.includes("IntakeApi")]).toEqual([true, false]);
  });

  it("takes everything from a bus of its own, under the company's key, and loses what is not delivered to nobody", () => {
    expect(production.resources["IntakeBus"]?.Properties).toMatchObject({
      KmsKeyIdentifier: { "Fn::GetAtt": ["EncryptionKey", "Arn"] },
      DeadLetterConfig: { Arn: { "Fn::GetAtt": ["EventDeadLetters", "Arn"] } },
    });
    // Whom the company lets in is its own decision.
    const ownPolicies = production.ofType("AWS::Events::EventBusPolicy");
    expect(ownPolicies.map(([, { Properties }]) => Properties)).toMatchObject([{ Statement: { Effect: "Deny" } }]);
    const onBus = production.ofType("AWS::Events::Rule").filter(([, one]) => one.Properties["EventBusName"]);
    expect(onBus.map(([, { Properties }]) => Properties)).toMatchObject([
      {
        EventBusName: { Ref: "IntakeBus" },
        EventPattern: { source: [{ prefix: "" }] },
        Targets: [
          {
            Arn: { "Fn::GetAtt": ["EventQueue", "Arn"] },
            DeadLetterConfig: { Arn: { "Fn::GetAtt": ["EventDeadLetters", "Arn"] } },
          },
        ],
      },
    ]);
  });
});
