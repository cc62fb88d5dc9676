/**
 * AWS list prices, in US dollars, for us-east-1, without free tiers and without discounts for volume. Each says the page
 * that has the last word, and where it was seen: "price list" is AWS's own (Price List API), as public code quotes it.
 * Other regions differ by up to a third. This is the one place where they stand: `regard cost`, COST.md and the
 * benchmark compute from it.
 */
export const PRICES = {
  readOn: "2026-11-25",
  region: "us-east-1",
  /** aws.amazon.com/dynamodb/pricing/on-demand; the page as quoted in May and September 2026 (half since November 2024). */
  millionWriteUnits: 0.625,
  millionReadUnits: 0.125,
  tableGbMonth: 0.25,
  /** The same page; price list of July 2024. By the size of the table without its global indexes. */
  recoveryGbMonth: 0.2,
  /** aws.amazon.com/lambda/pricing, arm64; price list of December 2025. */
  millionInvocations: 0.2,
  gbSecond: 0.0000133334,
  /** aws.amazon.com/xray/pricing; a copy of the page without a date. */
  millionTraces: 5,
  /** aws.amazon.com/api-gateway/pricing, HTTP API; price list of July 2024. */
  millionApiRequests: 1,
  /** aws.amazon.com/cloudfront/pricing/pay-as-you-go, Europe (North America: 1); price list of July 2024. */
  millionEdgeRequests: 1.2,
  /** The same page; price list of December 2024. */
  millionEdgeFunctionRuns: 0.1,
  /** The same page, first 10 TB; as quoted in September 2026. */
  edgeGb: 0.085,
  /** aws.amazon.com/ses/pricing, the plan of new accounts (a la carte, for older ones: 0.1); price list of July 2026. */
  thousandMails: 0.16,
  /** aws.amazon.com/kms/pricing; price list of July 2024. */
  keyMonth: 1,
  tenThousandKeyRequests: 0.03,
  /** aws.amazon.com/secrets-manager/pricing; price list of July 2024. */
  secretMonth: 0.4,
  tenThousandSecretRequests: 0.05,
  /** aws.amazon.com/cloudwatch/pricing, by the metrics that an alarm looks at; price list of July 2024. */
  alarmMetricMonth: 0.1,
  /** The same page; articles of February and June 2026. */
  logGb: 0.5,
  dashboardMonth: 3,
  /** aws.amazon.com/waf/pricing; price list of July 2024. */
  webAclMonth: 5,
  webAclRuleMonth: 1,
  millionWebAclRequests: 0.6,
  /** aws.amazon.com/backup/pricing, warm; an article of June 2026. Each backup of a DynamoDB table is a whole one. */
  backupGbMonth: 0.1,
} as const;
