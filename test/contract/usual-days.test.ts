import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createUsualDays } from "../../functions/adapters/usual-days.ts";
import type { RoleDays } from "../../functions/domain/signals/volume.ts";
import type { UsualDays } from "../../functions/use-cases/signal-ports.ts";
import { useEngine } from "../support/engine.ts";
import { memoryUsualDays } from "../support/fakes/memory-usual-days.ts";

const NOW = Date.UTC(2026, 5, 15, 12);
const MONTH = "2026-05";
const engine = await useEngine();

describe.each([
  ["in memory", () => memoryUsualDays()],
  ["on DynamoDB", () => createUsualDays(engine.client, engine.portalTable, () => NOW)],
])("what is usual in a role %s", (_, open) => {
  const role = randomUUID();
  const days = (customers: number): RoleDays[] => [{ role, customers, days: 2 }];
  const kept = async (usual: UsualDays, month = MONTH): Promise<readonly number[]> =>
    (await Array.fromAsync(usual.of(month)))
      .flat()
      .filter((one) => one.role === role)
      .map(({ customers }) => customers)
      .sort((one, other) => one - other);

  it("is of every account, the latest word on each, month by month", async () => {
    const usual = open();
    await usual.keep({ employeeId: "emp#1", month: MONTH }, days(9));
    await usual.keep({ employeeId: "emp#2", month: MONTH }, [...days(5), ...days(70)]);
    await usual.keep({ employeeId: "emp#1", month: "2026-04" }, days(8));
    expect(await kept(usual)).toEqual([5, 9, 70]);
    await usual.keep({ employeeId: "emp#1", month: MONTH }, days(3));
    await usual.keep({ employeeId: "emp#2", month: MONTH }, []);
    expect([await kept(usual), await kept(usual, "2026-04"), await kept(usual, "2026-03")]).toEqual([[3], [8], []]);
  });
});
