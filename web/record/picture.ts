import { EVIDENCE_LEVELS } from "../../functions/domain/vocabulary.ts";
import { at, element, tell } from "../dom.ts";
import { date, say } from "../say.ts";
import type { Month } from "./months.ts";

const inWords = (month: string, options: Intl.DateTimeFormatOptions) =>
  date(`${month}-15`, { ...options, timeZone: "UTC" });
const longName = ({ month }: Month) => inWords(month, { month: "long", year: "numeric" });

const bars = (months: readonly Month[], most: number): readonly Element[] =>
  months.flatMap(({ counts }, x) => {
    let y = most;
    return EVIDENCE_LEVELS.filter((level) => counts[level] > 0).map((level) => {
      const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const height = counts[level];
      y -= height;
      for (const [name, value] of Object.entries({ class: level, x: x + 0.12, y, width: 0.76, height }))
        bar.setAttribute(name, String(value));
      return bar;
    });
  });

const column = (month: Month, first: boolean): Element => {
  const cell = element("span");
  const name = element("span", inWords(month.month, { month: "narrow" }));
  cell.append(element("b", month.total === 0 ? "" : String(month.total)), name);
  if (first || month.month.endsWith("-01")) cell.append(element("i", `’${month.month.slice(2, 4)}`));
  return cell;
};

const row = (month: Month): Element => {
  const line = element("tr");
  const head = element("th", longName(month));
  head.scope = "row";
  line.append(
    head,
    ...EVIDENCE_LEVELS.map((level) => element("td", String(month.counts[level]))),
    element("td", String(month.total)),
  );
  return line;
};

/** Looks per month: a picture, its text, the counts of the legend, and the same as a table. */
export const drawPicture = (months: readonly Month[]): void => {
  const most = Math.max(1, ...months.map(({ total }) => total));
  const busiest = months.find(({ total }) => total === most) ?? months[0];
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || busiest === undefined) return;
  const svg = at("#picture", SVGElement);
  svg.setAttribute("viewBox", `0 0 ${months.length} ${most}`);
  svg.setAttribute(
    "aria-label",
    say("picture", { from: longName(first), to: longName(last), month: longName(busiest), n: busiest.total }),
  );
  svg.replaceChildren(...bars(months, most));
  at("#months", HTMLElement).replaceChildren(...months.map((month, index) => column(month, index === 0)));
  at("#table", HTMLElement).replaceChildren(...months.map(row));
  for (const level of EVIDENCE_LEVELS)
    tell(`[data-count=${level}]`, String(months.reduce((sum, { counts }) => sum + counts[level], 0)));
};
