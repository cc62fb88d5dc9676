import type { PreviewLetter } from "../../contract/desk-acts.ts";
import type { StaffMember } from "../../contract/matter.ts";
import type { Letter } from "../../contract/matter-entry.ts";
import { Refusal } from "../../domain/errors.ts";
import { letterTo, tellableRows } from "./desk-act.ts";
import { extensionOf } from "./extend-time.ts";
import { keepDeskLook } from "./keep-desk-look.ts";
import type { ReadDeskMatterDeps } from "./read-desk-matter.ts";
import { nameIn } from "./release-subject.ts";

/** Letters that say something out of the customer's rows. */
const QUOTES_ROWS: readonly PreviewLetter["kind"][] = ["explanation", "misuse", "name-released"];

/**
 * The letter that an act would send now, composed by the same rules from the same matter. One that quotes the customer's
 * rows is a look at them, and in their log before it is shown (LAW L15); beside that nothing is written.
 *
 * Throws NOT_FOUND, LOOK_NOT_LOGGED, and what the act would throw.
 */
export const previewLetter = async (
  deps: ReadDeskMatterDeps,
  asked: PreviewLetter & { readonly staff: StaffMember },
): Promise<Letter> => {
  const { config, clock } = deps;
  const matter = (await deps.matters.matterOf(asked.reference))?.value;
  if (matter === undefined) throw new Refusal("NOT_FOUND");
  if (QUOTES_ROWS.includes(asked.kind)) await keepDeskLook(deps, asked.staff, matter);
  const { words } = asked;
  switch (asked.kind) {
    case "explanation":
    case "misuse": {
      const looks = (await tellableRows(deps, matter, asked.accesses)).map(({ occurredAt }) => occurredAt);
      return letterTo(matter, config, { kind: asked.kind, words, looks });
    }
    case "extension": {
      const { dueOn, why } = extensionOf(config, matter, clock());
      return letterTo(matter, config, { kind: "extension", words, dueOn, why });
    }
    case "name-released":
      return letterTo(matter, config, {
        kind: "name-released",
        words,
        ...(await nameIn(deps, matter, asked.employeeId)),
      });
    case "refusal":
    case "partial-refusal":
      return letterTo(matter, config, { kind: asked.kind, words, ground: asked.ground });
    case "closing":
      return letterTo(matter, config, { kind: "closing", words, outcome: asked.outcome });
    case "message":
    case "clarification":
      return letterTo(matter, config, { kind: asked.kind, words });
  }
};
