import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod/mini";
import { CUSTOMER_ROUTES, recordPage } from "../../functions/contract/customer-api.ts";
import { type FunctionEnvironment, startEnvironment } from "../../infra/local/function-environment.ts";
import { openProcessLog } from "../../infra/local/process-log.ts";
import { AMELIA } from "../../infra/local/sample/customers.ts";
import { httpEvent } from "../support/http-events.ts";
import { signIn } from "../support/portal.ts";
import { withPortal } from "./portal.ts";
import { atMost, median, type Ratio, sideBySide } from "./ratio.ts";

const ROUNDS = 15;
const RECORD = "RecordFunction";
const answer = z.object({ statusCode: z.int(), body: z._default(z.string(), "{}") });

/** The number of rows in a record's answer. Fails where it is no record. */
const rowsOf = (returned: unknown): number => {
  const { statusCode, body } = answer.parse(returned);
  assert.equal(statusCode, 200);
  return recordPage.parse(JSON.parse(body)).accesses.length;
};

/**
 * From the start of a process to the first answer: the record of a signed-in customer, against a handler that does
 * nothing in the same kind of process.
 */
export const measureFirstAnswer = async (): Promise<Ratio[]> => {
  const folder = await mkdtemp(join(tmpdir(), "regard-bench-"));
  const log = openProcessLog(join(folder, "log"), console.error);
  try {
    const file = join(folder, "empty.mjs");
    await writeFile(file, 'export const handler = async () => ({ statusCode: 200, body: "{}" });\n');
    const empty = { id: "Empty", file, handler: "handler", timeoutSeconds: 10, memoryLimitInMB: 512, environment: {} };

    return await withPortal(async (portal) => {
      const { cookies, send } = await signIn(portal, AMELIA.emails[0] ?? "");
      const body = { account: 1, language: "en", offset: 0 };
      const { path, method } = CUSTOMER_ROUTES.readRecord;
      const page = recordPage.parse(await (await send(method, path, body)).json());
      const cookieLines = [...cookies].map(([name, value]) => `${name}=${value}`);
      const event = httpEvent(CUSTOMER_ROUTES.readRecord, body, cookieLines, { origin: portal.origin });

      const record = () => portal.functions.invoke(RECORD, event);
      const started: FunctionEnvironment[] = [];
      const nothing = () => {
        const environment = startEnvironment(empty, log);
        started.push(environment);
        const deadline = Date.now() + 10_000;
        return environment.invoke({ event, requestId: "1", deadline, functionName: "Empty", memoryLimitInMB: 512 });
      };
      /** Ends all processes of both, so that the next event starts one. */
      const coolDown = async () => {
        await Promise.all(started.splice(0).map((environment) => environment.stop()));
        for (const pid of portal.functions.processIds(RECORD)) process.kill(pid, "SIGKILL");
        while (portal.functions.processIds(RECORD).length > 0) await sleep(2);
      };
      await coolDown();
      assert.equal(rowsOf(await record()), page.accesses.length);
      assert.equal(answer.parse(await nothing()).statusCode, 200);

      const times = await sideBySide(ROUNDS, record, nothing, coolDown);
      await coolDown();
      const [first, bare] = [median(times.one), median(times.other)];
      const detail = `${page.accesses.length} rows: ${first.toFixed(0)} ms for the record, ${bare.toFixed(0)} ms for an empty handler; 1.5 is the goal of later`;
      return [atMost("process start to first answer: the record against an empty handler", times.ratio, 3.2, detail)];
    });
  } finally {
    await log.close();
    await rm(folder, { recursive: true, force: true });
  }
};
