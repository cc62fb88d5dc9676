import { Validations } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { Construct } from "constructs";
import type { RegardConfig } from "../../functions/contract/config.ts";
import { HOME_KEY } from "../../functions/contract/pages.ts";
import type { HouseFunction } from "./house-function.ts";
import { keepsItsName } from "./logical-id.ts";
import { PagesBucket } from "./pages-bucket.ts";
import { PublishedPages } from "./published-pages.ts";
import { securityHeaders } from "./security-headers.ts";
import { UnknownPaths } from "./unknown-paths.ts";

interface SiteProps {
  readonly domain: RegardConfig["domain"];
  readonly apiHost: string;
  /** In us-east-1. */
  readonly webAclArn: string;
  readonly publisher: HouseFunction;
  /** Fingerprint of the pages that `publisher` carries. */
  readonly pagesVersion: string;
  /** The paths of the pages, without their assets. */
  readonly pagePaths: readonly string[];
  /** What stands in their `<style>` elements, as the content security policy names it. */
  readonly pageStyles: readonly string[];
}

/** One origin for everything: pages from a private bucket, `/api/*` from the API, the same headers on both. */
export class Site extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const bucket = new PagesBucket(this, "Pages");
    const pages = new PublishedPages(this, "PublishedPages", {
      bucket,
      publisher: props.publisher,
      version: props.pagesVersion,
    });

    const behaviour = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: securityHeaders(this, "Headers", props.pageStyles),
    };
    this.distribution = new Distribution(this, "Distribution", {
      comment: props.domain.name,
      webAclId: props.webAclArn,
      domainNames: [props.domain.name],
      certificate: Certificate.fromCertificateArn(this, "Certificate", props.domain.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultRootObject: HOME_KEY,
      defaultBehavior: {
        ...behaviour,
        origin: S3BucketOrigin.withOriginAccessControl(bucket, { originPath: `/${pages.folder}` }),
        compress: true,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        functionAssociations: new UnknownPaths(this, "UnknownPaths", props.pagePaths).associations,
      },
      additionalBehaviors: {
        "/api/*": {
          ...behaviour,
          origin: new HttpOrigin(props.apiHost, { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY }),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          // One customer's answer must never be another's.
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    keepsItsName(this.distribution, "Distribution");
    // The folder has to be filled before anybody is sent to it.
    this.distribution.node.addDependency(pages);

    Validations.of(this.distribution).acknowledge(
      {
        id: "AwsSolutions-CFR1",
        reason: "The right of access does not end at a border: customers ask from wherever they are.",
      },
      {
        id: "AwsSolutions-CFR3",
        reason:
          "CloudFront's log would keep the network address of everybody who asks who looked at their data; the API's own log counts requests without it.",
      },
    );
  }
}
