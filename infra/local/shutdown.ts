interface Part {
  stop(): Promise<void>;
}

/** What was started and has to end again. */
export interface Shutdown {
  /** Waits for a part, and ends it with the rest. */
  keep<Started extends Part>(starting: Started | Promise<Started>): Promise<Started>;
  /** Something else to do at the end. */
  finally(act: () => unknown): void;
  /** Ends everything, the newest first. Where one fails, the others end all the same; throws its error at last. */
  stop(): Promise<void>;
}

export const planShutdown = (): Shutdown => {
  const acts: (() => unknown)[] = [];
  return {
    keep: async (starting) => {
      const part = await starting;
      acts.push(() => part.stop());
      return part;
    },
    finally: (act) => {
      acts.push(act);
    },
    stop: async () => {
      const failures: unknown[] = [];
      for (const act of acts.splice(0).reverse())
        try {
          await act();
        } catch (error) {
          failures.push(error);
        }
      if (failures.length > 0) throw failures[0];
    },
  };
};
