import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { createDirectory } from "../../functions/adapters/directory.ts";
import type { Directory } from "../../functions/use-cases/ports.ts";
import { useEngine } from "../support/engine.ts";
import { memoryDirectory } from "../support/fakes/memory-directory.ts";

const engine = await useEngine();

describe.each([
  ["in memory", memoryDirectory],
  ["on DynamoDB", () => createDirectory(engine.client, engine.portalTable)],
])("the directory %s", (_, open) => {
  let directory: Directory;
  let addressKey: string;
  beforeEach(() => {
    directory = open();
    addressKey = randomUUID();
  });

  it("knows nobody under an address that was never linked", async () => {
    expect(await directory.customersOf(addressKey)).toEqual([]);
  });

  it("holds several customers under one address, in an order that does not change", async () => {
    await directory.link([
      { addressKey, customerKey: "c" },
      { addressKey, customerKey: "a" },
    ]);
    await directory.link([{ addressKey, customerKey: "b" }]);
    expect(await directory.customersOf(addressKey)).toEqual(["a", "b", "c"]);
  });

  it("holds one customer under several addresses", async () => {
    const other = randomUUID();
    await directory.link([addressKey, other].map((key) => ({ addressKey: key, customerKey: "a" })));
    expect(await Promise.all([addressKey, other].map((key) => directory.customersOf(key)))).toEqual([["a"], ["a"]]);
  });

  it("is the same after any number of the same links", async () => {
    const pair = { addressKey, customerKey: "a" };
    await directory.link([pair, pair]);
    await directory.link([pair]);
    expect(await directory.customersOf(addressKey)).toEqual(["a"]);
  });

  it("lets go of one link and of no other, however often it is told", async () => {
    const other = randomUUID();
    await directory.link(
      [addressKey, other].flatMap((key) => ["a", "b"].map((customerKey) => ({ addressKey: key, customerKey }))),
    );
    await directory.unlink([{ addressKey, customerKey: "a" }]);
    await directory.unlink([
      { addressKey, customerKey: "a" },
      { addressKey, customerKey: "never" },
    ]);
    expect(await Promise.all([addressKey, other].map((key) => directory.customersOf(key)))).toEqual([
      ["b"],
      ["a", "b"],
    ]);
    await directory.link([{ addressKey, customerKey: "a" }]);
    expect(await directory.customersOf(addressKey)).toEqual(["a", "b"]);
  });

  it("takes more links at once than one request of the store does", async () => {
    const customers = Array.from({ length: 130 }, (_, n) => `customer-${String(n).padStart(3, "0")}`);
    await directory.link(customers.map((customerKey) => ({ addressKey, customerKey })));
    expect(await directory.customersOf(addressKey)).toEqual(customers);
  });
});
