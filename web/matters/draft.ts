import { keep, kept } from "../place.ts";

/**
 * Keeps what is typed into a form in this tab, and puts it back after a reload, a sign-in that ended or a look at another
 * page. Signing out, leaving quickly and another person's sign-in forget it (see `place.ts`).
 *
 * @returns Forgets it, once it was sent.
 */
export const keepDraft = (form: HTMLFormElement, name: string): (() => void) => {
  const key = `draft.${name}`;
  for (const [field, value] of new URLSearchParams(kept(key))) {
    const control = form.elements.namedItem(field);
    if (
      control instanceof RadioNodeList ||
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement
    )
      control.value = value;
  }
  const save = (): void => {
    const typed = [...new FormData(form)].flatMap(([field, value]) =>
      typeof value === "string" && value !== "" ? [[field, value]] : [],
    );
    keep(key, new URLSearchParams(typed).toString());
  };
  form.addEventListener("input", save);
  form.addEventListener("change", save);
  return () => keep(key, "");
};
