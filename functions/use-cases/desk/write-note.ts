import type { StaffRole } from "../../domain/staff.ts";
import { type DeskCommand, type DeskDeps, deskAct } from "./desk-act.ts";

/** A note for the desk alone. */
export const writeNote = (
  deps: DeskDeps,
  command: DeskCommand & { readonly words: string; readonly role: StaffRole },
) => deskAct(deps, command, "note", () => ({ deed: { act: "note", words: command.words } }), command.role);
