import { type BusinessFact, businessFact } from "../contract/facts.ts";
import { INTAKE_ROUTES, type IntakeResult } from "../contract/intake-api.ts";
import { manifest } from "../contract/manifest.ts";
import type { SentEvent } from "../domain/sent-event.ts";
import { readItem } from "../formats/import/read-item.ts";
import { readSent } from "../formats/import/read-sent.ts";
import { type IntakeRoute, intakeRoute } from "../http/intake-route.ts";
import { type AnnounceDays, announceDays } from "../use-cases/announce-days.ts";
import { type KeepFacts, keepFacts } from "../use-cases/keep-facts.ts";
import type { TakenEvent } from "../use-cases/take-events.ts";
import { keepItems } from "./keep-items.ts";
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
export const intakeRoutes = (deps: TakeSent & KeepFacts & AnnounceDays): IntakeRoute[] => [
  intakeRoute(INTAKE_ROUTES.sendAccessEvents, async ({ body: { events, late } }) => {
    const sent = events.map((event) => readSent(event, late));
    const taken = await takeSent(deps, "sendAccessEvents", sent);
    return { answer: { results: taken.map((one, at) => resultOf(one, sent[at])) } };
  }),
  intakeRoute(INTAKE_ROUTES.putManifests, async ({ body: { manifests } }) => {
    const read = manifests.map((one) => readItem(manifest, one));
    return { answer: await keepItems(read, (said) => announceDays(deps, said)) };
  }),
  intakeRoute(INTAKE_ROUTES.putFacts, async ({ body: { facts } }) => {
    const read = facts.map((one) => readItem(businessFact, one));
    const keep = async (known: readonly BusinessFact[]) => {
      await keepFacts(deps, known);
      return known.map(() => "kept" as const);
    };
    return { answer: await keepItems(read, keep) };
  }),
];
