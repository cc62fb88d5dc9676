import { useEffect, useRef } from "preact/hooks";
import type { KeysInUse } from "./use-keys.ts";
import { w } from "./words.ts";

const KEYS = [
  ["↓ ↑ j k", "queue.keys.move"],
  ["Enter", "queue.keys.open"],
  ["/", "queue.keys.search"],
  ["r", "queue.keys.refresh"],
  ["u", "queue.keys.back"],
  ["?", "queue.keys.help"],
] as const;

/** What the keys do, behind a button that everybody sees. */
export const KeysHelp = ({ keys: { on, switchOn, help, showHelp } }: { readonly keys: KeysInUse }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (help) dialog.current?.showModal();
  }, [help]);
  return (
    <>
      <button type="button" class="second small" onClick={() => showHelp(true)}>
        {w("queue.keys.show")} <kbd>?</kbd>
      </button>
      <dialog ref={dialog} aria-labelledby="keys-heading" onClose={() => showHelp(false)}>
        <h2 id="keys-heading">{w("queue.keys.title")}</h2>
        <dl>
          {KEYS.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{w(words)}</dd>
            </div>
          ))}
        </dl>
        <label class="option">
          <input type="checkbox" checked={on} onChange={({ currentTarget }) => switchOn(currentTarget.checked)} />
          <span>{w("queue.keys.letters")}</span>
        </label>
        <p class="acts">
          <button type="button" class="second" onClick={() => dialog.current?.close()}>
            {w("queue.keys.close")}
          </button>
        </p>
      </dialog>
    </>
  );
};
