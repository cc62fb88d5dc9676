import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { Bundles } from "./bundle.ts";
import { Data, type DataOptions } from "./data.ts";
import { Edge } from "./edge.ts";
import { Portal } from "./portal.ts";
import type { Stage } from "./stage.ts";

/** What a company decides beside `regard.config.ts`, when it makes the portal in a CDK app of its own. */
export interface RegardPortalProps extends DataOptions {
  readonly stage: Stage;
  /** What `bundleFunctions` made of the stage's configuration. */
  readonly bundles: Bundles;
  /** Where alarms go; without it, a topic is made that mails to `alarmsTo`. */
  readonly alarmTopic?: ITopic | undefined;
  /** A web ACL that the company has already, in us-east-1; without it, a stack there makes one. */
  readonly webAclArn?: string | undefined;
}

/**
 * One portal: a stack of what it keeps, a stack of what runs, and one in CloudFront's region. There is no network to
 * bring along: nothing of it lives in a VPC.
 */
export class RegardPortal extends Construct {
  readonly data: Data;
  readonly portal: Portal;

  constructor(scope: Construct, id: string, { stage, bundles, webAclArn, alarmTopic, ...options }: RegardPortalProps) {
    super(scope, id);
    this.data = new Data(this, stage, options);
    const edge = webAclArn === undefined ? new Edge(this, stage) : { webAclArn };
    this.portal = new Portal(this, stage, bundles, { data: this.data, webAclArn: edge.webAclArn, alarmTopic });
    if (edge instanceof Edge) this.portal.addStackDependency(edge);
  }
}
