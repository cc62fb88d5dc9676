import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import * as z from "zod/mini";
import { startJsonService } from "./json-service.ts";

const isThere = z.object({ code: z.literal("EEXIST") });
const getSecretValue = z.object({ SecretId: z.string() });

/** The company's secret of this computer: made once for `file` (mode 0600) and the same ever after. */
export const localSecret = async (file: string): Promise<string> => {
  const made = randomBytes(48).toString("base64url");
  try {
    await writeFile(file, made, { mode: 0o600, flag: "wx" });
    return made;
  } catch (error) {
    if (!isThere.safeParse(error).success) throw error;
    return readFile(file, "utf8");
  }
};

/** As much of Secrets Manager as a function asks for: `GetSecretValue` of the one secret. */
export const startSecrets = (secretId: string, secret: string) =>
  startJsonService((operation, asked) => {
    const read = getSecretValue.safeParse(asked);
    const found = operation === "secretsmanager.GetSecretValue" && read.success && read.data.SecretId === secretId;
    return {
      done: found,
      answer: found
        ? { ARN: secretId, Name: secretId, SecretString: secret }
        : { __type: "ResourceNotFoundException", Message: "There is one secret here, and only GetSecretValue." },
    };
  });
