import { type DeskCommand, type DeskDeps, deskAct, working } from "./desk-act.ts";

/**
 * Takes a matter in hand, or over from somebody else. Whoever has had it in hand is on its case from then on, so that
 * their looks at the customer's rows are borne out by it.
 */
export const takeMatter = (deps: DeskDeps, command: DeskCommand) =>
  deskAct(deps, command, "take", (matter) => ({
    deed: { act: "take" },
    to: { handler: command.staff, workers: working(matter, command.staff) },
  }));
