/** The matter that an address leads to: `#RG-7K2M-Q9XD`. */
export const referenceIn = (hash: string): string | undefined =>
  /^#(RG-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})$/.exec(hash)?.[1];
