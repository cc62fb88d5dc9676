import type { Access } from "./access.ts";

/** A name alone reaches nobody. */
const REACHES_NOBODY = "contact.name";

/** Whether an access showed where or how the customer can be reached: a phone, a mail address, an address, a place. */
export const showsContact = ({ dataCategories }: Pick<Access, "dataCategories">): boolean =>
  dataCategories.some(
    (category) => category === "location" || (/^contact(\.|$)/.test(category) && category !== REACHES_NOBODY),
  );
