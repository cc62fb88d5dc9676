import { CUSTOMER_ROUTES, type Session } from "../contract/customer-api.ts";
import { clearCookie, setCookie } from "../http/cookies.ts";
import { type Route, route } from "../http/route.ts";
import { type ConfirmCodeDeps, confirmCode } from "../use-cases/confirm-code.ts";
import type { PortalStore, SignedIn } from "../use-cases/identity-ports.ts";
import { type RequestCodeDeps, requestCode } from "../use-cases/request-code.ts";
import { signOut } from "../use-cases/sign-out.ts";

interface IdentifyDeps extends RequestCodeDeps, ConfirmCodeDeps {
  readonly store: PortalStore;
  readonly keyring: RequestCodeDeps["keyring"];
}

const sessionOf = ({ accounts, idleEndsAt, endsAt }: SignedIn): Session => ({
  accounts: accounts.length,
  idleEndsAt,
  endsAt,
});

/** Everything about who is asking. */
export const identifyRoutes = (deps: IdentifyDeps): Route[] => [
  route(CUSTOMER_ROUTES.requestCode, async ({ body }) => {
    const { browserToken } = await requestCode(deps, body);
    return { answer: {}, cookies: [setCookie("browser", browserToken)] };
  }),
  route(CUSTOMER_ROUTES.confirmCode, async ({ body, caller: browserToken }) => {
    const { sessionToken, customer } = await confirmCode(deps, { browserToken, code: body.code });
    return { answer: sessionOf(customer), cookies: [setCookie("session", sessionToken), clearCookie("browser")] };
  }),
  route(CUSTOMER_ROUTES.readSession, async ({ caller }) => ({ answer: sessionOf(caller) })),
  route(CUSTOMER_ROUTES.signOut, async ({ caller }) => {
    await signOut(deps, caller);
    return { cookies: [clearCookie("session")] };
  }),
];
