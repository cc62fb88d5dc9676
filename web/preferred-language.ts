/**
 * What the page has for the browser's first language that the portal speaks; undefined where that is the page's own.
 *
 * @param selectorOf A selector for a language's two letters.
 */
export const forPreferredLanguage = (selectorOf: (code: string) => string): Element | undefined => {
  for (const tag of navigator.languages) {
    const code = tag.slice(0, 2).toLowerCase();
    if (code === document.documentElement.dataset["language"]) return undefined;
    const found = document.querySelector(selectorOf(CSS.escape(code)));
    if (found !== null) return found;
  }
  return undefined;
};
