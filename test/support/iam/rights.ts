import * as z from "zod/mini";
import type { Assembly } from "../../../infra/local/assembly.ts";
import { resourceOf } from "../../../infra/local/references.ts";
import type { AwsCall } from "./aws-call.ts";

/** The keys of IAM's condition that a set in the request is held to, item by item (DynamoDB's leading keys). */
const FOR_ALL = "ForAllValues:";
const IF_EXISTS = "IfExists";

const oneOrMore = z.pipe(
  z.union([z.array(z.string()), z.string()]),
  z.transform((value): readonly string[] => (typeof value === "string" ? [value] : value)),
);
/** Strict: an element that is not known here (NotAction, NotResource…) is no statement that can be judged. */
const statement = z.strictObject({
  Sid: z.optional(z.string()),
  Effect: z.literal("Allow"),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z._default(
    z.partialRecord(
      z.enum([
        ...(["StringEquals", "StringEqualsIfExists", "StringLike", "ArnLike"] as const),
        ...(["ForAllValues:StringLike", "ForAllValues:StringEquals"] as const),
      ]),
      z.record(z.string(), oneOrMore),
    ),
    {},
  ),
});
type Statement = z.infer<typeof statement>;
const document = z.object({ Statement: z.array(statement) });
const names = z._default(z.array(z.string()), []);

/** What one grantee is allowed. */
export interface Grantee {
  /** The role of a function, or the policy that is given to people of the command line. */
  readonly name: string;
  readonly statements: readonly Statement[];
}

/** One action on one resource under its conditions; of several leading keys, one. */
export interface Right {
  readonly action: string;
  readonly resource: string;
  readonly statement: Statement;
  /** The pattern of the leading key, where the statement has such. */
  readonly leading: string | undefined;
}

const LEADING_KEYS = "dynamodb:LeadingKeys";

/** As IAM matches: `*` is any text, `?` any one character (IAM User Guide, "Condition operators"). */
const like = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", "[^]*")
      .replaceAll("?", "[^]")}$`,
  ).test(text);

const holds = (operator: string, patterns: readonly string[], values: readonly string[]): boolean => {
  const exact = operator.includes("StringEquals");
  const fits = (value: string) => patterns.some((pattern) => (exact ? pattern === value : like(pattern, value)));
  // Without the key in the request, IAM lets `ForAllValues` and `IfExists` pass and everything else fail.
  const passesWithout = operator.startsWith(FOR_ALL) || operator.endsWith(IF_EXISTS);
  return values.every(fits) && (passesWithout || values.length > 0);
};

const covers = ({ Action, Resource, Condition }: Statement, { action, resource, context }: AwsCall): boolean =>
  Action.some((pattern) => like(pattern, action)) &&
  Resource.some((pattern) => like(pattern, resource)) &&
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, patterns]) => holds(operator, patterns, context[key] ?? [])),
  );

/** Whether one of a grantee's statements allows all of a call. There are no denials to look for: none is parsed. */
export const allows = ({ statements }: Grantee, call: AwsCall): boolean => statements.some((one) => covers(one, call));

/** Everything that a grantee may do, piece by piece. */
export const rightsOf = ({ statements }: Grantee): readonly Right[] =>
  statements.flatMap((one) => {
    const leading = Object.values(one.Condition).flatMap((keys) => keys[LEADING_KEYS] ?? []);
    return one.Action.flatMap((action) =>
      one.Resource.flatMap((resource) =>
        (leading.length === 0 ? [undefined] : leading).map((key) => ({
          action,
          resource,
          statement: one,
          leading: key,
        })),
      ),
    );
  });

/** Whether a call made use of a right: it went through this statement, by this action, resource and leading key. */
export const uses = (call: AwsCall, { action, resource, statement: one, leading }: Right): boolean =>
  like(action, call.action) &&
  like(resource, call.resource) &&
  covers(one, call) &&
  (leading === undefined || (call.context[LEADING_KEYS] ?? []).some((key) => like(leading, key)));

/**
 * Who may do what, by whoever makes the calls: the logical id of a function, or of a policy that belongs to no role and
 * is given to people. Reads every template of the assembly.
 */
export const granteesOf = (assembly: Assembly): ReadonlyMap<string, Grantee> => {
  const policies = ["AWS::IAM::Policy", "AWS::IAM::ManagedPolicy"].flatMap((type) =>
    assembly
      .resources(type, z.object({ PolicyDocument: document, Roles: names, Users: names, Groups: names }))
      .map(({ id, properties: { PolicyDocument, Roles, Users, Groups } }) => ({
        id,
        roles: Roles.map(resourceOf),
        isForPeople: [...Roles, ...Users, ...Groups].length === 0,
        statements: PolicyDocument.Statement,
      })),
  );
  const functions = assembly
    .resources("AWS::Lambda::Function", z.object({ Role: z.string() }))
    .map(({ id, properties }) => [id, resourceOf(properties.Role)] as const);
  // A role that AWS itself takes on is not one that our code could misuse.
  const ofFunctions = new Set(functions.map(([, role]) => role));
  const inline = z.object({
    Policies: z._default(z.array(z.object({ PolicyDocument: document })), []),
    ManagedPolicyArns: names,
  });
  const roles = new Map(
    assembly
      .resources("AWS::IAM::Role", inline)
      .filter(({ id }) => ofFunctions.has(id))
      .map(({ id, properties: { Policies, ManagedPolicyArns } }) => {
        const managed = ManagedPolicyArns.map((arn) => {
          const found = policies.find((one) => one.id === resourceOf(arn));
          if (found === undefined) throw new Error(`${id} has the policy ${arn}, which is not one of the stack's.`);
          return found;
        });
        const own = policies.filter((one) => one.roles.includes(id) && !managed.includes(one));
        const statements = [...own, ...managed].flatMap((one) => one.statements);
        return [id, [...statements, ...Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement)]] as const;
      }),
  );
  return new Map<string, Grantee>([
    ...functions.map(([id, role]) => [id, { name: role, statements: roles.get(role) ?? [] }] as const),
    ...policies
      .filter(({ isForPeople }) => isForPeople)
      .map(({ id, statements }) => [id, { name: id, statements }] as const),
  ]);
};
