/** A count in words: the plural categories of CLDR that the four languages need. `{n}` is the number. */
export interface Count {
  readonly one: string;
  readonly other: string;
}
