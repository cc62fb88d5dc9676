import type * as z from "zod/mini";
import { Refusal } from "../domain/errors.ts";
import type { SignedIn } from "../use-cases/identity-ports.ts";
import { type FileAnswer, file, type HttpAnswer, json, nothing } from "./answer.ts";
import { readCookie } from "./cookies.ts";
import { acceptsGzip, cookiesOf, type HttpEvent, readInput, readJson, refuseForged } from "./request.ts";

/** Who is asking, by a route's `who`. */
export interface Callers {
  readonly anyone: undefined;
  /** The token of the browser that asked for a code. */
  readonly browser: string;
  /** A confirmed address and the customers behind it. */
  readonly customer: SignedIn;
}
type Who = keyof Callers;

export interface Call<Body, Caller> {
  /** The input as the contract's schema read it; undefined where the route takes none. */
  readonly body: Body;
  readonly caller: Caller;
  readonly acceptsGzip: boolean;
}

/** What a route's work returns: an `answer` as the contract's schema has it, or a `file`; cookies from `setCookie`. */
export interface Reply<Answer> {
  readonly answer?: Answer;
  readonly file?: FileAnswer;
  readonly cookies?: readonly string[];
}

export interface RouteParts {
  /** Scheme and host of the portal, as a browser writes them into `Origin`. */
  readonly origin: string;
  /** The customer whom a session token stands for; undefined where it stands for nobody (any more). */
  readonly customerOf: (sessionToken: string) => Promise<SignedIn | undefined>;
}

export interface Route {
  readonly spec: { readonly method: string; readonly path: string };
  readonly serve: (event: HttpEvent, parts: RouteParts) => Promise<HttpAnswer>;
}

/** A row of `CUSTOMER_ROUTES`. */
interface RouteSpec<W extends Who, Body, Answer> {
  readonly method: string;
  readonly path: string;
  readonly who: W;
  readonly status: number;
  readonly body: z.ZodMiniType<Body> | (Body & undefined);
  readonly answer: z.ZodMiniType<unknown, Answer> | undefined;
}

type Asking = { readonly [W in Who]: (event: HttpEvent, parts: RouteParts) => Promise<Callers[W]> };

const ASKING: Asking = {
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

/**
 * Binds a row of `CUSTOMER_ROUTES` to its work. In this order: forged requests are refused, then nobody gets past who
 * may ask, then the input is read, then the work is done, and its answer is held to the contract before it leaves.
 */
export const route = <W extends Who, Body, Answer>(
  spec: RouteSpec<W, Body, Answer>,
  work: (call: Call<Body, Callers[W]>) => Promise<Reply<NoInfer<Answer>>>,
): Route => ({
  spec,
  serve: async (event, parts) => {
    refuseForged(event, parts.origin);
    const caller = await ASKING[spec.who](event, parts);
    const body = spec.body === undefined ? spec.body : readInput(spec.body, readJson(event));
    const gzip = acceptsGzip(event);
    const reply = await work({ body, caller, acceptsGzip: gzip });
    if (reply.file !== undefined) return file(spec.status, reply.file);
    if (spec.answer === undefined) return nothing(spec.status, reply.cookies);
    return json(spec.status, spec.answer.parse(reply.answer), { gzip, cookies: reply.cookies });
  },
});
