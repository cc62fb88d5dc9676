import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type ESTree, parseSync } from "vite";

/** One source file of the project as the architecture tests see it. */
export interface Source {
  /** Relative to the project's root, with forward slashes. */
  readonly path: string;
  /** `functions/domain`, `infra/local`, `web`…: the room it lives in; empty beside package.json. */
  readonly room: string;
  readonly text: string;
  readonly program: ESTree.Program;
  readonly comments: readonly string[];
  readonly imports: readonly Import[];
  /** The line, from 1, of an offset in `text`, as `path:line`. */
  readonly at: (offset: number) => string;
}

export interface Import {
  /** A file of the project, or the bare name of a package or of Node itself. */
  readonly target: string;
  readonly internal: boolean;
  /** Erased before anything runs. */
  readonly typeOnly: boolean;
}

const ROOT = resolve(import.meta.dirname, "../..");
const ROOMS = ["functions", "infra", "web", "test"];

const importOf = (path: string, specifier: string, typeOnly: boolean): Import => {
  const internal = specifier.startsWith(".");
  const target = internal ? relative(ROOT, resolve(ROOT, dirname(path), specifier)) : specifier;
  return { target, internal, typeOnly };
};

const roomOf = (path: string): string => {
  const [top = "", second = ""] = path.split("/");
  if (!path.includes("/")) return "";
  return top === "web" || second.includes(".") ? top : `${top}/${second}`;
};

const read = (path: string): Source => {
  const text = readFileSync(join(ROOT, path), "utf8");
  const { program, comments, module } = parseSync(path, text);
  const imports = module.staticImports
    .map(({ moduleRequest, entries }) =>
      importOf(path, moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType)),
    )
    .concat(
      module.staticExports
        .flatMap(({ entries }) => entries)
        .flatMap(({ moduleRequest, isType }) => (moduleRequest ? [importOf(path, moduleRequest.value, isType)] : [])),
      module.dynamicImports
        .map(({ moduleRequest }) => /^["'](.+)["']$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1])
        .flatMap((specifier) => (specifier === undefined ? [] : [importOf(path, specifier, false)])),
    );
  return {
    path,
    room: roomOf(path),
    text,
    program,
    comments: comments.map(({ value }) => value),
    imports,
    at: (offset) => `${path}:${text.slice(0, offset).split("\n").length}`,
  };
};

/** Every TypeScript file in the project's rooms and beside package.json. */
export const SOURCES: readonly Source[] = ROOMS.flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" }).map((file) => `${room}/${file}`),
)
  .concat(readdirSync(ROOT))
  .filter((file) => /\.tsx?$/.test(file))
  .sort()
  .map(read);
