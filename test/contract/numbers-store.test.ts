import { describe, expect, it } from "vitest";
import { createAuditLog } from "../../functions/adapters/audit-log.ts";
import { createNumbersStore } from "../../functions/adapters/numbers-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import type { AuditAct } from "../../functions/use-cases/identity-ports.ts";
import { keyedTable, useEngine } from "../support/engine.ts";
import { someNumbers } from "../support/numbers.ts";

const engine = await useEngine();
const numbers = createNumbersStore(engine.client, keyedTable(engine));

describe("the numbers that were made", () => {
  it("are given back as they were kept, and of another month there are none", async () => {
    const kept = someNumbers({ month: "2025-03" });
    await numbers.keep(kept);
    expect(await numbers.of("2025-03")).toEqual(kept);
    expect(await numbers.of("2025-04")).toBeUndefined();
  });

  it("are replaced by what is made later, and not by what was made before", async () => {
    const later = someNumbers({ month: "2025-05", madeAt: "2025-06-09T03:00:00.000Z", automated: 7 });
    await numbers.keep(someNumbers({ month: "2025-05", madeAt: "2025-06-02T03:00:00.000Z" }));
    await numbers.keep(later);
    await numbers.keep(someNumbers({ month: "2025-05", madeAt: "2025-06-02T03:00:00.000Z" }));
    expect(await numbers.of("2025-05")).toEqual(later);
    await numbers.keep({ ...later, automated: 8 });
    expect((await numbers.of("2025-05"))?.automated).toBe(8);
  });

  it("are listed from the newest month on", async () => {
    for (const month of ["2026-02", "2026-10", "2026-01"]) await numbers.keep(someNumbers({ month }));
    const months = (await numbers.all()).map(({ month }) => month);
    expect(months.slice(0, 3)).toEqual(["2026-10", "2026-02", "2026-01"]);
    expect(months).toEqual(months.toSorted().reverse());
  });
});

describe("the audit log", () => {
  const note = (at: number, n: number, act: AuditAct, reference?: string) => ({
    kind: "audit" as const,
    ...{ act, at, id: `line-${n}`, subject: "s".repeat(43) },
    ...(reference !== undefined && { reference }),
  });

  it("tells what was done on a day, in order and to the very end, and not whom it was about", async () => {
    const store = createPortalStore(engine.client, keyedTable(engine));
    const midnight = Date.UTC(2026, 8, 30);
    const lines = Array.from({ length: 250 }, (_, n) => note(midnight + n, n, "matter-note", "RG-0000-0001"));
    for (let at = 0; at < lines.length; at += 50) await store.commit(lines.slice(at, at + 50));
    await store.commit([note(midnight + 1_000, 1_000, "code-requested")]);
    await store.commit([note(midnight - 1, 1_001, "matter-close"), note(midnight + 86_400_000, 1_002, "matter-raise")]);
    const acts = (await Array.fromAsync(createAuditLog(engine.client, keyedTable(engine)).actsOf("2026-09-30"))).flat();
    expect(acts).toHaveLength(251);
    expect(acts[0]).toEqual({ act: "matter-note", reference: "RG-0000-0001" });
    expect(acts.at(-1)).toEqual({ act: "code-requested" });
  });
});
