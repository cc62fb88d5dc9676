import type { Distribution } from "aws-cdk-lib/aws-cloudfront";
import { AlarmStatusWidget, AlarmWidget, Dashboard, GraphWidget, Metric, TextWidget } from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { type Alarms, FIVE_MINUTES } from "./alarms.ts";
import type { PortalApi } from "./portal-api.ts";
import { FLOOD_RULES } from "./web-acl.ts";

const WHOLE_WIDTH = 24;
/** Three beside each other. */
const A_THIRD = 8;
/** CloudFront and its web ACLs are measured there alone. */
const EDGE_REGION = "us-east-1";

interface PortalDashboardProps {
  readonly alarms: Alarms;
  readonly api: PortalApi;
  readonly distribution: Distribution;
  /** The stack's name, under which the web ACL counts too. */
  readonly name: string;
}

/** `the-desk-cannot-be-reached` as its chapter in OPERATIONS.md is called. */
const heading = (anchor: string): string => `${anchor.charAt(0).toUpperCase()}${anchor.slice(1)}`.replaceAll("-", " ");

/**
 * One page for whoever looks after the portal: what rings, how many people come, and below it every alarm under the
 * chapter of its runbook, with what it means for a customer. It is made from the alarms, so none can be missing.
 */
export class PortalDashboard extends Construct {
  constructor(scope: Construct, id: string, { alarms, name: dashboardName, ...measured }: PortalDashboardProps) {
    super(scope, id);
    const dashboard = new Dashboard(this, "Dashboard", { dashboardName });
    dashboard.addWidgets(
      new AlarmStatusWidget({
        title: "Red: what it says below happens to customers now",
        alarms: alarms.raised.map(({ alarm }) => alarm),
        width: WHOLE_WIDTH,
        height: 4,
      }),
    );
    dashboard.addWidgets(...traffic(dashboardName, measured));
    for (const runbook of new Set(alarms.raised.map((one) => one.runbook))) {
      const chapter = alarms.raised.filter((one) => one.runbook === runbook);
      dashboard.addWidgets(
        new TextWidget({
          markdown: [
            `## ${heading(runbook)}`,
            ...new Set(chapter.map(({ impact }) => `- ${impact}`)),
            `\nWhat to do: OPERATIONS.md#${runbook}`,
          ].join("\n"),
          width: WHOLE_WIDTH,
          height: 3,
        }),
      );
      dashboard.addWidgets(
        ...chapter.map(({ name, alarm }) => new AlarmWidget({ title: name, alarm, width: A_THIRD, height: 5 })),
      );
    }
  }
}

const traffic = (
  webAcl: string,
  { api, distribution }: Pick<PortalDashboardProps, "api" | "distribution">,
): GraphWidget[] => {
  const graph = (title: string, left: readonly Metric[], region?: string) =>
    new GraphWidget({ title, left: [...left], width: A_THIRD, height: 6, ...(region !== undefined && { region }) });
  const blocked = (rule: string) =>
    new Metric({
      namespace: "AWS/WAFV2",
      metricName: "BlockedRequests",
      dimensionsMap: { WebACL: webAcl, Rule: rule },
      statistic: "Sum",
      period: FIVE_MINUTES,
      region: EDGE_REGION,
      label: rule,
    });
  const pages = (metricName: string, statistic: string) =>
    new Metric({
      namespace: "AWS/CloudFront",
      metricName,
      dimensionsMap: { DistributionId: distribution.distributionId, Region: "Global" },
      statistic,
      period: FIVE_MINUTES,
      region: EDGE_REGION,
    });
  const latency = (statistic: string) => api.api.metricLatency({ statistic, period: FIVE_MINUTES });
  return [
    graph("How much customers and the desk ask for", [api.api.metricCount({ statistic: "Sum", period: FIVE_MINUTES })]),
    graph("How long they wait, in milliseconds: half of them, and the slowest twentieth", [
      latency("p50"),
      latency("p95"),
    ]),
    graph("Answers that told them to try later", [
      api.api.metricServerError({ statistic: "Sum", period: FIVE_MINUTES }),
    ]),
    graph("Pages and answers that left the edge", [pages("Requests", "Sum")], EDGE_REGION),
    graph("Share of them that failed, in percent", [pages("5xxErrorRate", "Average")], EDGE_REGION),
    graph(
      "Floods that were turned away: somebody may be sending codes to others",
      FLOOD_RULES.map(({ name }) => blocked(name)),
      EDGE_REGION,
    ),
  ];
};
