import * as z from "zod/mini";
import { readable, type templateOf } from "./stack.ts";

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
export const policy = z.object({
  PolicyDocument: z.object({ Statement: z.array(statement) }),
  Roles: z._default(z.array(z.unknown()), []),
});

/** What a statement is about: its resources, and the condition under which it holds. */
const subjectOf = ({ Resource, Condition }: z.infer<typeof statement>): string =>
  [
    Resource.map(readable).join(" and ").replaceAll("arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:", ""),
    ...Object.values(Condition).flatMap((one) =>
      Object.entries(one).map(([name, value]) => `if ${name} is ${[value].flat().map(readable).join()}`),
    ),
  ].join(" ");

/** Who may do what in a template: by role or policy, and by what a statement is about. */
export const grantsIn = (template: ReturnType<typeof templateOf>) =>
  Object.fromEntries(
    [...template.ofType("AWS::IAM::Policy"), ...template.ofType("AWS::IAM::ManagedPolicy")].map(([id, resource]) => {
      const { PolicyDocument, Roles } = policy.parse(resource.Properties);
      return [
        Roles.map(readable).join() || id,
        Object.fromEntries(PolicyDocument.Statement.map((one) => [subjectOf(one), one.Action.map(readable)])),
      ];
    }),
  );
