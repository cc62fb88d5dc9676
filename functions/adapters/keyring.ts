import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Keyring } from "../use-cases/ports.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = "aes-256-gcm";

/** Each part after its length, so that ("ab", "c") and ("a", "bc") differ. */
const framed = (parts: readonly string[]): Buffer =>
  Buffer.concat(
    parts.flatMap((part) => {
      const bytes = Buffer.from(part, "utf8");
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );

/**
 * The company's keyring: one 256-bit key for each label, derived from one secret (HKDF-SHA256, RFC 5869), so that
 * what is known under one label says nothing about another.
 *
 * @param secret At least 32 characters of a secure random source.
 */
export const createKeyring = (secret: string): Keyring => {
  if (secret.length < 32) throw new Error("The secret is shorter than 32 characters.");
  const keys = new Map<string, Buffer>();
  const keyOf = (label: string): Buffer => {
    const known = keys.get(label);
    if (known) return known;
    const key = Buffer.from(hkdfSync("sha256", secret, "regard/1", label, 32));
    keys.set(label, key);
    return key;
  };

  const mac: Keyring["mac"] = (label, ...parts) =>
    createHmac("sha256", keyOf(`mac:${label}`))
      .update(framed(parts))
      .digest();

  return {
    mac,
    customerKey: (customerId) => mac("customer", customerId).toString("base64url"),
    addressKey: (email) => mac("address", email.trim().normalize("NFC").toLowerCase()).toString("base64url"),

    seal: (label, clear) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, keyOf(`seal:${label}`), nonce);
      const sealed = Buffer.concat([cipher.update(clear, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString("base64url");
    },

    open: (label, sealed) => {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error("This was not sealed here.");
      const decipher = createDecipheriv(CIPHER, keyOf(`seal:${label}`), bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const clear = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([clear, decipher.final()]).toString("utf8");
    },
  };
};
