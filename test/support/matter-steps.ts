import fc from "fast-check";
import { COMMIT_FAULTS, type CommitFault } from "./faulty-store.ts";

export const CUSTOMERS = ["customer-1", "customer-2"] as const;

/** What the desk does on a revision that it saw. */
export const ON_WHAT_WAS_SEEN: readonly string[] = [
  ...["take", "note", "message", "ask-employee", "explain", "pause", "resume", "extend", "restrict", "lift"],
  ...["propose", "approve", "decline", "misuse", "look-back", "decide-breach", "refuse", "close"],
];
const COMMANDS = [
  ...["ask", "report", "write", "signal", "answer", "wait", "tick", "readdress"],
  ...["take", "note", "message", "ask-employee", "explain", "pause", "resume", "extend", "restrict", "lift"],
  ...["propose", "approve", "decline", "misuse", "look-back", "open-others", "decide-breach", "refuse", "close"],
] as const;

export interface Step {
  readonly command: string;
  readonly customer: (typeof CUSTOMERS)[number];
  /** Which of several people, tokens or lengths of time. */
  readonly which: number;
  /** Acts on what was seen some revisions ago. */
  readonly stale: boolean;
  /** Sent a second time, as a person does who got no answer. */
  readonly twice: boolean;
  readonly faults: readonly CommitFault[];
}

type Way = readonly (readonly [command: (typeof COMMANDS)[number], which: number])[];
/** Everybody tries to be the second person; the last of them may. */
const SECONDS: Way = [1, 2, 3, 4, 5, 6, 0].map((which) => ["approve", which]);
/** Ways that a matter goes at a desk. */
const WAYS: readonly Way[] = [
  [
    ...([
      ["ask", 0],
      ["report", 0],
      ["take", 0],
      ["ask-employee", 1],
      ["answer", 0],
      ["propose", 0],
    ] as const),
    ...([...SECONDS, ["misuse", 0], ["look-back", 0], ["open-others", 0], ["decide-breach", 0], ["close", 1]] as const),
  ],
  [
    ...([
      ["report", 0],
      ["take", 1],
      ["ask-employee", 0],
      ["wait", 4],
      ["tick", 0],
      ["propose", 0],
    ] as const),
    ...([
      ["decline", 0],
      ["propose", 1],
      ["wait", 5],
      ["tick", 0],
      ["restrict", 0],
      ["lift", 0],
      ["close", 0],
    ] as const),
  ],
  [
    ["ask", 0],
    ["take", 0],
    ["pause", 0],
    ["wait", 2],
    ["write", 0],
    ["extend", 0],
    ["explain", 0],
    ["refuse", 0],
  ],
  [
    ["ask", 0],
    ["take", 0],
    ["pause", 0],
    ["resume", 0],
    ["wait", 6],
    ["tick", 0],
    ["tick", 0],
    ["close", 0],
    ["ask", 0],
  ],
  [
    ["signal", 0],
    ["take", 0],
    ["message", 0],
    ["write", 0],
    ["ask", 0],
    ["readdress", 0],
    ["note", 0],
    ["note", 1],
    ["close", 0],
  ],
];

const rarely = fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const faults = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...COMMIT_FAULTS), { maxLength: 3 }) },
);
const anyStep: fc.Arbitrary<Step> = fc.record({
  command: fc.constantFrom(...COMMANDS),
  customer: fc.constantFrom(...CUSTOMERS),
  ...{ which: fc.nat(6), stale: rarely, twice: rarely, faults },
});
const stepOf = ([command, which]: Way[number]) =>
  fc.record({
    command: fc.constant(command),
    customer: fc.constant(CUSTOMERS[0]),
    ...{ which: fc.constant(which), stale: fc.constant(false), twice: rarely, faults },
  });

/** Each of the ways as it goes where nothing goes wrong. */
export const plainWays: readonly (readonly Step[])[] = WAYS.map((way) =>
  way.map(([command, which]) => ({ command, which, customer: CUSTOMERS[0], stale: false, twice: false, faults: [] })),
);

/** One of the ways, with anything else in between, so that runs get far and still go wrong everywhere. */
export const steps: fc.Arbitrary<readonly Step[]> = fc
  .constantFrom(...WAYS)
  .chain((way) => fc.tuple(...way.map((one) => fc.tuple(fc.array(anyStep, { maxLength: 2 }), stepOf(one)))))
  .map((parts) => parts.flatMap(([others, step]) => [...others, step]));
