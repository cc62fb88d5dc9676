import { describe, expect, it } from "vitest";
import { company } from "../../support/company.ts";
import { readable, templateOf } from "../../support/stack.ts";

const production = templateOf();
const cognito = (type: string) => production.ofType(`AWS::Cognito::${type}`).map(([, { Properties }]) => Properties);

describe("the staff's user pool", () => {
  it("lets in nobody but whom the company put in, with an authenticator app and a long password", () => {
    expect(cognito("UserPool")).toMatchObject([
      {
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
        MfaConfiguration: "ON",
        EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "admin_only" }] },
        Policies: {
          PasswordPolicy: {
            MinimumLength: 14,
            RequireLowercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
            RequireUppercase: true,
          },
        },
        DeletionProtection: "ACTIVE",
      },
    ]);
  });

  it("has the two groups of the desk and no other", () => {
    expect(cognito("UserPoolGroup").map(({ GroupName }) => GroupName)).toEqual(["dpo", "approver"]);
  });

  it("knows one client: the portal, public, by the code flow, and only back to the stage's own address", () => {
    const clients = (stage: string) =>
      templateOf(stage)
        .ofType("AWS::Cognito::UserPoolClient")
        .map(([, { Properties }]) => Properties);
    expect(clients("test")).toMatchObject([
      {
        GenerateSecret: false,
        AllowedOAuthFlows: ["code"],
        AllowedOAuthScopes: ["openid", "profile"],
        ExplicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"],
        CallbackURLs: ["https://test.privacy.marlow-finch.example/api/desk/sign-ins/callback"],
        LogoutURLs: ["https://test.privacy.marlow-finch.example/desk"],
        PreventUserExistenceErrors: "ENABLED",
        IdTokenValidity: 5,
      },
    ]);
  });

  it("lets nobody change their own number or unit", () => {
    const [client] = cognito("UserPoolClient");
    expect(client?.["WriteAttributes"]).toEqual(["email", "name"]);
    expect(client?.["ReadAttributes"]).toEqual(expect.arrayContaining(["custom:employee_id", "custom:unit"]));
  });

  it("has a page under a name that is the account's own, one for each stage", () => {
    const domain = (stage: string) =>
      templateOf(stage)
        .ofType("AWS::Cognito::UserPoolDomain")
        .map(([, { Properties }]) => readable(Properties["Domain"]));
    expect([domain("production"), domain("test")]).toEqual([
      ["regard-production-AWS::AccountId"],
      ["regard-test-AWS::AccountId"],
    ]);
    expect(production.ofType("AWS::Cognito::ManagedLoginBranding")).toHaveLength(1);
  });
});

describe("a company's own identity provider", () => {
  const own = company({
    staff: {
      signIn: "oidc",
      issuer: "https://login.example.com",
      clientId: "regard",
      groups: { dpo: "privacy-office", approver: "privacy-approvers" },
    },
  });
  const environmentOf = (stage: string) => templateOf(stage, own).resources["DeskFunction"]?.Properties["Environment"];

  it("is told to the desk's function, and no pool is made", () => {
    expect(environmentOf("production")).toMatchObject({
      Variables: { ISSUER: "https://login.example.com", CLIENT_ID: "regard" },
    });
    const types = Object.values(templateOf("production", own).resources).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith("AWS::Cognito"))).toEqual([]);
  });

  it("is not asked by a portal on this computer", () => {
    expect(environmentOf("local")).toMatchObject({
      Variables: { ISSUER: { "Fn::GetAtt": ["StaffPool", "ProviderURL"] }, CLIENT_ID: { Ref: "StaffClient" } },
    });
  });
});
