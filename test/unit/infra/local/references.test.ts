import { describe, expect, it } from "vitest";
import { resolve, resourceOf } from "../../../../infra/local/references.ts";

describe("the template's references", () => {
  it("become local names, wherever they stand", () => {
    const properties = {
      Environment: { Variables: { TABLE: { Ref: "PortalTable" }, STAGE: "local" } },
      Source: { "Fn::GetAtt": ["PortalTable", "StreamArn"] },
      Issuer: { "Fn::GetAtt": ["StaffPool", "ProviderURL"] },
      Host: { "Fn::Join": ["", [{ Ref: "Api" }, ".execute-api.", { Ref: "AWS::Region" }]] },
      Role: { "Fn::Sub": `arn:\${AWS::Partition}:\${Queue.Arn}/\${!Literal}/\${name}` },
      Zone: { "Fn::Select": ["1", ["a", { Ref: "B" }]] },
      Nothing: { Ref: "AWS::NoValue" },
    };
    const names = { PortalTable: "PortalTable-1a2b", "StaffPool.ProviderURL": "http://127.0.0.1:4001", name: "mine" };
    expect(resolve(properties, names)).toEqual({
      Environment: { Variables: { TABLE: "PortalTable-1a2b", STAGE: "local" } },
      Source: "PortalTable.StreamArn",
      Issuer: "http://127.0.0.1:4001",
      Host: "Api.execute-api.eu-west-1",
      Role: `arn:aws:Queue.Arn/\${Literal}/mine`,
      Zone: "B",
    });
  });

  it("lead back to their resource", () => {
    expect(resourceOf("PortalTable.StreamArn")).toBe("PortalTable");
    expect(resourceOf("PortalTable")).toBe("PortalTable");
  });

  it("are refused where they use what nobody here knows", () => {
    expect(() => resolve({ Value: { "Fn::ImportValue": "elsewhere" } })).toThrow("Fn::ImportValue");
  });
});
