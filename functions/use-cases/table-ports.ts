import type { ItemTexts } from "../domain/imported-row.ts";

/** One page of a segment. */
interface ScanPage {
  readonly items: readonly ItemTexts[];
  /** Where the page after it begins; absent behind the last. */
  readonly next?: string;
}

/** A company's own table, read through once. */
export interface TableScan {
  /** A segment of the table, page by page to its end, from its beginning or from where a page said that the next begins. */
  pages(segment: number, segments: number, from: string | undefined): AsyncIterable<ScanPage>;
}
