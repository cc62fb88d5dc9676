import { describe, expect, it } from "vitest";
import { showProgress } from "../../../functions/cli/progress.ts";

const shown = (isTTY: boolean, act: (progress: ReturnType<typeof showProgress>) => void): string => {
  let text = "";
  const progress = showProgress(1_000, {
    isTTY,
    write: (more) => {
      text += more;
    },
  });
  act(progress);
  return text;
};

describe("progress", () => {
  it("is a bar on a terminal that ends full", () => {
    const text = shown(true, (progress) => {
      progress.read(500);
      progress.rows(1_234);
      progress.read(500);
      progress.end();
    });
    expect(text).toContain("50 %  1,234 rows");
    expect(text.endsWith(`\r${"█".repeat(30)} 100 %  1,234 rows\n`)).toBe(true);
  });

  it("is a plain line now and then anywhere else", () => {
    const text = shown(false, (progress) => {
      for (let rows = 1_000; rows <= 25_000; rows += 1_000) progress.rows(rows);
      progress.end();
    });
    expect(text).toBe("10,000 rows\n20,000 rows\n");
  });
});
