import type { AccessEventInput } from "../contract/access-event.ts";
import { resultsIn, type Settled } from "./answer.ts";
import { nextCall } from "./calls.ts";
import { RecorderError } from "./recorder-error.ts";
import { type Credentials, sign } from "./sign.ts";

/** What the recorder reads of the world. Tests pass their own. */
export interface Surroundings {
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** From 0 to 1, for spreading tries. */
  readonly random: () => number;
  readonly newId: () => string;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface Intake {
  readonly url: URL;
  readonly region: string;
  readonly credentials: () => Promise<Credentials>;
  /** A try without an answer ends after this time. */
  readonly timeoutMs: number;
  /** After this time nothing is tried any more. */
  readonly deadlineMs: number;
}

/** Full jitter, base 50 ms, cap 2 s (AWS Architecture Blog, "Exponential Backoff And Jitter"). */
const BASE_MS = 50;
const CAP_MS = 2_000;

/** AWS refuses a signature that is more than five minutes off; less is no reason to doubt our clock. */
const SKEW_MS = 4 * 60_000;

type Try = { readonly settled: readonly Settled[] } | { readonly error: RecorderError; readonly again: boolean };

const retryAfterMs = (response: Response, now: number): number | undefined => {
  const said = response.headers.get("retry-after");
  if (said === null) return undefined;
  const ms = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
};

const rejectedBy = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/** Sends events to the intake, in calls of its size, until each is answered for. */
export const createSender = (intake: Intake, { fetch, clock, random, sleep }: Surroundings) => {
  let skewMs = 0;
  const now = () => clock() + skewMs;

  const unanswered = (cause: unknown): Try => ({
    error: new RecorderError("ACCESS_NOT_RECORDED", { cause }),
    again: true,
  });

  /** True where a signature was made so far from the service's clock that it cannot have held: from now on, its clock counts. */
  const learnSkew = (response: Response, signedAt: number): boolean => {
    const theirs = Date.parse(response.headers.get("date") ?? "");
    if (!(Math.abs(theirs - signedAt) > SKEW_MS)) return false;
    skewMs = theirs - clock();
    return true;
  };

  const call = async (body: string, count: number, until: number, signal?: AbortSignal): Promise<Try> => {
    let response: Response;
    let text: string;
    let signedAt = 0;
    try {
      const timeout = AbortSignal.timeout(Math.max(1, Math.min(intake.timeoutMs, until - clock())));
      const credentials = await Promise.race([intake.credentials(), rejectedBy(timeout)]);
      signedAt = now();
      const request = { method: "POST", url: intake.url, headers: { "content-type": "application/json" }, body };
      const scope = { credentials, region: intake.region, service: "execute-api", now: new Date(signedAt) };
      response = await fetch(intake.url, {
        ...request,
        headers: sign(request, scope),
        // A signed call goes nowhere else, and neither do the events in it.
        redirect: "manual",
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      });
      text = await response.text();
    } catch (error) {
      return error instanceof RecorderError ? { error, again: false } : unanswered(error);
    }
    const { status: intakeStatus } = response;
    if (intakeStatus === 200) {
      const settled = resultsIn(text, count);
      return settled ? { settled } : { error: new RecorderError("ACCESS_NOT_RECORDED", { intakeStatus }), again: true };
    }
    if (intakeStatus === 401 || intakeStatus === 403)
      return { error: new RecorderError("CALLER_NOT_ALLOWED", { intakeStatus }), again: learnSkew(response, signedAt) };
    if (intakeStatus < 500 && intakeStatus !== 429 && intakeStatus !== 408)
      return { error: new RecorderError("CALL_REFUSED", { intakeStatus }), again: false };
    const waitMs = retryAfterMs(response, now());
    const retryAfterSeconds = waitMs === undefined ? undefined : Math.ceil(waitMs / 1_000);
    return { error: new RecorderError("ACCESS_NOT_RECORDED", { intakeStatus, retryAfterSeconds }), again: true };
  };

  /** @throws {RecorderError} when `until` would pass before the next try, or no further try makes sense. */
  const settle = async (body: string, count: number, until: number, signal?: AbortSignal) => {
    for (let tries = 0; ; tries += 1) {
      const result = await call(body, count, until, signal);
      if ("settled" in result) return result.settled;
      const backoffMs = random() * Math.min(CAP_MS, BASE_MS * 2 ** tries);
      const waitMs = backoffMs + (result.error.retryAfterSeconds ?? 0) * 1_000;
      if (!result.again || signal?.aborted || clock() + waitMs >= until) throw result.error;
      await sleep(waitMs, signal);
    }
  };

  return {
    /** The service's clock, as far as we know it: milliseconds since 1970. */
    now,
    /**
     * Sends the first events of a list, as many as one call may hold, and answers for those. Whatever fails, the same
     * events may be sent again.
     *
     * @param until Milliseconds since 1970 of our clock: the last moment for a try to begin.
     * @throws {RecorderError} ACCESS_NOT_RECORDED, CALLER_NOT_ALLOWED, CALL_REFUSED, CREDENTIALS_MISSING.
     */
    sendCall: (events: readonly AccessEventInput[], until: number, signal?: AbortSignal) => {
      const { body, count } = nextCall(events);
      return settle(body, count, until, signal);
    },
  };
};
export type Sender = ReturnType<typeof createSender>;
