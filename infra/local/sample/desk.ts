import { createHmac } from "node:crypto";
import { COGNITO_RULES } from "../../../functions/contract/staff-config.ts";
import { APPROVERS, DATA_PROTECTION_OFFICE, type SampleEmployee, SHOP_ASSISTANT } from "./staff.ts";

/** Somebody of the sample company whom the local identity provider knows. */
export interface DeskSignIn {
  readonly user: string;
  readonly password: string;
  /** Stands for the code of an authenticator app, and does not change. */
  readonly code: string;
  readonly employeeId: string;
  readonly name: string;
  readonly unit: string;
  readonly groups: readonly string[];
  readonly shows: string;
}

const { dpo, approver } = COGNITO_RULES.groups;

const PEOPLE: readonly (readonly [SampleEmployee, readonly string[], string])[] = [
  ...DATA_PROTECTION_OFFICE.map((one) => [one, [dpo], "data protection office: works on what customers ask"] as const),
  ...APPROVERS.map((one) => [one, [approver], "approver from another unit: the second person"] as const),
  [SHOP_ASSISTANT, [], "works in a shop: has no role and is refused"],
];

/** The user name of "Eleanor Ashby" is eleanor.ashby. */
const userOf = (name: string): string => name.toLowerCase().replaceAll(" ", ".");

/**
 * Names, passwords and codes of everybody who can sign in at the desk. They follow from the secret of this computer's
 * portal: the same at every start with the same data, and known to nobody who cannot read that.
 */
export const deskSignIns = (secret: string): readonly DeskSignIn[] =>
  PEOPLE.map(([{ id, name = id, unit }, groups, shows]) => {
    const made = createHmac("sha256", secret).update(`desk sign-in ${id}`).digest("hex");
    return {
      user: userOf(name),
      password: made.slice(0, 12).replace(/(.{4})(.{4})/, "$1-$2-"),
      code: String(Number.parseInt(made.slice(12, 20), 16) % 1_000_000).padStart(6, "0"),
      employeeId: id,
      name,
      unit,
      groups,
      shows,
    };
  });
