import { type Check, check, type Finding, fine, judged, listed, type Reading, toDo } from "./check.ts";

/** A table as it stands (DynamoDB: DescribeTable, DescribeContinuousBackups, DescribeTimeToLive). */
export interface TableState {
  readonly status: string;
  readonly recovery: boolean;
  /** The attribute by which items end; undefined where none do. */
  readonly timeToLive?: string;
  readonly deletionProtection: boolean;
  /** The customer-managed key; undefined where the table is under a key of AWS. */
  readonly keyArn?: string;
}

/** The company's key (KMS: DescribeKey, GetKeyRotationStatus, GetKeyPolicy). */
export interface KeyState {
  readonly arn: string;
  /** Enabled, Disabled, PendingDeletion… */
  readonly state: string;
  readonly rotates: boolean;
  /** Whom its policy lets in beside services of AWS, as ARNs, without conditions. */
  readonly lettingIn: readonly string[];
}

/** The company's secret (Secrets Manager: DescribeSecret). Its value is nobody's business here. */
export interface SecretState {
  /** UTC instant from which on it is gone; undefined where nobody deletes it. */
  readonly deletedAt?: string;
  readonly rotates: boolean;
}

const table =
  (keyArn: string | undefined) =>
  (state: TableState): Finding => {
    if (state.status !== "ACTIVE")
      return toDo(`It is ${state.status}.`, "Wait until it is ACTIVE; deploy again if it is not there.");
    const missing = [
      ...(state.recovery ? [] : ["point-in-time recovery"]),
      ...(state.timeToLive === undefined ? ["time to live, so that nothing is ever erased"] : []),
      ...(state.deletionProtection ? [] : ["deletion protection"]),
      ...(state.keyArn === undefined || (keyArn !== undefined && state.keyArn !== keyArn) ? ["the company's key"] : []),
    ];
    return missing.length === 0
      ? fine("It can be recovered, ends what is over, cannot be deleted by accident, and is under the company's key.")
      : toDo(`It lacks ${listed(missing)}.`, "Somebody changed it by hand: deploy the stack again, and find out who.");
  };

const key = ({ arn, state, rotates, lettingIn }: KeyState): Finding => {
  if (state !== "Enabled")
    return toDo(
      `It is ${state}: nothing can be read.`,
      state === "PendingDeletion" ? "Cancel its deletion in KMS at once." : "Enable it in KMS.",
    );
  const owner = arn.split(":")[4] ?? "";
  const others = lettingIn.filter((who) => who !== `arn:aws:iam::${owner}:root` && who !== owner);
  if (others.length > 0)
    return toDo(
      `Its policy lets in ${listed(others)}.`,
      "Deploy the stack again, and find out who changed the policy.",
    );
  return rotates
    ? fine("It is enabled, rotates every year, and only the account itself decides about it.")
    : toDo("It does not rotate.", "Deploy the stack again, or switch on rotation in KMS.");
};

const secret = ({ deletedAt, rotates }: SecretState): Finding => {
  if (deletedAt !== undefined)
    return toDo(
      `It is marked for deletion (${deletedAt.slice(0, 10)}). Without it no customer is ever found again.`,
      "Restore it at once: aws secretsmanager restore-secret --secret-id <SecretId>.",
    );
  return rotates
    ? toDo(
        "Rotation is on: with a new secret no customer is found any more.",
        "Switch rotation off in Secrets Manager now.",
      )
    : fine("It is there, and nobody rotates it.", "Keep a copy where the company keeps its root keys.");
};

/** Whether what is kept is kept: nothing lost, nothing open. */
export const keepingChecks = (
  tables: Readonly<Record<string, Reading<TableState>>>,
  keyRead: Reading<KeyState>,
  secretRead: Reading<SecretState>,
): readonly Check[] => {
  const keyArn = "value" in keyRead ? keyRead.value.arn : undefined;
  return [
    ...Object.entries(tables).map(([name, read]) =>
      check(`keeping.${name}`, `Table ${name}`, judged(read, table(keyArn))),
    ),
    check("keeping.key", "Key", judged(keyRead, key)),
    check("keeping.secret", "Secret", judged(secretRead, secret)),
  ];
};
