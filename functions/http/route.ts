import { MAX_BODY_BYTES } from "../contract/customer-api.ts";
import { Refusal } from "../domain/errors.ts";
import type { SignedIn } from "../use-cases/identity-ports.ts";
import { readCookie } from "./cookies.ts";
import { cookiesOf } from "./request.ts";
import { type Asking, fromThisSite, type OriginPart, type RouteOf, routing } from "./routing.ts";

/** Who is asking, by a route's `who`. */
interface Callers {
  readonly anyone: undefined;
  /** The token of the browser that asked for a code. */
  readonly browser: string;
  /** A confirmed address and the customers behind it. */
  readonly customer: SignedIn;
}

export interface RouteParts extends OriginPart {
  /** The customer whom a session token stands for; undefined where it stands for nobody (any more). */
  readonly customerOf: (sessionToken: string) => Promise<SignedIn | undefined>;
}

export type Route = RouteOf<RouteParts>;

const ASKING: Asking<Callers, RouteParts> = {
  anyone: async () => undefined,
  browser: async (event) => {
    const token = readCookie(cookiesOf(event), "browser");
    if (token === undefined) throw new Refusal("CODE_SPENT");
    return token;
  },
  customer: async (event, { customerOf }) => {
    const token = readCookie(cookiesOf(event), "session");
    const customer = token === undefined ? undefined : await customerOf(token);
    if (customer === undefined) throw new Refusal("SIGN_IN_NEEDED");
    return customer;
  },
};

/** Binds a row of `CUSTOMER_ROUTES` to its work; see `routing`. */
export const route = routing(ASKING, MAX_BODY_BYTES, fromThisSite);
