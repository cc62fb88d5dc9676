/** A refusal that a person meets as a page, because it was their browser that asked and no script of ours. */
export class RefusedOnPage extends Error {
  override readonly name = "RefusedOnPage";
  /** The page's path; the refusal's code is put behind it. */
  readonly page: string;
  readonly cookies: readonly string[];

  /** @param refusal What was thrown, whatever it was. */
  constructor(refusal: unknown, page: string, cookies: readonly string[] = []) {
    super("refused on a page", { cause: refusal });
    this.page = page;
    this.cookies = cookies;
  }
}
