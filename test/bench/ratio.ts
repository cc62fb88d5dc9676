/** One figure of the benchmark. Figures are ratios of two things measured side by side in one run. */
export interface Ratio {
  readonly name: string;
  readonly value: number;
  /** What it must be, as text and as a range. */
  readonly goal: string;
  readonly ok: boolean;
  /** The two sides, in words with their units. */
  readonly detail: string;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

export const atMost = (name: string, value: number, limit: number, detail: string): Ratio => ({
  name,
  value: rounded(value),
  goal: `<= ${limit}`,
  ok: value <= limit,
  detail,
});

export const atLeast = (name: string, value: number, limit: number, detail: string): Ratio => ({
  name,
  value: rounded(value),
  goal: `>= ${limit}`,
  ok: value >= limit,
  detail,
});

/** A figure that is told and held to nothing. */
export const reported = (name: string, value: number, detail: string): Ratio => ({
  name,
  value: rounded(value),
  goal: "reported",
  ok: true,
  detail,
});

export const within = (name: string, value: number, middle: number, span: number, detail: string): Ratio => ({
  name,
  value: rounded(value),
  goal: `${middle} ± ${span}`,
  ok: Math.abs(value - middle) <= span,
  detail,
});

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1] ?? Number.NaN;
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
  return (upper + lower) / 2;
};

/** Milliseconds of processor that this process has used. */
export const cpuTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * Milliseconds that each of two works takes, alternating so that both see the machine's same moods. `before` prepares
 * each of them and is not timed. `clock` may count something else than the time that passes.
 */
export const sideBySide = async (
  rounds: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
  before: () => Promise<unknown> = async () => {},
  clock: () => number = () => performance.now(),
): Promise<{ one: number[]; other: number[]; ratio: number }> => {
  const taken: { one: number[]; other: number[] } = { one: [], other: [] };
  const time = async (work: () => Promise<unknown>) => {
    await before();
    const from = clock();
    await work();
    return clock() - from;
  };
  for (let round = 0; round < rounds; round += 1) {
    const [first, second] = round % 2 === 0 ? [one, other] : [other, one];
    const [a, b] = [await time(first), await time(second)];
    taken.one.push(round % 2 === 0 ? a : b);
    taken.other.push(round % 2 === 0 ? b : a);
  }
  const ratio = median(taken.one.map((value, index) => value / (taken.other[index] ?? Number.NaN)));
  return { ...taken, ratio };
};
