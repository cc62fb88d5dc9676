import { Construct } from "constructs";
import type { Bundles } from "./bundle.ts";
import { Data } from "./data.ts";
import { Portal } from "./portal.ts";
import type { Stage } from "./stage.ts";

interface RegardPortalProps {
  readonly stage: Stage;
  readonly bundles: Bundles;
}

/** One portal: a stack of what it keeps and a stack of what runs. */
export class RegardPortal extends Construct {
  readonly data: Data;
  readonly portal: Portal;

  constructor(scope: Construct, id: string, { stage, bundles }: RegardPortalProps) {
    super(scope, id);
    this.data = new Data(this, stage);
    this.portal = new Portal(this, stage, bundles, this.data);
  }
}
