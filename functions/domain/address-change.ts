/**
 * The change of a confirmed address: a code to the new one, a hold with a notice to the old one, then the move. Whoever
 * reads a customer's mail for an hour must not keep their record for ever. Instants are milliseconds since 1970.
 */

const DAY = 24 * 60 * 60 * 1_000;
export const HOLD_MS = 7 * DAY;
/** A code that was asked for and never typed is forgotten after this. */
const ASKED_LIFE_MS = DAY;
/** How long a change that ended, or should have, is still looked at. */
const CHANGE_KEPT_MS = 30 * DAY;

/** `moving`: the hold is over and the directory is being changed; nobody can stop it any more. */
export const ADDRESS_CHANGE_STATES = ["asked", "held", "moving", "done", "cancelled"] as const;
export type AddressChangeState = (typeof ADDRESS_CHANGE_STATES)[number];

type Before = AddressChangeState | "none";

/** From each state in which an act is legal to the state in which it leaves the change. Every other state refuses it. */
const ACTS = {
  /** Asks for a code to a new address, the first time or again; not while another change is under way. */
  ask: { none: "asked", asked: "asked", done: "asked", cancelled: "asked" },
  confirm: { asked: "held" },
  cancel: { held: "cancelled" },
  /** Legal again where whoever began it is no more. */
  begin: { held: "moving", moving: "moving" },
  finish: { moving: "done" },
} as const satisfies Readonly<Record<string, { readonly [From in Before]?: AddressChangeState }>>;
export type AddressChangeAct = keyof typeof ACTS;

const acts: { readonly [Act in AddressChangeAct]: { readonly [From in Before]?: AddressChangeState } } = ACTS;

/** Where an act leaves a change; undefined where it is not legal then. */
export const nextAddressChange = (act: AddressChangeAct, from: AddressChangeState | undefined) =>
  acts[act][from ?? "none"];

/** The states in which an act is legal, for the store's condition. */
export const priorAddressChanges = (act: AddressChangeAct): readonly AddressChangeState[] =>
  ADDRESS_CHANGE_STATES.filter((state) => nextAddressChange(act, state) !== undefined);

/** One change of one address. */
export interface AddressChange {
  readonly state: AddressChangeState;
  readonly requestedAt: number;
  /** The end of the hold; means nothing before it began. */
  readonly takesEffectAt: number;
}

/** Whether a customer has to know of it: it will happen unless they object. */
export const isUnderWay = ({ state }: AddressChange): boolean => state === "held" || state === "moving";

export const isDue = (change: AddressChange, now: number): boolean => isUnderWay(change) && change.takesEffectAt <= now;

/** Until when a change is kept. */
export const keptUntil = ({ state, requestedAt, takesEffectAt }: AddressChange): number =>
  state === "asked" ? requestedAt + ASKED_LIFE_MS : takesEffectAt + CHANGE_KEPT_MS;

/** An address as its owner recognises it and nobody else reads it: `j…@example.com`. */
export const maskedAddress = (address: string): string => {
  const at = address.lastIndexOf("@");
  const [first = ""] = Array.from(address.slice(0, Math.max(at, 0)));
  return `${first}…${address.slice(at)}`;
};
