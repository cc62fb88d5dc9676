import { type ESTree, Visitor, type VisitorObject } from "vite";
import { describe, expect, it } from "vitest";
import { SOURCES } from "./sources.ts";

/** Where in the project a kind of syntax stands: `path:line` of every node that `visitor` reports. */
const places = (visitor: (report: (node: ESTree.Span) => void) => VisitorObject): string[] =>
  SOURCES.flatMap(({ program, at }) => {
    const found: string[] = [];
    new Visitor(visitor(({ start }) => found.push(at(start)))).visit(program);
    return found;
  });

const textOf = (expression: ESTree.Node): string[] =>
  expression.type === "Identifier"
    ? [expression.name]
    : expression.type === "MemberExpression"
      ? [...textOf(expression.object), ...textOf(expression.property)]
      : expression.type === "CallExpression"
        ? [...textOf(expression.callee), ...expression.arguments.flatMap(textOf)]
        : [];

describe("the house style", () => {
  it("keeps every file under 250 lines", () => {
    const long = SOURCES.filter(({ text }) => text.split("\n").length > 251).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it("parses instead of casting: no `as` but `as const`, no `!`, no `any`", () => {
    const casts = places((report) => ({
      TSAsExpression: (node) => {
        const { typeAnnotation: type } = node;
        const isConst =
          type.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "const";
        if (!isConst) report(node);
      },
      TSTypeAssertion: report,
      TSNonNullExpression: report,
      TSAnyKeyword: report,
    }));
    expect(casts).toEqual([]);
  });

  it("silences no type error", () => {
    const silenced = SOURCES.filter(({ comments }) => comments.some((text) => /^\s*@ts-/.test(text)));
    expect(silenced.map(({ path }) => path)).toEqual([]);
  });

  it("skips no test", () => {
    const skipped = places((report) => ({
      MemberExpression: (node) => {
        const [subject = "", ...rest] = textOf(node);
        if (!["it", "test", "describe"].includes(subject)) return;
        if (rest.some((name) => ["skip", "only", "todo", "fails", "skipIf", "runIf"].includes(name))) report(node);
      },
    }));
    expect(skipped).toEqual([]);
  });

  it("never holds a test to a stopwatch: timings are ratios of the benchmark", () => {
    const timed = places((report) => ({
      CallExpression: (node) => {
        const [subject, ...rest] = textOf(node);
        if (subject === "expect" && rest.some((name) => /elapsed|duration|^took|Millis$|^performance$/.test(name))) {
          report(node);
        }
      },
    }));
    expect(timed).toEqual([]);
  });

  it("names no room after what it is not", () => {
    const vague = SOURCES.filter(({ path }) => /(^|\/)(utils?|helpers?|common|misc|types|index)(\.tsx?|\/)/.test(path));
    expect(vague.map(({ path }) => path)).toEqual([]);
  });
});
