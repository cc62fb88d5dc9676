import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  type KMSClientConfig,
} from "@aws-sdk/client-kms";
import * as z from "zod/mini";
import type { KeyState } from "../domain/doctor/keeping-checks.ts";

const oneOrMore = z.union([z.string(), z.array(z.string())]);
/** A key policy, as far as it says whom it lets in (IAM User Guide, "AWS JSON policy elements: Principal"). */
const keyPolicy = z.object({
  Statement: z.array(
    z.object({
      Effect: z.enum(["Allow", "Deny"]),
      Principal: z.union([z.literal("*"), z.object({ AWS: z.optional(oneOrMore) })]),
      Condition: z.optional(z.unknown()),
    }),
  ),
});

/** People, roles and accounts; services of AWS are bound to the stack by their conditions. */
const lettingIn = (policy: string): string[] =>
  keyPolicy
    .parse(JSON.parse(policy))
    .Statement.filter(({ Effect, Condition }) => Effect === "Allow" && Condition === undefined)
    .flatMap(({ Principal }) => (Principal === "*" ? "*" : (Principal.AWS ?? [])));

/** How a key stands, whether it rotates, and whom its policy lets in. */
export const createKeyState = (place: KMSClientConfig) => {
  const client = new KMSClient(place);
  return {
    read: async (KeyId: string): Promise<KeyState> => {
      const [{ KeyMetadata }, { KeyRotationEnabled }, { Policy }] = await Promise.all([
        client.send(new DescribeKeyCommand({ KeyId })),
        client.send(new GetKeyRotationStatusCommand({ KeyId })),
        client.send(new GetKeyPolicyCommand({ KeyId, PolicyName: "default" })),
      ]);
      return {
        arn: KeyMetadata?.Arn ?? "",
        state: KeyMetadata?.KeyState ?? "not stated",
        rotates: KeyRotationEnabled === true,
        lettingIn: lettingIn(Policy ?? '{"Statement":[]}'),
      };
    },
    destroy: () => client.destroy(),
  };
};
