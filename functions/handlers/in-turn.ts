type Work<Context> = (event: unknown, context: Context) => Promise<void>;

/** Does one thing after another, all of them whatever happens to one; then fails with the first that failed. */
export const inTurn =
  <Context>(...works: readonly Work<Context>[]): Work<Context> =>
  async (event, context) => {
    const failures: unknown[] = [];
    for (const work of works) {
      await work(event, context).catch((error: unknown) => {
        failures.push(error);
      });
    }
    if (failures.length > 0) throw failures[0];
  };
