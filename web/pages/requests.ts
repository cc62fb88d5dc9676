import type { CustomerRequest } from "../../functions/contract/customer-api.ts";
import type { MatterSummary } from "../../functions/contract/customer-matters.ts";
import { readRequests } from "../api.ts";
import { at, copyOf, lines, tell } from "../dom.ts";
import { offerLeaving } from "../leave.ts";
import { readMatters } from "../matters/api.ts";
import { companyZone, date, language, say, sayCount } from "../say.ts";
import { answered, attempt, begin, watchSession } from "../session-watch.ts";

const moment = (instant: string) => date(instant, { dateStyle: "long", timeStyle: "short", timeZone: companyZone });
const day = (instant: string) => date(instant, { dateStyle: "long", timeZone: companyZone });

type Named = (reference: string, account: number) => string;

const requestItem = (request: CustomerRequest, named: Named): DocumentFragment => {
  const { reference, account, state, receivedAt, answeredAt, period } = request;
  const item = copyOf("#request");
  tell("h2", named(reference, account), item);
  tell("[data-part=state]", say(state), item);
  tell("[data-part=received]", moment(receivedAt), item);
  tell("[data-part=answered]", answeredAt === undefined ? "–" : moment(answeredAt), item);
  tell("[data-part=period]", `${day(period.from)} – ${day(period.to)}`, item);
  return item;
};

const matterItem = (matter: MatterSummary, named: Named): DocumentFragment => {
  const { reference, account, state, kinds, openedAt, outcome, due, unread } = matter;
  const item = copyOf("#matter");
  const link = at("h2 a", HTMLAnchorElement, item);
  link.textContent = named(reference, account);
  link.hash = reference;
  tell("[data-part=kinds]", kinds.map((kind) => say(`kind-${kind}`)).join("; "), item);
  tell("[data-part=state]", say(`state-${state}`), item);
  tell("[data-part=opened]", moment(openedAt), item);
  if (outcome !== undefined) {
    tell("[data-part=outcome]", say(`outcome-${outcome}`), item);
    at("[data-outcome]", HTMLElement, item).hidden = false;
  }
  if (state !== "closed") lines("[data-part=due]", "p", due.why, item);
  if (unread > 0) {
    tell("[data-part=unread]", sayCount("unread", unread), item);
    at(".unread", HTMLElement, item).hidden = false;
  }
  return item;
};

const load = async (): Promise<void> => {
  tell("#status", say("loading"));
  const { accounts } = await begin();
  const [requests, matters] = await Promise.all([readRequests(), readMatters(language)]);
  answered();
  const named = (reference: string, account: number) =>
    accounts > 1 ? `${reference} · ${say("person", { n: account })}` : reference;
  const items = [
    ...matters.map((matter) => ({ at: matter.openedAt, item: matterItem(matter, named) })),
    ...requests.map((request) => ({ at: request.receivedAt, item: requestItem(request, named) })),
  ].sort((one, other) => (one.at < other.at ? 1 : -1));
  at("#requests", HTMLElement).replaceChildren(...items.map(({ item }) => item));
  tell("#status", items.length === 0 ? say("empty") : "");
};

offerLeaving();
watchSession();
attempt(load);
