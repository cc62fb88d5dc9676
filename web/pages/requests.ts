import { readRequests } from "../api.ts";
import { at, copyOf, tell } from "../dom.ts";
import { offerLeaving } from "../leave.ts";
import { companyZone, date, say } from "../say.ts";
import { answered, attempt, begin, watchSession } from "../session-watch.ts";

const moment = (instant: string) => date(instant, { dateStyle: "long", timeStyle: "short", timeZone: companyZone });
const day = (instant: string) => date(instant, { dateStyle: "long", timeZone: companyZone });

const load = async (): Promise<void> => {
  tell("#status", say("loading"));
  const { accounts } = await begin();
  const requests = await readRequests();
  answered();
  at("#requests", HTMLElement).replaceChildren(
    ...requests.map(({ reference, account, state, receivedAt, answeredAt, period }) => {
      const item = copyOf("#request");
      tell("h2", accounts > 1 ? `${reference} · ${say("person", { n: account })}` : reference, item);
      tell("[data-part=state]", say(state), item);
      tell("[data-part=received]", moment(receivedAt), item);
      tell("[data-part=answered]", answeredAt === undefined ? "–" : moment(answeredAt), item);
      tell("[data-part=period]", `${day(period.from)} – ${day(period.to)}`, item);
      return item;
    }),
  );
  tell("#status", requests.length === 0 ? say("empty") : "");
};

offerLeaving();
watchSession();
attempt(load);
