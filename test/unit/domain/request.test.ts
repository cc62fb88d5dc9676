import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reference } from "../../../functions/contract/text.ts";
import { REFERENCE_BYTES, REQUEST_PRIOR, referenceFrom } from "../../../functions/domain/request.ts";

describe("a request", () => {
  it("gets a reference of the contract's form from any bytes, a different one for different bytes", () => {
    const bytes = fc.uint8Array({ minLength: REFERENCE_BYTES, maxLength: REFERENCE_BYTES });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const [first, second] = [one, other].map((from) => referenceFrom(Buffer.from(from)));
        expect(reference.safeParse(first).success).toBe(true);
        expect(first === second).toBe(Buffer.from(one).equals(Buffer.from(other)));
      }),
    );
  });

  it("is spelled in Crockford's base 32, most significant digit first", () => {
    expect(referenceFrom(Buffer.from([0, 0, 0, 0, 31]))).toBe("RG-0000-000Z");
    expect(referenceFrom(Buffer.from([0xff, 0xff, 0xff, 0xff, 0xe0]))).toBe("RG-ZZZZ-ZZZ0");
  });

  it("never moves again once it was answered", () => {
    expect(Object.values(REQUEST_PRIOR).flat()).not.toContain("answered");
  });
});
