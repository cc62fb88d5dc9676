import type { PreviewLetter } from "../../contract/desk-acts.ts";
import type { Letter } from "../../contract/matter-entry.ts";
import { Refusal } from "../../domain/errors.ts";
import type { MatterStore } from "../matter-ports.ts";
import { nameIn } from "./decide-release.ts";
import { type DeskDeps, letterTo, rowsOf } from "./desk-act.ts";
import { extensionOf } from "./extend-time.ts";

/** The letter that an act would send now, composed by the same rules from the same matter. Nothing is written. */
export const previewLetter = async (
  deps: DeskDeps & { readonly matters: Pick<MatterStore, "matterOf"> },
  asked: PreviewLetter,
): Promise<Letter> => {
  const { config, clock } = deps;
  const matter = (await deps.matters.matterOf(asked.reference))?.value;
  if (matter === undefined) throw new Refusal("NOT_FOUND");
  const { words } = asked;
  switch (asked.kind) {
    case "explanation":
    case "misuse": {
      const looks = (await rowsOf(deps, matter, asked.accesses)).map(({ occurredAt }) => occurredAt);
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
