import { type DeskCommand, type DeskDeps, deskAct, tellCustomer } from "./desk-act.ts";

/** Writes to the customer. The clock goes on. */
export const messageCustomer = (deps: DeskDeps, command: DeskCommand & { readonly words: string }) =>
  deskAct(deps, command, "message", (matter, now) => {
    const { words } = command;
    const { letter, more } = tellCustomer(deps, matter, now, { kind: "message", words });
    return { deed: { act: "message", words, letter }, more };
  });
