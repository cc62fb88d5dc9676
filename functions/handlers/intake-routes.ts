import { INTAKE_ROUTES, type IntakeResult } from "../contract/intake-api.ts";
import type { SentEvent } from "../domain/sent-event.ts";
import { readSent } from "../formats/import/read-sent.ts";
import { type IntakeRoute, intakeRoute } from "../http/intake-route.ts";
import type { TakenEvent } from "../use-cases/take-events.ts";
import { type TakeSent, takeSent } from "./take-sent.ts";

const resultOf = (taken: TakenEvent, sent: SentEvent | undefined): IntakeResult => ({
  ...(sent?.eventId !== undefined && { eventId: sent.eventId }),
  outcome: taken.outcome,
  ...("refusal" in taken && {
    code: taken.refusal.code,
    ...(taken.refusal.field !== "" && { field: taken.refusal.field }),
  }),
});

/** What the company's systems send. */
export const intakeRoutes = (deps: TakeSent): IntakeRoute[] => [
  intakeRoute(INTAKE_ROUTES.sendAccessEvents, async ({ body: { events, late } }) => {
    const sent = events.map((event) => readSent(event, late));
    const taken = await takeSent(deps, "sendAccessEvents", sent);
    return { answer: { results: taken.map((one, at) => resultOf(one, sent[at])) } };
  }),
];
