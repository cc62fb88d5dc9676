/** One thing that somebody asks of AWS, as IAM sees it. */
export interface AwsCall {
  /** `dynamodb:PutItem` */
  readonly action: string;
  /** The resource by the name that `infra/local/references.ts` gives it: `PortalTable.Arn`. */
  readonly resource: string;
  /** What conditions can ask about: `dynamodb:LeadingKeys`, `ses:FromAddress`… */
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** The same call is the same line. */
export const lineOf = ({ action, resource, context }: AwsCall): string =>
  [action, resource, ...Object.entries(context).map(([key, values]) => `${key}=${values.join(",")}`)].join(" ");
