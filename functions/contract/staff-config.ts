import * as z from "zod/mini";
import { SECOND_FACTOR_RULES, type SecondFactorRule, type StaffGroups } from "../domain/staff.ts";
import { text } from "./text.ts";

/** Which claims of an ID token say what the desk wants to know of a person. */
export interface StaffClaims {
  /** The groups, as a list or a single name. */
  readonly groups: string;
  /** The id under which the access log knows the same person. */
  readonly employeeId: string;
  readonly unit: string;
}

/** What the desk believes of an identity provider's tokens. */
export interface StaffRules {
  readonly groups: StaffGroups;
  readonly claims: StaffClaims;
  readonly secondFactor: SecondFactorRule;
}

/**
 * A user pool that the stack makes. It lets nobody in without a second factor, and states the methods only where AWS
 * has switched that on (Cognito Developer Guide, "Authentication levels with ACR and AMR claims").
 */
export const COGNITO_RULES = {
  groups: { dpo: "dpo", approver: "approver" },
  claims: { groups: "cognito:groups", employeeId: "custom:employee_id", unit: "custom:unit" },
  secondFactor: "enforced",
} as const satisfies StaffRules;

const DEFAULT_CLAIMS = { groups: "groups", employeeId: "employee_id", unit: "department" } as const;
const claim = (name: string) => z._default(text(120), name);

const pool = z.strictObject({ signIn: z.literal("cognito") });
const ownProvider = z.strictObject({
  signIn: z.literal("oidc"),
  /** As it stands in the provider's `/.well-known/openid-configuration`. */
  issuer: z.url({ protocol: /^https$/ }),
  /** A public client: code flow with PKCE, no secret; its redirect address is `<portal>/api/desk/sign-ins/callback`. */
  clientId: text(200),
  groups: z.strictObject({ dpo: text(200), approver: text(200) }),
  claims: z._default(
    z.strictObject({
      groups: claim(DEFAULT_CLAIMS.groups),
      employeeId: claim(DEFAULT_CLAIMS.employeeId),
      unit: claim(DEFAULT_CLAIMS.unit),
    }),
    DEFAULT_CLAIMS,
  ),
  /** `enforced` only where the provider lets nobody in without a second factor and does not say so in `amr`. */
  secondFactor: z._default(z.enum(SECOND_FACTOR_RULES), "stated"),
});

/** How the people of the desk sign in. */
export const staffConfig = z._default(z.discriminatedUnion("signIn", [pool, ownProvider]), { signIn: "cognito" });

export const staffRules = (staff: z.infer<typeof staffConfig>): StaffRules =>
  staff.signIn === "cognito" ? COGNITO_RULES : staff;
