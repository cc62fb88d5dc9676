/**
 * Methods and paths of the customer's side, apart from what is sent and answered, so that a page carries no schema that
 * it does not parse with.
 */
export const CUSTOMER_PATHS = {
  requestCode: { method: "POST", path: "/api/codes" },
  confirmCode: { method: "POST", path: "/api/sessions" },
  readSession: { method: "GET", path: "/api/session" },
  signOut: { method: "DELETE", path: "/api/session" },
  readRecord: { method: "POST", path: "/api/record" },
  readRequests: { method: "GET", path: "/api/requests" },
  downloadRecord: { method: "POST", path: "/api/record/file" },
  askAbout: { method: "POST", path: "/api/questions" },
  reportContact: { method: "POST", path: "/api/contact-reports" },
  readMatters: { method: "POST", path: "/api/matters" },
  readMatter: { method: "POST", path: "/api/matter" },
  writeInMatter: { method: "POST", path: "/api/matter/words" },
  downloadLetter: { method: "POST", path: "/api/matter/letter" },
  changeAddress: { method: "POST", path: "/api/address-change" },
  confirmAddress: { method: "POST", path: "/api/address-change/code" },
  readAddressChange: { method: "GET", path: "/api/address-change" },
  cancelAddressChange: { method: "DELETE", path: "/api/address-change" },
} as const;

/** Sent with every unsafe request; a page of another origin cannot send it without asking first. */
export const REQUEST_HEADER = "x-regard-request";
