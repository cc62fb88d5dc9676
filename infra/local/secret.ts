import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import * as z from "zod/mini";
import { freePort } from "./free-port.ts";

const isThere = z.object({ code: z.literal("EEXIST") });
const asked = z.object({ SecretId: z.string() });

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
export const startSecrets = async (secretId: string, secret: string) => {
  const port = await freePort();
  const server = createServer(async (request, response) => {
    const known = asked.safeParse(await json(request).catch(() => undefined));
    const found =
      request.headers["x-amz-target"] === "secretsmanager.GetSecretValue" &&
      known.success &&
      known.data.SecretId === secretId;
    response.writeHead(found ? 200 : 400, { "content-type": "application/x-amz-json-1.1" });
    response.end(
      JSON.stringify(
        found
          ? { ARN: secretId, Name: secretId, SecretString: secret }
          : { __type: "ResourceNotFoundException", Message: "There is one secret here, and only GetSecretValue." },
      ),
    );
  });
  await once(server.listen(port, "127.0.0.1"), "listening");
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
