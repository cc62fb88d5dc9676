/** The coded *why* of an access. The customer's sentence for each code stands in `functions/words`. */
export interface Purpose {
  /** Term of the W3C Data Privacy Vocabulary (https://w3id.org/dpv) that the code maps to. */
  readonly dpv: string;
  /** A reason of this kind belongs to a case; without one there is nothing to check it against. */
  readonly needsCase: boolean;
  /** May be held back from the customer (GDPR Art. 23) while the company's configuration restricts it. */
  readonly mayBeRestricted: boolean;
}

const purpose = (dpv: string, needsCase: boolean, mayBeRestricted = false): Purpose => ({
  dpv,
  needsCase,
  mayBeRestricted,
});

export const PURPOSES = {
  ORDER_FULFIL: purpose("CustomerOrderManagement", true),
  DELIVERY: purpose("DeliveryOfGoods", true),
  SUPPORT_CUSTOMER: purpose("CommunicationForCustomerCare", true),
  SUPPORT_PROACTIVE: purpose("CustomerCare", true),
  BILLING: purpose("PaymentManagement", true),
  COMPLAINT_CLAIM: purpose("DisputeManagement", true),
  IDENTITY_CHECK: purpose("IdentityVerification", true),
  ACCOUNT_ADMIN: purpose("AccountManagement", true),
  FRAUD_SECURITY: purpose("FraudPreventionAndDetection", true, true),
  SAFETY_EMERGENCY: purpose("ProtectionOfPublicSecurity", true),
  LEGAL_REQUEST: purpose("LegalCompliance", true, true),
  RIGHTS_REQUEST: purpose("RightsFulfilment", true),
  AUDIT_OVERSIGHT: purpose("OrganisationComplianceManagement", false),
  TECH_FAULT: purpose("TechnicalServiceProvision", true),
  QUALITY_TRAINING: purpose("ServiceOptimisation", false),
  MARKETING: purpose("DirectMarketing", false),
  SYSTEM_AUTOMATED: purpose("TechnicalServiceProvision", false),
  SEARCH_LISTED: purpose("CommunicationForCustomerCare", false),
  BREAK_GLASS: purpose("ProtectionOfPublicSecurity", false),
  SELF_ANNULLED: purpose("RecordManagement", false),
  NOT_RECORDED: purpose("Purpose", false),
} as const;

export type BuiltInPurpose = keyof typeof PURPOSES;
export const PURPOSE_CODES = Object.keys(PURPOSES);

export const isBuiltInPurpose = (code: string): code is BuiltInPurpose => Object.hasOwn(PURPOSES, code);

/** Whether a reason belongs to a case; `own` are the purposes that the company added. Unknown codes ask for none. */
export const needsCase = (
  code: string,
  own: readonly { readonly code: string; readonly needsCase: boolean }[],
): boolean =>
  isBuiltInPurpose(code) ? PURPOSES[code].needsCase : own.some((purpose) => purpose.code === code && purpose.needsCase);
