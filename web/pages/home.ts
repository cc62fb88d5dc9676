import { offerLeaving } from "../leave.ts";
import { forPreferredLanguage } from "../preferred-language.ts";

const REFUSED = "regard.suggestion";

/** Offers the first language of the browser that the portal speaks; said once, and never again once refused. */
const suggestLanguage = (): void => {
  if (localStorage.getItem(REFUSED) !== null) return;
  const offer = forPreferredLanguage((code) => `aside[data-language="${code}"]`);
  if (!(offer instanceof HTMLElement)) return;
  offer.hidden = false;
  offer.querySelector("button")?.addEventListener("click", () => {
    localStorage.setItem(REFUSED, "1");
    offer.hidden = true;
  });
};

offerLeaving();
suggestLanguage();
