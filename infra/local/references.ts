import * as z from "zod/mini";
import { LOCAL_REGION } from "../../functions/contract/local-portal.ts";

/** What asks for an account gets one that nobody has. */
export const LOCAL_ACCOUNT = "000000000000";

const PSEUDO_PARAMETERS: Readonly<Record<string, unknown>> = {
  "AWS::AccountId": LOCAL_ACCOUNT,
  "AWS::NoValue": undefined,
  "AWS::Partition": "aws",
  "AWS::Region": LOCAL_REGION,
  "AWS::StackName": "Regard-local",
  "AWS::URLSuffix": "localhost",
};

const ref = z.strictObject({ Ref: z.string() });
const attribute = z.strictObject({ "Fn::GetAtt": z.tuple([z.string(), z.string()]) });
const join = z.strictObject({ "Fn::Join": z.tuple([z.string(), z.array(z.unknown())]) });
const sub = z.strictObject({
  "Fn::Sub": z.union([z.string(), z.tuple([z.string(), z.record(z.string(), z.unknown())])]),
});
const select = z.strictObject({ "Fn::Select": z.tuple([z.coerce.number(), z.array(z.unknown())]) });
/** What another stack says of itself; its region is this computer. */
const stackOutput = z.object({
  "Fn::GetStackOutput": z.object({ StackName: z.string(), OutputName: z.string() }),
});
const object = z.record(z.string(), z.unknown());

/** How `names` calls an output of a stack. */
export const outputName = (stackName: string, output: string): string => `${stackName}/${output}`;

/** The resource that a resolved `Ref` or `Fn::GetAtt` points at: its logical id. */
export const resourceOf = (name: string): string => name.split(".", 1)[0] ?? name;

/**
 * Resolves CloudFormation's references to local names: a `Ref` becomes the logical id (or what `names` has for it), an
 * attribute `logicalId.Name` (or what `names` has for that), another stack's output what `names` has for it. Whoever reads the result can go back from such a name to the resource (`resourceOf`).
 * Throws where the template uses a function that is not known here, rather than run something else than AWS would.
 */
export const resolve = (value: unknown, names: Readonly<Record<string, unknown>> = {}): unknown => {
  const named = (name: string): unknown => {
    if (Object.hasOwn(PSEUDO_PARAMETERS, name)) return PSEUDO_PARAMETERS[name];
    return Object.hasOwn(names, name) ? names[name] : name;
  };
  const textOf = (part: unknown): string => z.coerce.string().parse(visit(part));

  const substitute = (text: string, variables: Readonly<Record<string, unknown>>): string =>
    text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal) return `\${${name}}`;
      return textOf(Object.hasOwn(variables, name) ? variables[name] : { Ref: name });
    });

  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit).filter((item) => item !== undefined);
    const fields = object.safeParse(node);
    if (!fields.success) return node;
    const [key, ...more] = Object.keys(fields.data);
    if (more.length > 0 || key === undefined || !(key === "Ref" || key.startsWith("Fn::"))) {
      return Object.fromEntries(
        Object.entries(fields.data)
          .map(([name, field]) => [name, visit(field)] as const)
          .filter(([, field]) => field !== undefined),
      );
    }
    switch (key) {
      case "Ref":
        return named(ref.parse(node).Ref);
      case "Fn::GetAtt":
        return named(attribute.parse(node)["Fn::GetAtt"].join("."));
      case "Fn::Join": {
        const [separator, parts] = join.parse(node)["Fn::Join"];
        return parts.map(textOf).join(separator);
      }
      case "Fn::Sub": {
        const argument = sub.parse(node)["Fn::Sub"];
        return typeof argument === "string" ? substitute(argument, {}) : substitute(...argument);
      }
      case "Fn::Select": {
        const [index, items] = select.parse(node)["Fn::Select"];
        return visit(items[index]);
      }
      case "Fn::GetStackOutput": {
        const { StackName, OutputName } = stackOutput.parse(node)["Fn::GetStackOutput"];
        return named(outputName(StackName, OutputName));
      }
      default:
        throw new Error(`The template uses ${key}, which infra/local/references.ts does not know.`);
    }
  };
  return visit(value);
};
