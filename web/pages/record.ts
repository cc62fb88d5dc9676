import type { RecordHeader } from "../../functions/contract/record.ts";
import { at, element, lines, show, tell } from "../dom.ts";
import { offerLeaving } from "../leave.ts";
import { keep, kept } from "../place.ts";
import { readRecord } from "../record/api.ts";
import { prepareFiles } from "../record/files.ts";
import { choice, filtered, offerChoices, prepareFilters, restoreChoice } from "../record/filters.ts";
import { list, prepareList, rowsShown } from "../record/list.ts";
import { dayIn, type Look } from "../record/look.ts";
import { monthCounts } from "../record/months.ts";
import { drawPicture } from "../record/picture.ts";
import { date, language, say } from "../say.ts";
import { answered, attempt, begin, watchSession } from "../session-watch.ts";

let accounts = 1;
let account = 0;
let zone = "UTC";
let looks: readonly Look[] = [];

/** The place that an earlier sign-in was left at. It is the page's own text; a torn one only loses the place. */
const place = new URLSearchParams(kept("place"));

const writeHeader = (header: RecordHeader): void => {
  const moment = (instant: string) => date(instant, { dateStyle: "long", timeStyle: "short", timeZone: zone });
  const day = (instant: string) => date(instant, { dateStyle: "long", timeZone: zone });
  tell("#summary", header.summary.words);
  lines("#coverage", "li", header.coverage.words);
  lines("#standing", "p", header.standing);
  tell("#reference", header.reference);
  tell("#made", moment(header.generatedAt));
  tell("#period", `${day(header.period.from)} – ${day(header.period.to)}`);
  tell("#times", say("times", { zone: zone.replace("_", " ") }));
  tell("#account span", say("person", { n: account }));
  show("#account", accounts > 1);
};

/** Every row of the record, answer by answer: oldest first as they come, newest first as they are shown. */
const readAll = async (): Promise<RecordHeader> => {
  const found: Look[] = [];
  for (let offset: number | undefined = 0; ; ) {
    const { header, accesses, nextOffset } = await readRecord(account, language, offset);
    answered();
    const dayOf = dayIn(header.timeZone);
    for (const access of accesses) found.push({ access, day: dayOf(access.occurredAt) });
    if (nextOffset === undefined) {
      zone = header.timeZone;
      looks = found.reverse();
      return header;
    }
    offset = nextOffset;
    tell("#status", say("progress", { n: found.length, total: header.summary.accesses }));
  }
};

const showRows = (atLeast?: number): void => list(filtered(looks), zone, atLeast);

const open = (chosen: number): Promise<void> =>
  attempt(async () => {
    account = chosen;
    show("#chooser", false);
    show("#record", false);
    tell("#status", say("loading"));
    const header = await readAll();
    const dayOf = dayIn(zone);
    writeHeader(header);
    drawPicture(monthCounts(looks, dayOf(header.period.from), dayOf(header.period.to)));
    offerChoices(looks);
    const back = Number(place.get("account")) === account;
    restoreChoice(back ? Object.fromEntries(place) : {});
    tell("#status", "");
    show("#record");
    showRows(back ? Number(place.get("shown")) : undefined);
    if (back) scrollTo(0, Number(place.get("scroll")));
    else if (accounts > 1) at("h1", HTMLElement).focus();
  });

const choose = (): void => {
  tell("#status", "");
  show("#record", false);
  show("#chooser");
  at("#people", HTMLElement).replaceChildren(
    ...Array.from({ length: accounts }, (_, index) => {
      const item = element("li");
      const button = element("button", say("person", { n: index + 1 }));
      button.type = "button";
      button.addEventListener("click", () => open(index + 1));
      item.append(button);
      return item;
    }),
  );
};

const start = async (): Promise<void> => {
  ({ accounts } = await begin());
  const before = Number(place.get("account"));
  if (accounts === 1) await open(1);
  else if (before > 0 && before <= accounts) await open(before);
  else choose();
};

addEventListener("pagehide", () => {
  if (account === 0 || document.querySelector("#filters") === null) return;
  const where = { account, shown: rowsShown(), scroll: Math.round(scrollY) };
  keep(
    "place",
    new URLSearchParams(Object.entries({ ...choice(), ...where }).map(([k, v]) => [k, String(v)])).toString(),
  );
});
at("#account button", HTMLButtonElement).addEventListener("click", () => {
  choose();
  at("#chooser h2", HTMLElement).focus();
});
offerLeaving();
watchSession();
prepareFilters(() => showRows());
prepareList(
  () => looks,
  () => account,
);
prepareFiles(() => account);
attempt(start);
