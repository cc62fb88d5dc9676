import * as z from "zod/mini";
import { REGIME_IDS } from "../domain/regimes.ts";
import { LANGUAGES, STAFF_IDENTITIES } from "../domain/vocabulary.ts";
import { brandConfig } from "./brand-config.ts";
import { ownLog } from "./own-log.ts";
import { staffConfig } from "./staff-config.ts";
import { purposeCode, sourceName, text } from "./text.ts";

const own = z.exactOptional(text(200));
/** Words in each of the portal's languages; `config-rules.ts` holds them to those. */
const ownWords = z.strictObject({ en: own, fr: own, de: own, es: own });

const ownPurpose = z.strictObject({
  code: purposeCode,
  /** The end of "They looked because…", a main clause that stands by itself: "they assembled what you bought". */
  words: ownWords,
  dpv: text(80),
  needsCase: z._default(z.boolean(), false),
});

const restriction = z.strictObject({
  /** Accesses for this purpose are left out of customers' records… */
  purpose: purposeCode,
  /** …to the end of this civil date, and for this reason, which stays inside the company. */
  until: z.iso.date(),
  reason: text(400),
});

const caseType = z.strictObject({
  /** As access events and business facts write it. */
  type: text(40),
  /**
   * How it reads after "matches…", for a type that `functions/words` does not know: "your order", "votre commande",
   * "Ihrer Bestellung" (dative), "su pedido".
   */
  words: z.optional(ownWords),
  /**
   * Facts were sent about every case of this type that was open on this civil date or later. Only where the company
   * says so does a case that nobody knows contradict a reason.
   */
  completeSince: z.optional(z.iso.date()),
});

const reportingSource = z.strictObject({
  source: sourceName,
  name: text(80),
  /**
   * The source counts as silent once nothing came for so many hours: 120 where nothing is written, which outlasts Easter;
   * 0 for one that is not expected to report any more.
   */
  silentAfterHours: z.optional(z.int().check(z.minimum(0), z.maximum(8_784))),
});

/** Everything that differs from company to company. `regard.config.ts` holds one of these. */
export const regardConfig = z.strictObject({
  brand: brandConfig,
  languages: z.array(z.enum(LANGUAGES)).check(z.minLength(1)),
  /** IANA name of the zone whose civil dates count. */
  timeZone: z.string().check(z.refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone))),
  /** Required on purpose: who may be named to a customer is the company's decision (CJEU C-579/21). */
  staffIdentity: z.enum(STAFF_IDENTITIES),
  retention: z.strictObject({
    months: z.int().check(z.minimum(1), z.maximum(36)),
    /** Needed where it is longer than 12 months (CNIL recommendation on logging). */
    reason: z.optional(text(400)),
  }),
  purposes: z._default(z.array(ownPurpose), []),
  restrictions: z._default(z.array(restriction), []),
  cases: z._default(z.array(caseType), []),
  /** The systems that report, with the names that customers read. */
  sources: z._default(z.array(reportingSource), []),
  /**
   * Public holidays that are known better than by the snapshot in `functions/domain/holidays`, by regime, as civil dates.
   * They stand for the whole of every year that they name: write all holidays of that year.
   */
  holidays: z._default(z.partialRecord(z.enum(REGIME_IDS), z.array(z.iso.date())), {}),
  /** The company's own access log, where it is read in place. */
  ownLog: z.optional(ownLog),
  mail: z.strictObject({ from: z.email(), fromName: text(80) }),
  /** Whose law and holidays decide the dates of matters. The first is the company's own. */
  jurisdictions: z.tuple([z.enum(REGIME_IDS)], z.enum(REGIME_IDS)),
  dpo: z.strictObject({ name: text(120), email: z.email() }),
  /** Whoever decides on the release of names, and hears complaints about the DPO: from another unit. */
  approver: z.strictObject({ name: text(120), email: z.email() }),
  staff: staffConfig,
  alarmsTo: z.email(),
  domain: z.strictObject({
    /** Where the portal is reached, without scheme. */
    name: z.string().check(z.regex(/^(?=.{4,253}$)([a-z0-9-]+\.)+[a-z]{2,}$/)),
    /** In us-east-1, as CloudFront asks. */
    certificateArn: z.string().check(z.regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/)),
  }),
});

export type RegardConfig = z.infer<typeof regardConfig>;
export type RegardConfigInput = z.input<typeof regardConfig>;
