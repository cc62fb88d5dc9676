import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { keep, kept } from "../place.ts";

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

interface Keys {
  readonly list: RefObject<HTMLElement | null>;
  readonly search: RefObject<HTMLElement | null>;
  readonly refresh: () => void;
}

export interface KeysInUse {
  /** Letters and signs can be switched off, for whoever speaks to their computer (WCAG 2.1.4). */
  readonly on: boolean;
  readonly switchOn: (on: boolean) => void;
  readonly help: boolean;
  readonly showHelp: (shown: boolean) => void;
}

/** Moves the focus by one line; from outside the list to its first. */
const move = (list: HTMLElement | null, by: 1 | -1): void => {
  const lines = Array.from(list?.querySelectorAll<HTMLElement>("a.queue-row") ?? []);
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? lines.indexOf(activeElement) : -1;
  const next = lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
};

/** The keys of the list: arrows wherever nobody types; j, k, /, r and ? where they are not switched off. */
export const useKeys = ({ list, search, refresh }: Keys): KeysInUse => {
  const [on, setOn] = useState(() => kept("keys") !== "off");
  const [help, showHelp] = useState(false);
  // Before anything is painted: a key that is pressed as soon as the list is seen is meant.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { key, target, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || document.querySelector("dialog[open]") !== null) return;
      if (isTyping(target)) {
        if (target === search.current && key === "ArrowDown") move(list.current, 1);
        return;
      }
      const acts: Readonly<Record<string, () => void>> = {
        ArrowDown: () => move(list.current, 1),
        ArrowUp: () => move(list.current, -1),
        ...(on && {
          j: () => move(list.current, 1),
          k: () => move(list.current, -1),
          "/": () => search.current?.focus(),
          r: refresh,
          "?": () => showHelp(true),
        }),
      };
      const act = acts[key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
  const switchOn = (next: boolean): void => {
    keep("keys", next ? "" : "off");
    setOn(next);
  };
  return { on, switchOn, help, showHelp };
};
