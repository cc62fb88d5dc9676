import { defineConfig } from "./functions/contract/define-config.ts";

/** Marlow & Finch is the sample company: it delivers groceries and furniture to the door. Replace it with your own. */
export default defineConfig({
  brand: { name: "Marlow & Finch", privacyNoticeUrl: "https://www.marlow-finch.example/privacy" },
  languages: ["en", "fr", "de", "es"],
  timeZone: "Europe/London",
  staffIdentity: "name",
  retention: { months: 12 },
  purposes: [
    {
      code: "INSTALLATION",
      words: {
        en: "they assembled or installed what you bought",
        fr: "ils ont monté ou installé ce que vous avez acheté",
        de: "sie haben aufgebaut oder angeschlossen, was Sie gekauft haben",
        es: "montaron o instalaron lo que usted compró",
      },
      dpv: "ServiceProvision",
      needsCase: true,
    },
  ],
  restrictions: [
    {
      purpose: "FRAUD_SECURITY",
      until: "2027-06-30",
      reason: "Open investigations into stolen delivery accounts; the police asked us not to warn those involved.",
    },
  ],
  cases: [
    { type: "order", completeSince: "2024-01-01" },
    { type: "delivery", completeSince: "2024-01-01" },
    { type: "ticket", completeSince: "2024-01-01" },
    { type: "refund", completeSince: "2024-01-01" },
    {
      type: "installation",
      words: {
        en: "your installation appointment",
        fr: "votre rendez-vous de montage",
        de: "Ihrem Montagetermin",
        es: "su cita de montaje",
      },
    },
  ],
  sources: [
    { source: "crm", name: "Customer file" },
    { source: "delivery-app", name: "Drivers' app" },
    { source: "help-desk", name: "Help desk" },
    { source: "billing", name: "Payments and refunds" },
  ],
  mail: { from: "privacy@marlow-finch.example", fromName: "Marlow & Finch privacy" },
  dpo: { name: "Data Protection Office, Marlow & Finch", email: "dpo@marlow-finch.example" },
  approver: { name: "Internal Audit, Marlow & Finch", email: "audit@marlow-finch.example" },
  jurisdictions: ["GB-ENG"],
  alarmsTo: "on-call@marlow-finch.example",
  domain: {
    name: "privacy.marlow-finch.example",
    certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000",
  },
});
