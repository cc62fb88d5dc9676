import type * as z from "zod/mini";
import { type FileAnswer, file, type HttpAnswer, json, nothing, redirect } from "./answer.ts";
import { acceptsGzip, type HttpEvent, readInput, readJson, refuseForged } from "./request.ts";

export interface Call<Body, Caller> {
  /** The input as the contract's schema read it; undefined where the route takes none. */
  readonly body: Body;
  readonly caller: Caller;
  readonly acceptsGzip: boolean;
  /** Only what another site sends a browser back with stands in a query. */
  readonly query: URLSearchParams;
}

/**
 * What a route's work returns: an `answer` as the contract's schema has it, a `file`, or the path of a page where the
 * browser goes on; cookies from `setCookie`.
 */
export interface Reply<Answer> {
  readonly answer?: Answer;
  readonly file?: FileAnswer;
  readonly page?: string;
  readonly cookies?: readonly string[];
}

export interface OriginPart {
  /** Scheme and host of the portal, as a browser writes them into `Origin`. */
  readonly origin: string;
}

/** A route of a table with its work; `Parts` is what its side of the house needs to know who is asking. */
export interface RouteOf<Parts> {
  readonly spec: { readonly method: string; readonly path: string };
  readonly serve: (event: HttpEvent, parts: Parts) => Promise<HttpAnswer>;
}

/** A row of a table of routes. */
interface RouteSpec<W, Body, Answer> {
  readonly method: string;
  readonly path: string;
  readonly who: W;
  readonly status: number;
  readonly body: z.ZodMiniType<Body> | (Body & undefined);
  readonly answer: z.ZodMiniType<unknown, Answer> | undefined;
}

/** How a side of the house finds out who is asking, for each `who` of its table. Throws where nobody may. */
export type Asking<Callers, Parts> = {
  readonly [W in keyof Callers]: (event: HttpEvent, parts: Parts) => Promise<Callers[W]>;
};

/** For routes that a browser asks: what did not come from this site's own page goes no further. */
export const fromThisSite = (event: HttpEvent, { origin }: OriginPart): void => refuseForged(event, origin);

/**
 * Makes the function that binds a row of a table to its work. In this order: forged requests are refused, then nobody
 * gets past who may ask, then the input is read, then the work is done, and its answer is held to the contract before
 * it leaves.
 *
 * @param guard Refuses what may go no further, whoever asks.
 */
export const routing =
  <Callers, Parts>(
    asking: Asking<Callers, Parts>,
    mostBodyBytes: number,
    guard: (event: HttpEvent, parts: Parts) => void,
  ) =>
  <W extends keyof Callers, Body, Answer>(
    spec: RouteSpec<W, Body, Answer>,
    work: (call: Call<Body, Callers[W]>) => Promise<Reply<NoInfer<Answer>>>,
  ): RouteOf<Parts> => ({
    spec,
    serve: async (event, parts) => {
      guard(event, parts);
      const caller = await asking[spec.who](event, parts);
      const body = spec.body === undefined ? spec.body : readInput(spec.body, readJson(event, mostBodyBytes));
      const gzip = acceptsGzip(event);
      const query = new URLSearchParams(event.rawQueryString);
      const reply = await work({ body, caller, acceptsGzip: gzip, query });
      if (reply.file !== undefined) return file(spec.status, reply.file);
      if (reply.page !== undefined) return redirect(spec.status, reply.page, reply.cookies);
      if (spec.answer === undefined) return nothing(spec.status, reply.cookies);
      return json(spec.status, spec.answer.parse(reply.answer), { gzip, cookies: reply.cookies });
    },
  });
