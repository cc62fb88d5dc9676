import type { NumbersDescription, NumbersSection } from "../../functions/contract/numbers.ts";
import { isNumber, isText, listOf, shape } from "../shape.ts";

interface Month {
  readonly month: string;
  readonly madeAt: string;
}

export const areMonths = shape<{ months: Month[] }>(
  { months: listOf(shape<Month>({ month: isText, madeAt: isText }, {})) },
  {},
);

type Bars = NonNullable<NumbersSection["bars"]>;
const isBars = shape<Bars>(
  {
    text: isText,
    bars: listOf(shape<Bars["bars"][number]>({ label: isText, value: isText, share: isNumber }, {})),
  },
  {},
);

const isTable = shape<NonNullable<NumbersSection["table"]>>(
  { caption: isText, heads: listOf(isText), rows: listOf(listOf(isText)) },
  {},
);

export const isNumbersDescription = shape<NumbersDescription>(
  {
    title: isText,
    paragraphs: listOf(isText),
    sections: listOf(
      shape<NumbersSection>(
        { heading: isText, paragraphs: listOf(isText), notes: listOf(isText) },
        { bars: isBars, table: isTable },
      ),
    ),
  },
  {},
);
