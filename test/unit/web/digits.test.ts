import { describe, expect, it } from "vitest";
import { digitsOf, fourAndFour, isCode } from "../../../web/digits.ts";

describe("the code field", () => {
  it("reads a code however it was typed or pasted", () => {
    for (const typed of [
      "12345678",
      "1234 5678",
      "1234-5678",
      " 1234\u00a05678 ",
      "Code: 1234–5678.",
      "１２３４ ５６７８",
    ])
      expect([typed, digitsOf(typed), isCode(typed)]).toEqual([typed, "12345678", true]);
  });

  it("asks again where it is no code", () => {
    for (const typed of ["", "1234 567", "1234 56789", "abcdefgh"])
      expect([typed, isCode(typed)]).toEqual([typed, false]);
  });

  it("shows four and four, and lets a person take digits away again", () => {
    expect(["", "1", "1234", "12345", "12345678"].map(fourAndFour)).toEqual(["", "1", "1234", "1234 5", "1234 5678"]);
  });
});
