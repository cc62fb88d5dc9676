import * as z from "zod/mini";
import { readable, type templateOf } from "./stack.ts";

/** What CloudFormation writes as a list only where there are several. */
export const oneOrMore = z.pipe(
  z.union([z.array(z.unknown()), z.unknown()]),
  z.transform((value): unknown[] => (Array.isArray(value) ? value : [value])),
);
const statement = z.object({
  Effect: z.enum(["Allow", "Deny"]),
  Action: oneOrMore,
  Resource: oneOrMore,
  Condition: z._default(z.record(z.string(), z.record(z.string(), z.unknown())), {}),
});
/** A policy of IAM, as far as it says who may do what. */
export const policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(statement) }),
  Roles: z._default(z.array(z.unknown()), []),
});

/** What a statement is about: its resources, and the condition under which it holds; which items, `portal-rights.ts` says. */
const subjectOf = ({ Resource, Condition }: z.infer<typeof statement>): string =>
  [
    Resource.map(readable).join(" and ").replaceAll("arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:", ""),
    ...Object.entries(Condition)
      .filter(([operator]) => operator !== "ForAllValues:StringLike")
      .flatMap(([, one]) =>
        Object.entries(one).map(([name, value]) => `if ${name} is ${[value].flat().map(readable).join()}`),
      ),
  ].join(" ");

/** Every subject once, with everything that may be done with it. */
const bySubject = (statements: readonly z.infer<typeof statement>[]): Record<string, readonly string[]> =>
  Object.fromEntries(
    [...Map.groupBy(statements, subjectOf)].map(([subject, same]) => [
      subject,
      [...new Set(same.flatMap(({ Action }) => Action.map(readable)))].sort(),
    ]),
  );

/** Who may do what: by role or policy, by subject, its actions. */
export const grantsOf = ({ ofType }: Pick<ReturnType<typeof templateOf>, "ofType">) =>
  Object.fromEntries(
    [...ofType("AWS::IAM::Policy"), ...ofType("AWS::IAM::ManagedPolicy")].map(([id, resource]) => {
      const { PolicyDocument, Roles } = policy.parse(resource.Properties);
      return [Roles.map(readable).join() || id, bySubject(PolicyDocument.Statement)];
    }),
  );
