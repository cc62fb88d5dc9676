import type { QueueRow } from "../../functions/contract/desk-matters.ts";

/** What the filters of the list ask for; "" asks for nothing. */
export interface QueueChoice {
  readonly search: string;
  readonly kind: string;
  readonly state: string;
  /** `mine`, `nobodys` or `others`. */
  readonly whose: string;
  readonly urgency: string;
}

export const EVERYTHING: QueueChoice = { search: "", kind: "", state: "", whose: "", urgency: "" };

/** A reference as it may be typed or pasted: in any case, with or without its dashes, with O for 0 and I or L for 1. */
const normalReference = (typed: string): string => {
  const signs = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, "");
  const [prefix, rest] = signs.startsWith("RG") ? ["RG", signs.slice(2)] : ["", signs];
  return `${prefix}${rest.replaceAll("O", "0").replaceAll(/[IL]/g, "1")}`;
};

/** The whole reference that was typed, as the service writes it; undefined where it is none. */
export const wholeReference = (typed: string): string | undefined => {
  const [, first, second] =
    /^(?:RG)?([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})$/.exec(normalReference(typed)) ?? [];
  return first === undefined ? undefined : `RG-${first}-${second}`;
};

const whoseIs = ({ handler }: QueueRow, staffId: string): string =>
  handler === undefined ? "nobodys" : handler.id === staffId ? "mine" : "others";

export const chosenRows = (rows: readonly QueueRow[], choice: QueueChoice, staffId: string): readonly QueueRow[] => {
  const wanted = normalReference(choice.search);
  return rows.filter(
    (row) =>
      (wanted === "" || row.reference.replaceAll("-", "").includes(wanted)) &&
      (choice.kind === "" || row.kinds.some((kind) => kind === choice.kind)) &&
      (choice.state === "" || row.state === choice.state) &&
      (choice.whose === "" || whoseIs(row, staffId) === choice.whose) &&
      (choice.urgency === "" || row.urgency === choice.urgency),
  );
};

/** The service's order; what waits for a second person comes first for those who are one. */
export const inOrderFor = (rows: readonly QueueRow[], isApprover: boolean): readonly QueueRow[] => {
  if (!isApprover) return rows;
  const waits = ({ waitsFor }: QueueRow): boolean => waitsFor.includes("approver");
  return [...rows.filter(waits), ...rows.filter((row) => !waits(row))];
};
