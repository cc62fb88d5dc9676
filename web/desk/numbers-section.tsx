import type { NumbersSection } from "../../functions/contract/numbers.ts";

/** Shares as bars. Each says its number beside it, so that nobody has to see the picture. */
const Bars = ({ bars }: { readonly bars: NonNullable<NumbersSection["bars"]> }) => (
  <ul class="bars">
    {bars.bars.map(({ label, value, share }) => (
      <li key={label}>
        <span>{label}</span>
        <svg aria-hidden="true" focusable="false">
          <rect class="track" width="100%" height="100%" />
          <rect width={`${100 * share}%`} height="100%" />
        </svg>
        <span>{value}</span>
      </li>
    ))}
  </ul>
);

/** On a narrow screen the table moves sideways within the page, by keyboard too. */
const Table = ({ table, id }: { readonly table: NonNullable<NumbersSection["table"]>; readonly id: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by keyboard (axe, scrollable-region-focusable)
  <section class="sideways" aria-labelledby={id} tabIndex={0}>
    <table class="numbers">
      <caption id={id}>{table.caption}</caption>
      <thead>
        <tr>
          {table.heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([head, ...cells]) => (
          <tr key={head}>
            <th scope="row">
              <bdi>{head}</bdi>
            </th>
            {cells.map((cell, index) => (
              <td key={table.heads[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** One part of a month's numbers, in the words of the service. */
export const NumbersPart = ({ section, id }: { readonly section: NumbersSection; readonly id: string }) => (
  <section class="panel" aria-labelledby={id}>
    <h2 id={id}>{section.heading}</h2>
    {section.paragraphs.map((text) => (
      <p key={text}>{text}</p>
    ))}
    {section.bars && <Bars bars={section.bars} />}
    {section.table && <Table table={section.table} id={`${id}-table`} />}
    {section.notes.map((text) => (
      <p class="hint" key={text}>
        {text}
      </p>
    ))}
  </section>
);
