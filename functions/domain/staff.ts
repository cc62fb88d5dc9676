/** People who work at the desk. Who they are is the identity provider's word; what they may do is decided here. */

export const STAFF_ROLES = ["dpo", "approver"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** How the company calls the two groups whose members have a role at the desk. */
export type StaffGroups = Readonly<Record<StaffRole, string>>;

/** The roles that somebody's groups give, in a fixed order; none where no group is one of the two. */
export const rolesOf = (groups: readonly string[], named: StaffGroups): readonly StaffRole[] =>
  STAFF_ROLES.filter((role) => groups.includes(named[role]));

/**
 * Whose word a second factor stands on. `stated`: the token has to name it (`amr`). `enforced`: the provider lets
 * nobody in without one, so a token that is silent is believed. One that states its methods is held to them either way.
 */
export const SECOND_FACTOR_RULES = ["stated", "enforced"] as const;
export type SecondFactorRule = (typeof SECOND_FACTOR_RULES)[number];

/**
 * Authentication methods (RFC 8176, 2) that say more than a password: several factors, a one-time code, a key in
 * hardware or software that is proven, a smart card, a swk/hwk passkey, a biometric check, a call or a message.
 */
const SECOND_FACTORS = ["mfa", "otp", "hwk", "swk", "sc", "pop", "fpt", "face", "iris", "retina", "vbm", "sms", "tel"];

/** @param amr The token's `amr`; undefined where it has none. */
export const hasSecondFactor = (amr: readonly string[] | undefined, rule: SecondFactorRule): boolean =>
  amr === undefined ? rule === "enforced" : amr.some((method) => SECOND_FACTORS.includes(method));

/** By what the log and matters name somebody. Where the provider knows no employee id, its own key stands for one. */
export const staffIdOf = ({
  employeeId,
  staffKey,
}: {
  readonly employeeId?: string | undefined;
  readonly staffKey: string;
}): string => employeeId ?? staffKey;
