import { type RegardConfig, type RegardConfigInput, regardConfig } from "../../functions/contract/config.ts";

/** A small company's configuration, with whatever a test cares about put in its place. */
export const company = (changes: Partial<RegardConfigInput> = {}): RegardConfig =>
  regardConfig.parse({
    brand: { name: "Marlow & Finch", privacyNoticeUrl: "https://example.com/privacy" },
    languages: ["en", "fr", "de", "es"],
    timeZone: "Europe/London",
    staffIdentity: "name",
    retention: { months: 12 },
    mail: { from: "privacy@example.com", fromName: "Marlow & Finch" },
    dpo: { name: "Ada Okoro", email: "dpo@example.com" },
    approver: { name: "Internal Audit", email: "audit@example.com" },
    jurisdictions: ["GB-ENG"],
    alarmsTo: "alarms@example.com",
    domain: {
      name: "privacy.example.com",
      certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000",
    },
    ...changes,
  });
