import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";

const SECRET = "s".repeat(64);
const keyring = createKeyring(SECRET);

describe("the keyring", () => {
  it("gives one customer one key, and another company's customer of the same id another", () => {
    expect(keyring.customerKey("C-1")).toBe(createKeyring(SECRET).customerKey("C-1"));
    expect(keyring.customerKey("C-1")).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(keyring.customerKey("C-1")).not.toBe(keyring.customerKey("c-1"));
    expect(keyring.customerKey("C-1")).not.toBe(createKeyring("t".repeat(64)).customerKey("C-1"));
    expect(keyring.customerKey("C-1")).not.toBe(keyring.addressKey("C-1"));
  });

  it("takes an address for the same however it is typed", () => {
    const decomposed = "  Zoe\u0308@Example.COM ";
    expect(keyring.addressKey(decomposed)).toBe(keyring.addressKey("zo\u00eb@example.com"));
    expect(keyring.addressKey("zoe@example.com")).not.toBe(keyring.addressKey("zo\u00eb@example.com"));
  });

  it("never lets parts run into each other", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(keyring.mac("label", ...one).equals(keyring.mac("label", ...other))).toBe(same);
      }),
    );
    expect(keyring.mac("label", "ab", "c")).not.toEqual(keyring.mac("label", "a", "bc"));
    expect(keyring.mac("label", "a")).not.toEqual(keyring.mac("label", "a", ""));
    expect(keyring.mac("label", "a")).not.toEqual(keyring.mac("other", "a"));
  });

  it("opens what it sealed, and only under the same label", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (clear) => {
        expect(keyring.open("mail", keyring.seal("mail", clear))).toBe(clear);
      }),
    );
    expect(keyring.seal("mail", "same")).not.toBe(keyring.seal("mail", "same"));
    expect(() => keyring.open("session", keyring.seal("mail", "a"))).toThrow();
  });

  it("opens nothing that was changed, cut short or made elsewhere", () => {
    const sealed = Buffer.from(keyring.seal("mail", "an address"), "base64url");
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => keyring.open("mail", changed.toString("base64url"))).toThrow();
      expect(() => keyring.open("mail", sealed.subarray(0, at).toString("base64url"))).toThrow();
    }
    expect(() => createKeyring("t".repeat(64)).open("mail", sealed.toString("base64url"))).toThrow();
  });

  it("takes no secret that could be guessed", () => {
    expect(() => createKeyring("short")).toThrow();
  });
});
