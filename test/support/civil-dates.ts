import fc from "fast-check";

/** Civil dates of the years for which every snapshot of public holidays speaks, with room for an extended request. */
export const civilDates = fc
  .date({ min: new Date("2024-01-01"), max: new Date("2028-07-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
