import { offerLeaving } from "../leave.ts";

const REFUSED = "regard.suggestion";

/** Offers the first language of the browser that the portal speaks; said once, and never again once refused. */
const suggestLanguage = (): void => {
  if (localStorage.getItem(REFUSED) !== null) return;
  for (const preferred of navigator.languages) {
    const language = preferred.slice(0, 2).toLowerCase();
    if (language === document.documentElement.dataset["language"]) return;
    const offer = document.querySelector(`aside[data-language="${CSS.escape(language)}"]`);
    if (offer instanceof HTMLElement) {
      offer.hidden = false;
      offer.querySelector("button")?.addEventListener("click", () => {
        localStorage.setItem(REFUSED, "1");
        offer.hidden = true;
      });
      return;
    }
  }
};

offerLeaving();
suggestLanguage();
