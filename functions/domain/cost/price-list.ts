/**
 * AWS list prices, in US dollars, for us-east-1, without free tiers and without discounts for volume, as they were known
 * on the date below; the pages named beside them have the last word. Other regions differ by up to a third. This is the
 * one place where they stand: `regard cost`, COST.md and the benchmark compute from it.
 */
export const PRICES = {
  readOn: "2026-11-25",
  region: "us-east-1",
  /** aws.amazon.com/dynamodb/pricing/on-demand */
  millionWriteUnits: 0.625,
  millionReadUnits: 0.125,
  tableGbMonth: 0.25,
  /** Point-in-time recovery, by the size of the table and its indexes. */
  recoveryGbMonth: 0.2,
  /** aws.amazon.com/lambda/pricing, arm64 */
  millionInvocations: 0.2,
  gbSecond: 0.0000133334,
  /** aws.amazon.com/api-gateway/pricing, HTTP API */
  millionApiRequests: 1,
  /** aws.amazon.com/cloudfront/pricing, Europe and North America, first 10 TB */
  millionEdgeRequests: 1,
  millionEdgeFunctionRuns: 0.1,
  edgeGb: 0.085,
  /** aws.amazon.com/ses/pricing */
  thousandMails: 0.1,
  /** aws.amazon.com/kms/pricing */
  keyMonth: 1,
  tenThousandKeyRequests: 0.03,
  /** aws.amazon.com/secrets-manager/pricing */
  secretMonth: 0.4,
  tenThousandSecretRequests: 0.05,
  /** aws.amazon.com/cloudwatch/pricing */
  alarmMonth: 0.1,
  logGb: 0.5,
  dashboardMonth: 3,
  /** aws.amazon.com/waf/pricing */
  webAclMonth: 5,
  webAclRuleMonth: 1,
  millionWebAclRequests: 0.6,
  /** aws.amazon.com/backup/pricing, warm; each backup of a DynamoDB table is a whole one. */
  backupGbMonth: 0.1,
} as const;
