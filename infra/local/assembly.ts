import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { buildPages, runTool } from "../build-pages.ts";
import { outputName, resolve } from "./references.ts";

/**
 * The origin that an assembly is made for. It serves any other one just as well: the runner reads its own origin where
 * this one stands, so that one assembly can be run on several ports at once.
 */
const ASSEMBLY_ORIGIN = "http://127.0.0.1:4000";

/**
 * Builds the pages and synthesises the stacks of stage `local` into `directory`: what `npm run synth` does for AWS,
 * without the CDK's command line. Takes some seconds. Throws with the tool's own output where it fails.
 */
export const makeAssembly = async (directory: string, signal?: AbortSignal): Promise<void> => {
  const pages = join(directory, "pages"); // dist/web may be somebody else's at this moment
  await buildPages(pages, signal);
  const env = {
    ...{ REGARD_STAGE: "local", REGARD_ORIGIN: ASSEMBLY_ORIGIN },
    ...{ REGARD_PAGES: pages, CDK_OUTDIR: directory },
    TMPDIR: directory, // where it is interrupted, what it has not cleared away goes with the assembly
  };
  await runTool("Synthesising the stacks", [join("infra", "app.ts")], { env, signal });
};

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z.optional(z.object({ templateFile: z.optional(z.string()), stackName: z.optional(z.string()) })),
    }),
  ),
});
const resource = z.object({ Type: z.string(), Properties: z._default(z.record(z.string(), z.unknown()), {}) });
const template = z.object({
  Resources: z.record(z.string(), resource),
  Parameters: z._default(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) })), {}),
  Outputs: z._default(z.record(z.string(), z.object({ Value: z.unknown() })), {}),
});
const assets = z.object({ files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })) });

/** The stacks that an assembly's manifest lists, with the files of their templates. */
export const stacksIn = (manifestJson: unknown): readonly { readonly name: string; readonly file: string }[] =>
  Object.entries(manifest.parse(manifestJson).artifacts).flatMap(([id, { type, properties }]) =>
    type === "aws:cloudformation:stack" && properties?.templateFile !== undefined
      ? [{ file: properties.templateFile, name: properties.stackName ?? id }]
      : [],
  );

const TABLE = "AWS::DynamoDB::Table";
const USER_POOL = "AWS::Cognito::UserPool";

/** A resource with its references resolved to local names (`references.ts`). */
interface Resource<Properties> {
  readonly id: string;
  readonly properties: Properties;
}

/** What was synthesised, ready to be run. */
export interface Assembly {
  /** All resources of a CloudFormation type. Throws where one of them is not what `schema` says. */
  resources<Schema extends z.ZodMiniType>(type: string, schema: Schema): Resource<z.infer<Schema>>[];
  /** What one of the stacks says of itself: the value of an output. */
  output(name: string): string;
  /** The directory of the asset that the template names by the S3 key `key`. */
  assetOf(key: string): string;
}

/**
 * Reads the assembly in `directory` as one for `origin`.
 *
 * @param here.suffix Makes the names of the tables unlike those of any other portal in the same engine.
 * @param here.issuer Who stands in for the staff's user pool.
 */
export const readAssembly = async (
  directory: string,
  { origin, suffix, issuer }: { readonly origin: string; readonly suffix: string; readonly issuer: string },
): Promise<Assembly> => {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse((await readFile(join(directory, name), "utf8")).replaceAll(ASSEMBLY_ORIGIN, origin));

  const stacks = stacksIn(await read("manifest.json"));
  const templates = await Promise.all(
    stacks.map(async ({ file, name }) => ({ name, ...template.parse(await read(file)) })),
  );
  const files = await Promise.all(
    stacks.map(async ({ file }) => assets.parse(await read(file.replace(".template.json", ".assets.json"))).files),
  );
  const paths = new Map(files.flatMap(Object.entries).map(([hash, { source }]) => [hash, source.path]));

  const ownNames = Object.fromEntries(
    templates.flatMap(({ Resources, Parameters }) => [
      ...Object.entries(Parameters).map(([name, one]) => [name, one.Default]),
      ...Object.entries(Resources)
        .filter(([, { Type }]) => Type === TABLE)
        .map(([id]) => [id, `${id}-${suffix}`]),
      ...Object.entries(Resources)
        .filter(([, { Type }]) => Type === USER_POOL)
        .map(([id]) => [`${id}.ProviderURL`, issuer]),
    ]),
  );
  /** A stack's own id is its name here. */
  const within = (stackName: string, known: Readonly<Record<string, unknown>>) => ({
    ...known,
    "AWS::StackId": stackName,
  });
  // What the stacks ask of each other.
  const names = Object.fromEntries([
    ...Object.entries(ownNames),
    ...templates.flatMap(({ name, Outputs }) =>
      Object.entries(Outputs).map(([output, { Value }]) => [
        outputName(name, output),
        resolve(Value, within(name, ownNames)),
      ]),
    ),
  ]);

  return {
    resources: (type, schema) =>
      templates.flatMap(({ name, Resources }) =>
        Object.entries(Resources)
          .filter(([, { Type }]) => Type === type)
          .map(([id, { Properties }]) => ({
            id,
            properties: schema.parse(
              resolve({ ...Properties, ...(type === TABLE && { TableName: names[id] }) }, within(name, names)),
            ),
          })),
      ),
    output: (name) => {
      const found = templates.map(({ Outputs }) => Outputs[name]).find((one) => one !== undefined);
      return z.string(`The template has no output ${name}.`).parse(resolve(found?.Value, names));
    },
    assetOf: (key) => {
      const path = paths.get(key.replace(/\.[a-z]+$/, ""));
      if (path === undefined) throw new Error(`The assembly has no asset for ${key}.`);
      return join(directory, path);
    },
  };
};
