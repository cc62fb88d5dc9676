import { CUSTOMER_ROUTES } from "../contract/customer-api.ts";
import { type Route, route } from "../http/route.ts";
import { type AskAboutDeps, askAbout } from "../use-cases/ask-about.ts";
import { cancelAddressChange } from "../use-cases/cancel-address-change.ts";
import { type ChangeAddressDeps, changeAddress } from "../use-cases/change-address.ts";
import { confirmAddress } from "../use-cases/confirm-address.ts";
import type { PortalStore } from "../use-cases/identity-ports.ts";
import { listOwnMatters } from "../use-cases/list-own-matters.ts";
import type { MatterStore } from "../use-cases/matter-ports.ts";
import { readAddressChange, shownChange } from "../use-cases/read-address-change.ts";
import { readOwnMatter } from "../use-cases/read-own-matter.ts";
import { reportContact } from "../use-cases/report-contact.ts";
import { writeInMatter } from "../use-cases/write-in-matter.ts";

interface MattersDeps extends AskAboutDeps, ChangeAddressDeps {
  readonly store: PortalStore;
  readonly matters: MatterStore;
  readonly clock: AskAboutDeps["clock"];
  readonly random: AskAboutDeps["random"];
}

/** What customers ask and report, what becomes of it, and the change of their address. */
export const mattersRoutes = (deps: MattersDeps): Route[] => [
  route(CUSTOMER_ROUTES.askAbout, async ({ body, caller }) => ({
    answer: { reference: await askAbout(deps, caller, body) },
  })),
  route(CUSTOMER_ROUTES.reportContact, async ({ body, caller }) => ({
    answer: { reference: await reportContact(deps, caller, body) },
  })),
  route(CUSTOMER_ROUTES.readMatters, async ({ body, caller }) => ({
    answer: { matters: [...(await listOwnMatters(deps, caller, body.language))] },
  })),
  route(CUSTOMER_ROUTES.readMatter, async ({ body, caller }) => ({ answer: await readOwnMatter(deps, caller, body) })),
  route(CUSTOMER_ROUTES.writeInMatter, async ({ body, caller }) => {
    await writeInMatter(deps, caller, body);
    return {};
  }),
  route(CUSTOMER_ROUTES.changeAddress, async ({ body, caller }) => {
    await changeAddress(deps, caller, body);
    return { answer: {} };
  }),
  route(CUSTOMER_ROUTES.confirmAddress, async ({ body, caller }) => ({
    answer: shownChange(await confirmAddress(deps, caller, body.code)),
  })),
  route(CUSTOMER_ROUTES.readAddressChange, async ({ caller }) => ({ answer: await readAddressChange(deps, caller) })),
  route(CUSTOMER_ROUTES.cancelAddressChange, async ({ caller }) => {
    await cancelAddressChange(deps, caller);
    return {};
  }),
];
