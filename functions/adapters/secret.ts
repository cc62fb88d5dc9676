import {
  GetSecretValueCommand,
  SecretsManagerClient,
  type SecretsManagerClientConfig,
} from "@aws-sdk/client-secrets-manager";
import * as z from "zod/mini";

const secretString = z.string().check(z.minLength(32));

/**
 * The company's secret, from Secrets Manager.
 *
 * @param secretId Name or ARN.
 * @param place Where Secrets Manager is; left out, the SDK reads the environment.
 * @returns What `createKeyring` asks for.
 */
export const readSecret = async (
  secretId: string,
  place: Pick<SecretsManagerClientConfig, "endpoint" | "region" | "credentials"> = {},
): Promise<string> => {
  const client = new SecretsManagerClient({
    ...place,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    return secretString.parse(SecretString);
  } finally {
    client.destroy();
  }
};
