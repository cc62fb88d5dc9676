import { clarified } from "../../domain/matter-clock.ts";
import { civilDateOf } from "../../domain/period.ts";
import { type DeskCommand, type DeskDeps, deskAct } from "./desk-act.ts";

/** The customer said what they mean in another way than here; `words` notes how. The clock goes on today. */
export const resumeClock = (deps: DeskDeps, command: DeskCommand & { readonly words: string }) =>
  deskAct(deps, command, "resume", (matter, now) => ({
    deed: { act: "resume", words: command.words },
    to: { clock: clarified(matter.clock, civilDateOf(now, deps.config.timeZone)) },
  }));
