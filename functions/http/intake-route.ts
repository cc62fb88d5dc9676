import { MAX_INTAKE_BYTES } from "../contract/intake-api.ts";
import { Refusal } from "../domain/errors.ts";
import { type Asking, type RouteOf, routing } from "./routing.ts";

/** Who is asking, by a route's `who`. */
interface IntakeCallers {
  /** Somebody whom the API let in by their signature. */
  readonly source: undefined;
}

export type IntakeRoute = RouteOf<unknown>;

/** A sender that waits this long finds most hiccups of the database over. */
const RETRY_AFTER_SECONDS = 5;

const ASKING: Asking<IntakeCallers, unknown> = {
  // The API's authorizer has verified the signature; a route that lost it must not stand open.
  source: async ({ requestContext: { authorizer } }) => {
    if (authorizer?.iam === undefined) throw new Refusal("REQUEST_UNSIGNED");
    return undefined;
  },
};

/** No browser signs, so there is no page of another site to guard against. */
const bind = routing(ASKING, MAX_INTAKE_BYTES, () => {});

/**
 * Binds a row of `INTAKE_ROUTES` to its work; see `routing`. Whatever goes wrong inside is no fault of the sender's, and
 * sending the same again loses and doubles nothing: it is told to.
 */
export const intakeRoute: typeof bind = (spec, work) =>
  bind(spec, async (call) => {
    try {
      return await work(call);
    } catch (error) {
      if (error instanceof Refusal && error.code !== "UNAVAILABLE") throw error;
      const cause = error instanceof Refusal ? error.cause : error;
      throw new Refusal("UNAVAILABLE", { retryAfterSeconds: RETRY_AFTER_SECONDS, cause });
    }
  });
