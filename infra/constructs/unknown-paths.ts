import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  Function as EdgeFunction,
  type FunctionAssociation,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
} from "aws-cdk-lib/aws-cloudfront";
import { Construct } from "constructs";
import { pageKey } from "../../functions/contract/pages.ts";

const SOURCE = join(import.meta.dirname, "../edge/unknown-paths.js");

/** CloudFront's limit for a function's code, in bytes (CloudFront Developer Guide, "Quotas on CloudFront Functions"). */
const MOST_BYTES = 10 * 1024;

/**
 * `infra/edge/unknown-paths.js` as CloudFront runs it, with `PAGES` before it. The first page is in it as `/` and under
 * its own key: the guide does not say which of the two a function sees.
 *
 * @param pages Their paths, without the assets.
 */
export const unknownPathsCode = (pages: readonly string[]): string => {
  const paths = ["/", ...pages.map((path) => `/${pageKey(path)}`)];
  const code = `const PAGES = ${JSON.stringify(paths)};\n\n${readFileSync(SOURCE, "utf8")}`;
  if (Buffer.byteLength(code) > MOST_BYTES)
    throw new Error("There are more pages than a function of CloudFront holds.");
  return code;
};

/** Answers paths that lead nowhere. One function does both halves, so that both know the same pages. */
export class UnknownPaths extends Construct {
  /** For the behaviour that serves pages, and for no other: the API has its own answers. */
  readonly associations: FunctionAssociation[];

  constructor(scope: Construct, id: string, pages: readonly string[]) {
    super(scope, id);
    const answers = new EdgeFunction(this, "Function", {
      comment: "A kind page and 404 where no page is",
      code: FunctionCode.fromInline(unknownPathsCode(pages)),
      runtime: FunctionRuntime.JS_2_0,
    });
    this.associations = [FunctionEventType.VIEWER_REQUEST, FunctionEventType.VIEWER_RESPONSE].map((eventType) => ({
      function: answers,
      eventType,
    }));
  }
}
