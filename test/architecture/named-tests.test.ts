import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = resolve(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** A file of the project as the pages name it, and the sentences of its tests behind it: `path`: *one*, *another*. */
const NAMED = /`((?:test|functions|infra|web)\/[\w./-]+\.tsx?)`((?:[:,;] \*[^*]+\*)*)/g;

const namedIn = (page: string) =>
  [...read(page).matchAll(NAMED)].map(([, path = "", sentences = ""]) => ({
    path,
    sentences: [...sentences.matchAll(/\*([^*]+)\*/g)].map(([, sentence = ""]) => sentence),
  }));

const PAGES = readdirSync(ROOT).filter((file) => file.endsWith(".md"));

it.each(PAGES)("%s leads to no page that is not there", (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|mailto:)([^)#]+)/g)].map(([, path = ""]) => path);
  expect([page, links.filter((path) => !existsSync(join(ROOT, path)))]).toEqual([page, []]);
});

describe.each(["THREATS.md", "LIMITS.md"])("%s", (page) => {
  const named = namedIn(page);

  it("names tests that exist, by sentences that stand in them", () => {
    expect(named.length).toBeGreaterThan(15);
    const missing = named.flatMap(({ path, sentences }) => {
      if (!existsSync(join(ROOT, path))) return [path];
      const text = read(path);
      return sentences.filter((sentence) => !text.includes(sentence)).map((sentence) => `${path}: ${sentence}`);
    });
    expect(missing).toEqual([]);
  });

  it("names no source where a test has to hold it", () => {
    expect(named.filter(({ path }) => !path.startsWith("test/"))).toEqual([]);
  });

  it("has no row that nothing holds: a test, or a page of somebody else's, stands in each", () => {
    const rows = read(page)
      .split("\n")
      .filter((line) => line.startsWith("| ") && !/^\| (threat|what) \|/.test(line));
    const bare = rows.filter((row) => (row.split(" | ").at(-1) ?? "").replace(/[| ]/g, "") === "");
    expect([rows.length > 15, bare]).toEqual([true, []]);
  });

  it("names the sentences of a test behind every test file in its tables", () => {
    const unsaid = named.filter(({ path, sentences }) => path.startsWith("test/") && sentences.length === 0);
    expect(unsaid).toEqual([]);
  });
});

it("LIMITS.md names a test for each limit of ours", () => {
  const ours =
    read("LIMITS.md")
      .split("\n## ")
      .find((chapter) => chapter.startsWith("Ours")) ?? "";
  const rows = ours.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| what |"));
  expect(rows.length).toBeGreaterThan(25);
  expect(rows.filter((row) => !/`test\/[^`]+`: \*/.test(row))).toEqual([]);
});
