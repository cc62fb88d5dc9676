import type {
  AddressChange,
  CustomerLine,
  CustomerMatter,
  MatterSummary,
} from "../../functions/contract/customer-matters.ts";
import {
  CHANNELS,
  LETTER_KINDS,
  MATTER_STATES,
  OUTCOMES,
  PART_KINDS,
} from "../../functions/domain/matter-vocabulary.ts";
import { LANGUAGES } from "../../functions/domain/vocabulary.ts";
import { either, isFlag, isText, isWhole, listOf, oneOf, shape } from "../shape.ts";

type LineOf<Kind extends CustomerLine["kind"]> = Extract<CustomerLine, { kind: Kind }>;

export const isRaised = shape<{ reference: string }>({ reference: isText }, {});

const isSummary = shape<MatterSummary>(
  {
    reference: isText,
    account: isWhole,
    state: oneOf(...MATTER_STATES),
    kinds: listOf(oneOf(...PART_KINDS)),
    openedAt: isText,
    due: shape<MatterSummary["due"]>({ why: listOf(isText) }, { on: isText }),
    awaitsWords: isFlag,
    unread: isWhole,
  },
  { closedAt: isText, outcome: oneOf(...OUTCOMES) },
);
export const isMatters = shape<{ matters: MatterSummary[] }>({ matters: listOf(isSummary) }, {});

const isOwn = either(
  shape<LineOf<"question">>({ kind: oneOf("question"), at: isText, words: isText, looks: listOf(isText) }, {}),
  either(
    shape<LineOf<"contact-report">>(
      { kind: oneOf("contact-report"), at: isText, contactedOn: isText, channel: oneOf(...CHANNELS) },
      { senderTail: isText, words: isText },
    ),
    shape<LineOf<"words">>({ kind: oneOf("words"), at: isText, words: isText }, {}),
  ),
);
const isLetter = shape<LineOf<"letter">>(
  {
    kind: oneOf("letter"),
    at: isText,
    letterId: isText,
    about: oneOf(...LETTER_KINDS),
    language: oneOf(...LANGUAGES),
    title: isText,
    paragraphs: listOf(isText),
  },
  {},
);
export const isMatter = shape<CustomerMatter>({ matter: isSummary, lines: listOf(either(isOwn, isLetter)) }, {});

export const isChange = shape<AddressChange>(
  {},
  {
    change: shape<NonNullable<AddressChange["change"]>>({ to: isText, requestedAt: isText, takesEffectAt: isText }, {}),
  },
);
