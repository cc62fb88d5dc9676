/** Everything that this process writes while `act` runs, by whatever way. */
export const writtenDuring = async (act: (write: (line: string) => void) => Promise<void>): Promise<string> => {
  const written: string[] = [];
  const keep = (...parts: unknown[]): true => {
    for (const part of parts) {
      written.push(
        part instanceof Error ? `${part.stack}` : typeof part === "string" ? part : `${JSON.stringify(part)}`,
      );
    }
    return true;
  };
  const { stdout, stderr } = process;
  const before = { out: stdout.write, err: stderr.write, console: { ...console } };
  stdout.write = keep;
  stderr.write = keep;
  Object.assign(console, { log: keep, info: keep, warn: keep, error: keep, debug: keep });
  try {
    await act(keep);
  } finally {
    stdout.write = before.out;
    stderr.write = before.err;
    Object.assign(console, before.console);
  }
  return written.join("\n");
};
