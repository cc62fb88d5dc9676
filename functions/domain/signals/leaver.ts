import type { KnownEmployee } from "../known-people.ts";
import { aboutPair, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

/** Looks under the account of somebody who no longer worked here, or not yet. Both days themselves belong to the work. */
export const leaver = ({
  unexplained,
  employee,
}: Pick<Sifted, "unexplained"> & { readonly employee: KnownEmployee | undefined }): readonly Hit<"leaver">[] => {
  const { startedOn, leftOn } = employee ?? {};
  const after = unexplained.filter(({ day }) => leftOn !== undefined && day > leftOn);
  const before = unexplained.filter(({ day }) => startedOn !== undefined && day < startedOn);
  return [
    ...(after.length > 0 && leftOn !== undefined
      ? [
          {
            rule: "leaver",
            ...aboutPair(after),
            inputs: { ...spanOf(after), side: "after-leaving", date: leftOn },
          } as const,
        ]
      : []),
    ...(before.length > 0 && startedOn !== undefined
      ? [
          {
            rule: "leaver",
            ...aboutPair(before),
            inputs: { ...spanOf(before), side: "before-starting", date: startedOn },
          } as const,
        ]
      : []),
  ];
};
