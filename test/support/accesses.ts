import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import type { Access } from "../../functions/domain/access.ts";
import { arrival } from "./arrivals.ts";

/** One access as the log gives it back, of the customer `customer-1` where nothing else is said. */
export const access = (changes: Partial<AccessEventInput> = {}, customerKey = "customer-1"): Access => ({
  ...arrival(changes).access,
  customerKey,
});
