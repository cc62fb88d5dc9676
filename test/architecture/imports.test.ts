import { describe, expect, it } from "vitest";
import { type Import, SOURCES, type Source } from "./sources.ts";

/**
 * Who may import whom, room by room. `types` are erased before anything runs: the domain names its nouns by the
 * treaty's types and still imports nothing at run time. The test room may import everything.
 */
const MAY_IMPORT: Readonly<Record<string, { readonly code: readonly string[]; readonly types?: readonly string[] }>> = {
  "functions/domain": { code: [], types: ["functions/contract"] },
  "functions/contract": { code: ["functions/domain"] },
  "functions/words": { code: ["functions/domain"], types: ["functions/contract"] },
  "functions/mail": { code: ["functions/domain", "functions/words"], types: ["functions/contract"] },
  "functions/use-cases": { code: ["functions/domain", "functions/contract", "functions/words", "functions/mail"] },
  "functions/adapters": { code: ["functions/domain", "functions/contract"], types: ["functions/use-cases"] },
  "functions/formats": { code: ["functions/domain", "functions/contract", "functions/words"] },
  "functions/http": { code: ["functions/domain", "functions/contract"], types: ["functions/use-cases"] },
  // It runs in other people's processes: types of the treaty, and no code but its own.
  "functions/recorder": { code: [], types: ["functions/contract"] },
  "functions/handlers": {
    code: ["domain", "contract", "words", "use-cases", "adapters", "formats", "http"].map(
      (room) => `functions/${room}`,
    ),
  },
  "functions/cli": {
    code: ["domain", "contract", "words", "use-cases", "adapters", "formats"].map((room) => `functions/${room}`),
  },
  web: { code: ["functions/contract", "functions/domain"] },
  infra: { code: ["infra/constructs", "functions/contract", "functions/domain"] },
  "infra/constructs": { code: ["infra", "functions/contract", "functions/domain"] },
  "infra/local": {
    code: ["infra", "functions/contract", "functions/domain", "functions/use-cases", "functions/adapters", "web"],
  },
};

/** What the stack is made from, beside the contract: the names of the tables' keys, and the files that a letter reads. */
const MADE_INTO_THE_STACK = [
  "functions/adapters/table-keys.ts",
  "functions/formats/export/fonts.ts",
  "functions/formats/export/letter-logo.ts",
];

const roomOf = (target: string) => SOURCES.find(({ path }) => path === target)?.room ?? target;

const allowed = (source: Source, { target, typeOnly }: Import): boolean => {
  const room = roomOf(target);
  if (room === source.room || source.room === "test" || source.room.startsWith("test/")) return true;
  if (MADE_INTO_THE_STACK.includes(target) && source.room.startsWith("infra")) return true;
  if (target === "regard.config.ts") return ["infra", "infra/local", "web", ""].includes(source.room);
  const rule = MAY_IMPORT[source.room];
  if (rule === undefined) return !source.path.includes("/"); // the tools' own configuration files at the root
  return rule.code.includes(room) || (typeOnly && (rule.types ?? []).includes(room));
};

describe("who imports whom", () => {
  it("finds the project's sources and reads their imports", () => {
    expect(SOURCES.length).toBeGreaterThan(30);
    expect(SOURCES.find(({ path }) => path === "functions/domain/access.ts")?.imports).toEqual([
      { target: "functions/contract/access-event.ts", internal: true, typeOnly: true },
    ]);
  });

  it("goes one way only", () => {
    const wrong = SOURCES.flatMap((source) =>
      source.imports
        .filter((one) => one.internal && !allowed(source, one))
        .map(({ target }) => `${source.path} may not import ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("imports only files that exist", () => {
    const known = new Set(SOURCES.map(({ path }) => path));
    const missing = SOURCES.flatMap((source) =>
      source.imports
        .filter(({ internal, target }) => internal && /\.tsx?$/.test(target) && !known.has(target))
        .map(({ target }) => `${source.path} imports ${target}`),
    );
    expect(missing).toEqual([]);
  });

  it("has no cycles, types included", () => {
    const graph = new Map(SOURCES.map(({ path, imports }) => [path, imports.map(({ target }) => target)]));
    const state = new Map<string, "open" | "done">();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === "open") cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      if (state.has(path)) return;
      state.set(path, "open");
      for (const target of graph.get(path) ?? []) if (graph.has(target)) visit(target, [...trail, path]);
      state.set(path, "done");
    };
    for (const { path } of SOURCES) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it("keeps AWS, middy and zod out of the domain and the recorder, and AWS out of the use cases", () => {
    const packagesOf = (room: string) =>
      SOURCES.filter((source) => source.room === room).flatMap(({ imports }) =>
        imports.filter(({ internal }) => !internal).map(({ target }) => target),
      );
    expect(packagesOf("functions/domain").filter((name) => name !== "node:crypto")).toEqual([]);
    expect(packagesOf("functions/use-cases").filter((name) => !name.startsWith("node:"))).toEqual([]);
    expect(packagesOf("functions/recorder").filter((name) => !name.startsWith("node:"))).toEqual([]);
  });

  it("touches the AWS clients in the adapters and the command line only", () => {
    const outside = SOURCES.filter(
      ({ room }) => !["functions/adapters", "functions/cli", "infra/local"].includes(room) && !room.startsWith("test"),
    )
      .filter(({ imports }) => imports.some(({ target }) => target.startsWith("@aws-sdk/")))
      .map(({ path }) => path);
    expect(outside).toEqual([]);
  });
});
