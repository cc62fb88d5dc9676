import { expect, test } from "vitest";
import { inTurn } from "../../../functions/handlers/in-turn.ts";

test("one thing that fails keeps nothing else from being done, and is heard of", async () => {
  const done: string[] = [];
  const work = inTurn<undefined>(
    async () => {
      throw new Error("first");
    },
    async () => {
      done.push("second");
    },
    async () => {
      throw new Error("third");
    },
  );
  await expect(work({}, undefined)).rejects.toThrow("first");
  expect(done).toEqual(["second"]);
});
