import type { Look } from "./look.ts";
import type { Hit } from "./signal.ts";
import { between } from "./workday.ts";

const HOUR = 3_600_000;

/** More names than anybody who calls in an hour… */
const SEARCHES = 10;
/** …and fewer than one in five of them followed up: the searching was the purpose. */
const OPENED_SHARE = 0.2;
/** Who was found in a search is opened right after it. */
const OPENED_AFTER_MINUTES = 15;

/** By name alone: an order number or a ticket would have been a case. */
const isByName = ({ access }: Look): boolean =>
  access.action === "search" && access.case === undefined && access.outcome !== "denied";

/** One search lists many customers under one event. */
const eachOnce = (looks: readonly Look[]): readonly Look[] => {
  const seen = new Set<string>();
  return looks.filter(({ key }) => !seen.has(key) && seen.add(key));
};

/**
 * Ten searches by name within an hour of which hardly any led to a record. One hit for each stretch of them. Opened
 * records count whether or not they are explained, so an explained one can only take a hit away.
 *
 * @param looks All of one employee, in time order.
 */
export const searchFishing = ({
  employeeId,
  looks,
}: {
  readonly employeeId: string;
  readonly looks: readonly Look[];
}): readonly Hit<"search-fishing">[] => {
  const searches = eachOnce(looks.filter(isByName));
  const opened = looks.filter(({ access }) => access.involvement === "opened" && access.outcome !== "denied");
  const hits: Hit<"search-fishing">[] = [];
  for (let from = 0; from < searches.length; ) {
    const start = searches[from];
    if (start === undefined) break;
    const hour = between(searches.slice(from), ({ at }) => at, start.at, start.at + HOUR);
    const last = hour.at(-1) ?? start;
    const followed = between(opened, ({ at }) => at, start.at, last.at + OPENED_AFTER_MINUTES * 60_000);
    const customers = new Set(followed.map(({ access }) => access.customerKey)).size;
    if (hour.length < SEARCHES || customers >= hour.length * OPENED_SHARE) {
      from += 1;
      continue;
    }
    const inputs = {
      searches: hour.length,
      opened: customers,
      firstAt: start.access.occurredAt,
      lastAt: last.access.occurredAt,
    };
    hits.push({ rule: "search-fishing", employeeId, accesses: hour.map(({ key }) => key), inputs });
    from += hour.length;
  }
  return hits;
};
