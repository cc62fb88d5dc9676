import type { RefObject } from "preact";
import { MATTER_STATES, PART_KINDS } from "../../functions/domain/matter-vocabulary.ts";
import type { QueueChoice } from "./queue-choice.ts";
import { w } from "./words.ts";

interface FiltersProps {
  readonly choice: QueueChoice;
  readonly choose: (choice: QueueChoice) => void;
  readonly search: RefObject<HTMLInputElement | null>;
  /** Opens what was typed as a whole reference. */
  readonly open: () => void;
}

type Options = readonly (readonly [value: string, label: string])[];

/** What the list shows. */
export const QueueFilters = ({ choice, choose, search, open }: FiltersProps) => {
  const select = (name: "kind" | "state" | "whose" | "urgency", label: string, options: Options) => (
    <label>
      <span>{label}</span>
      <select
        name={name}
        value={choice[name]}
        onChange={({ currentTarget }) => choose({ ...choice, [name]: currentTarget.value })}
      >
        <option value="">{w("queue.all")}</option>
        {options.map(([value, words]) => (
          <option value={value} key={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <search aria-label={w("queue.filters")}>
      <form
        class="queue-filters"
        onSubmit={(event) => {
          event.preventDefault();
          open();
        }}
      >
        <label class="queue-search">
          <span>{w("queue.search")}</span>
          <input
            type="search"
            name="search"
            ref={search}
            value={choice.search}
            placeholder="RG-"
            title={w("queue.searchHint")}
            autocomplete="off"
            spellcheck={false}
            maxLength={40}
            onInput={({ currentTarget }) => choose({ ...choice, search: currentTarget.value })}
          />
        </label>
        {select(
          "urgency",
          w("queue.urgency"),
          (["overdue", "soon", "running", "waiting"] as const).map((one) => [one, w(`queue.urgencies.${one}`)]),
        )}
        {select(
          "kind",
          w("queue.kind"),
          PART_KINDS.map((one) => [one, w(`queue.kinds.${one}`)]),
        )}
        {select(
          "state",
          w("queue.state"),
          MATTER_STATES.filter((one) => one !== "closed").map((one) => [one, w(`queue.states.${one}`)]),
        )}
        {select("whose", w("queue.whose"), [
          ["mine", w("queue.mine")],
          ["nobodys", w("queue.nobodys")],
          ["others", w("queue.others")],
        ])}
      </form>
    </search>
  );
};
