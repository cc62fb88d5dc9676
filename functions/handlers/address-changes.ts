import type { Log } from "../http/log.ts";
import { type ApplyAddressChangesDeps, applyAddressChanges } from "../use-cases/apply-address-changes.ts";

/** The schedule makes changes of addresses effective whose hold is over. */
export const moveAddresses = (deps: ApplyAddressChangesDeps & { readonly log: Log }) => async (): Promise<void> => {
  const count = await applyAddressChanges(deps);
  if (count > 0) deps.log({ code: "ADDRESSES_MOVED", route: "on-schedule", count });
};
