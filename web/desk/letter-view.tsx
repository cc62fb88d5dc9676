import { useRef } from "preact/hooks";
import type { Letter } from "../../functions/contract/matter-entry.ts";
import { w } from "./words.ts";

const PRINTED = "printed";

/** Prints one letter and nothing else of the page. */
const print = (letter: Element | null): void => {
  if (letter === null) return;
  letter.classList.add(PRINTED);
  document.documentElement.classList.add("print-one");
  addEventListener(
    "afterprint",
    () => {
      letter.classList.remove(PRINTED);
      document.documentElement.classList.remove("print-one");
    },
    { once: true },
  );
  globalThis.print();
};

/** A letter exactly as the customer gets it: in their language, its paragraphs with their line ends. */
export const LetterView = ({ letter, about }: { readonly letter: Letter; readonly about: string }) => {
  const sheet = useRef<HTMLElement>(null);
  return (
    <article class="letter" lang={letter.language === "en" ? "en-GB" : letter.language} ref={sheet}>
      <p class="letter-head">{about}</p>
      <p class="letter-title">{letter.title}</p>
      {letter.paragraphs.map((paragraph, index) => (
        <p key={index} dir="auto">
          {paragraph}
        </p>
      ))}
      <button
        type="button"
        class="second small"
        lang={document.documentElement.lang}
        onClick={() => print(sheet.current)}
      >
        {w("matter.letter.print")}
      </button>
    </article>
  );
};
