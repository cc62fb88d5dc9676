import type { Language } from "../domain/vocabulary.ts";

/** Methods and paths of the desk's side, apart from the schemas, so that a page carries none that it does not use. */
export const DESK_PATHS = {
  startSignIn: { method: "POST", path: "/api/desk/sign-ins" },
  signInAgain: { method: "POST", path: "/api/desk/sign-ins/again" },
  finishSignIn: { method: "GET", path: "/api/desk/sign-ins/callback" },
  readStaffSession: { method: "GET", path: "/api/desk/session" },
  signOutStaff: { method: "DELETE", path: "/api/desk/session" },
  readQueue: { method: "GET", path: "/api/desk/queue" },
  readDeskMatter: { method: "POST", path: "/api/desk/matter" },
  previewLetter: { method: "POST", path: "/api/desk/matter/preview" },
  takeMatter: { method: "POST", path: "/api/desk/matter/take" },
  writeNote: { method: "POST", path: "/api/desk/matter/note" },
  messageCustomer: { method: "POST", path: "/api/desk/matter/message" },
  askEmployee: { method: "POST", path: "/api/desk/matter/ask" },
  explainLooks: { method: "POST", path: "/api/desk/matter/explain" },
  pauseClock: { method: "POST", path: "/api/desk/matter/pause" },
  resumeClock: { method: "POST", path: "/api/desk/matter/resume" },
  extendTime: { method: "POST", path: "/api/desk/matter/extend" },
  restrictPurpose: { method: "POST", path: "/api/desk/matter/restrict" },
  liftRestriction: { method: "POST", path: "/api/desk/matter/lift" },
  proposeRelease: { method: "POST", path: "/api/desk/matter/release" },
  decideRelease: { method: "POST", path: "/api/desk/matter/release/decision" },
  markMisuse: { method: "POST", path: "/api/desk/matter/misuse" },
  lookBack: { method: "POST", path: "/api/desk/matter/look-back" },
  openForOthers: { method: "POST", path: "/api/desk/matter/look-back/matters" },
  decideBreach: { method: "POST", path: "/api/desk/matter/breach" },
  refuseMatter: { method: "POST", path: "/api/desk/matter/refusal" },
  closeMatter: { method: "POST", path: "/api/desk/matter/end" },
  readFindings: { method: "GET", path: "/api/desk/findings" },
  acknowledgeFinding: { method: "POST", path: "/api/desk/findings/acknowledgement" },
  listNumbers: { method: "GET", path: "/api/desk/numbers" },
  readNumbers: { method: "POST", path: "/api/desk/numbers/month" },
  exportNumbers: { method: "POST", path: "/api/desk/numbers/file" },
  readAsk: { method: "POST", path: "/api/asks/read" },
  answerAsk: { method: "POST", path: "/api/asks/answer" },
} as const;

/** The desk's page, to which the identity provider's answer leads; behind `#` the code of a refusal. */
export const deskPage = (language: Language): string => (language === "en" ? "/desk" : `/${language}/desk`);
