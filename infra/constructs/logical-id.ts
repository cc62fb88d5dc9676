import { CfnResource } from "aws-cdk-lib";
import type { Construct } from "constructs";

/**
 * Gives the resource behind `construct` a logical id of its own, so that a stateful one is never replaced because
 * somebody moved it in the code, and so that people and programs can read the template.
 */
export const keepsItsName = (construct: Construct, logicalId: string): void => {
  const resource = construct.node.defaultChild;
  if (!CfnResource.isCfnResource(resource)) throw new Error(`${construct.node.path} has no resource to name.`);
  resource.overrideLogicalId(logicalId);
};
