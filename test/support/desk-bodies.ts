import { DESK_ROUTES } from "../../functions/contract/desk-api.ts";

const on = { reference: "RG-7K2M-Q9XD", revision: 1 } as const;
const said = { ...on, words: "Words." } as const;
const accesses = [{ source: "orders", eventId: "e-1" }];
const employeeId = "emp-7";
const token = "t".repeat(43);
const balancing = { essentialFor: "a", otherMeans: "b", employeeView: "c", safety: "d" };

/** A body that each route's schema takes; undefined where it takes none. A route without a row here does not compile. */
export const DESK_BODIES: { readonly [Name in keyof typeof DESK_ROUTES]: unknown } = {
  startSignIn: { language: "en" },
  signInAgain: { language: "en" },
  finishSignIn: undefined,
  readStaffSession: undefined,
  signOutStaff: undefined,
  readQueue: undefined,
  readDeskMatter: { reference: on.reference, language: "en" },
  previewLetter: { kind: "message", reference: on.reference, words: "Words." },
  takeMatter: on,
  writeNote: said,
  messageCustomer: said,
  askEmployee: { ...said, to: "employee", employeeId, email: "driver@example.com", accesses },
  explainLooks: { ...said, accesses },
  pauseClock: said,
  resumeClock: said,
  extendTime: said,
  restrictPurpose: { ...said, purpose: "FRAUD_SECURITY", until: "2026-12-31" },
  liftRestriction: { ...said, purpose: "FRAUD_SECURITY" },
  proposeRelease: { ...said, employeeId, balancing },
  decideRelease: { ...said, approve: true },
  markMisuse: { ...said, employeeId, accesses },
  lookBack: { ...on, employeeId },
  openForOthers: { reference: on.reference, employeeId, customerKeys: ["customer-2"] },
  decideBreach: { ...on, decision: { kind: "notified", reasons: "By form." } },
  refuseMatter: { ...said, ground: "excessive", partly: false },
  closeMatter: { ...said, outcome: "explained" },
  readFindings: undefined,
  acknowledgeFinding: { findingId: "f".repeat(22), revision: 1, words: "Words." },
  listNumbers: undefined,
  readNumbers: { month: "2026-10", language: "en" },
  exportNumbers: { month: "2026-10", language: "en", format: "csv" },
  readAsk: { token },
  answerAsk: { token, words: "Words." },
};

export type DeskRouteOf = (typeof DESK_ROUTES)[keyof typeof DESK_ROUTES];
/** Every route of the desk with its name and a body. */
export const DESK_ROUTE_LIST = Object.entries(DESK_ROUTES).map(([name, spec]) => ({
  name,
  spec,
  body: Object.entries(DESK_BODIES).find(([other]) => other === name)?.[1],
}));
