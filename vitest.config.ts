import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** One project per room of `test/`: the quick ones run alone in `npm run check`, all of them in `npm test`. */
export default defineConfig({
  // `regard/recorder` is its source here, and its build in other people's systems.
  resolve: {
    alias: [
      { find: /^regard\/(recorder)$/, replacement: resolve("functions/recorder/$1.ts") },
      { find: /^regard\/recorder\/(\w+)$/, replacement: resolve("functions/recorder/$1.ts") },
    ],
  },
  test: {
    // Vitest leaves one processor alone; of two that is half, while a test mostly waits for what the portal does.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What is waited for may be slow on a busy machine; how fast something is, the benchmark says.
    expect: { requireAssertions: true, poll: { timeout: 15_000 } },
    projects: ["unit", "architecture", "contract", "integration", "browser"].map((room) => ({
      extends: true,
      test: {
        name: room,
        include: [`test/${room}/**/*.test.ts`],
        testTimeout: room === "browser" || room === "integration" ? 60_000 : 20_000,
        hookTimeout: 90_000,
        globalSetup: [
          "test/support/temporary-folder.ts",
          ...(room === "browser" || room === "integration" ? ["test/support/assembly.ts"] : []),
          ...(room === "browser" ? ["test/support/packaged-browser.ts"] : []),
        ],
        // Nothing in the unit room outlives its test, and loading the CDK once instead of per file saves most of the time.
        isolate: room !== "unit",
      },
    })),
  },
});
