import type { Access } from "../../functions/domain/access.ts";
import type { KnownCase } from "../../functions/domain/evidence.ts";
import { type Chance, customerKey, pick, type Worker } from "./company-people.ts";

const MINUTE = 60_000;

/** One look as it is told; the rest of the access follows. */
export interface Told {
  readonly by: Worker;
  readonly customer: number;
  readonly at: number;
  readonly action?: Access["action"];
  readonly dataCategories: readonly string[];
  readonly purpose: string;
  readonly case?: KnownCase | { readonly type: string; readonly id: string } | undefined;
  readonly more?: Partial<Access>;
}

/** How often people forget, mistype and mistake, as shares of all looks. */
const NO_REASON = 0.005;
const NO_CASE = 0.01;
const TYPO = 0.007;
const WRONG_RECORD = 0.002;
const STUCK_FORM = 0.001;
/** Cases that never reached the facts, though the company says that all do. */
const LOST_CASE = 0.0005;

/** One digit of an id hit beside its key, or two of them in the wrong order. */
const mistyped = (id: string, chance: Chance): string => {
  const digits = [...id].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
  const at = pick(chance, digits);
  const signs = [...id];
  const next = signs[at + 1];
  if (chance() < 0.4 && next !== undefined && next !== signs[at]) {
    [signs[at], signs[at + 1]] = [next, signs[at] ?? ""];
  } else signs[at] = String((Number(signs[at]) + 1 + Math.floor(chance() * 8)) % 10);
  return signs.join("");
};

/** The company's log and facts while its year is told. */
export const openLog = (chance: Chance) => {
  const accesses: Access[] = [];
  const cases: KnownCase[] = [];
  const lastCase = new Map<string, KnownCase>();
  let numbers = 400_000;

  const look = ({ by, customer, at, action = "view", dataCategories, purpose, case: named, more }: Told): void => {
    const occurredAt = new Date(at).toISOString();
    accesses.push({
      eventId: `e-${accesses.length}`,
      source: "crm",
      occurredAt,
      receivedAt: occurredAt,
      customerKey: customerKey(customer),
      employee: { id: by.id, role: by.role, unit: by.unit, type: "employee" },
      action,
      involvement: "opened",
      dataCategories: [...dataCategories],
      fieldsRevealed: [],
      purpose,
      ...(named && { case: { type: named.type, id: named.id } }),
      breakGlass: false,
      outcome: "success",
      ...more,
    });
  };

  return {
    accesses,
    cases,
    look,

    /** Opens a case; one in two thousand is lost on its way to the facts. */
    open: (type: string, customer: number, openedAt: number, closedAt: number | undefined, ids: readonly string[]) => {
      numbers += 1 + Math.floor(chance() * 9);
      const made: KnownCase = {
        type,
        id: `${type.slice(0, 2).toUpperCase()}-${numbers}`,
        customerKey: customerKey(customer),
        openedAt: new Date(openedAt).toISOString(),
        ...(closedAt !== undefined && { closedAt: new Date(closedAt).toISOString() }),
        employeeIds: [...ids],
        units: [],
      };
      if (chance() >= LOST_CASE) cases.push(made);
      return made;
    },

    /** A look that belongs to somebody's work, with the slips that work has. */
    work: (told: Told & { readonly case: KnownCase }, namesake: number): void => {
      const previous = lastCase.get(told.by.id);
      lastCase.set(told.by.id, told.case);
      const slip = chance();
      const rest = slip - NO_REASON - NO_CASE - TYPO;
      if (slip < NO_REASON) look({ ...told, purpose: "NOT_RECORDED", case: undefined });
      else if (slip < NO_REASON + NO_CASE) look({ ...told, case: undefined });
      else if (rest < 0) look({ ...told, case: { type: told.case.type, id: mistyped(told.case.id, chance) } });
      else if (rest < WRONG_RECORD) {
        // The namesake's record first, under the case in hand; then the right one. Some say that it was a mistake.
        const said = chance() < 0.4 ? { purpose: "SELF_ANNULLED", case: undefined } : {};
        look({ ...told, action: "view", customer: namesake, ...said });
        look({ ...told, at: told.at + (0.5 + chance() * 2.5) * MINUTE });
      } else if (rest < WRONG_RECORD + STUCK_FORM && previous?.type === told.case.type) {
        // The form still shows the case before; some see it and save again.
        look({ ...told, case: previous });
        if (chance() < 0.6) look({ ...told, at: told.at + (1 + chance() * 10) * MINUTE });
      } else look(told);
    },
  };
};

export type CompanyLog = ReturnType<typeof openLog>;
