import { expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import type { LogLine } from "../../../functions/contract/log-codes.ts";
import { Refusal } from "../../../functions/domain/errors.ts";
import { readSent } from "../../../functions/formats/import/read-sent.ts";
import { takeSent } from "../../../functions/handlers/take-sent.ts";
import config from "../../../regard.config.ts";
import { NOW } from "../../support/arrivals.ts";
import { memoryAccessLog } from "../../support/fakes/memory-access-log.ts";
import { memoryFacts } from "../../support/fakes/memory-facts.ts";
import { memoryQuarantine } from "../../support/fakes/memory-quarantine.ts";
import { memorySources } from "../../support/fakes/memory-sources.ts";
import { justNow } from "../../support/intake-door.ts";

it("takes what the rules could not be told of, and says so to whoever is on call", async () => {
  const logged: LogLine[] = [];
  const clock = () => Date.parse(NOW);
  const note = async () => {
    throw new Refusal("UNAVAILABLE", { cause: new TypeError("canary") });
  };
  const deps = {
    ...{ accessLog: memoryAccessLog(clock), sources: memorySources(), facts: memoryFacts(), apart: { note } },
    ...{ quarantine: memoryQuarantine(clock), keyring: createKeyring("0".repeat(32)), config, clock },
    log: (line: LogLine) => logged.push(line),
  };
  expect(await takeSent(deps, "sendAccessEvents", [readSent(justNow(), false)])).toEqual([{ outcome: "accepted" }]);
  expect(logged).toEqual([{ code: "EVENTS_UNWATCHED", route: "sendAccessEvents", fault: "TypeError" }]);
});
