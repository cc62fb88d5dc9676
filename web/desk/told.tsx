import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import type { Entry, Part } from "../../functions/contract/matter-entry.ts";
import { fullNameOf } from "./people.ts";
import { day, dayOf } from "./when.ts";
import { w, wCount } from "./words.ts";

const titleOf = (part: Part): string => {
  if (part.kind === "question") return wCount("matter.told.question", part.accesses.length);
  return part.kind === "contact-report" ? w("matter.told.report") : w("matter.told.signal", { rule: part.rule });
};

const Contact = ({ part }: { readonly part: Extract<Part, { kind: "contact-report" }> }) => (
  <dl>
    <div>
      <dt>{w("matter.told.contactedOn")}</dt>
      <dd>{day(part.contactedOn)}</dd>
    </div>
    <div>
      <dt>{w("matter.told.channel")}</dt>
      <dd>{w(`matter.channels.${part.channel}`)}</dd>
    </div>
    {part.sender && (
      <div>
        <dt>{w("matter.told.sender")}</dt>
        <dd>
          <bdi>{w("matter.told.tail", { tail: part.sender.tail })}</bdi>
        </dd>
      </div>
    )}
    <div>
      <dt>{w("matter.told.feels")}</dt>
      <dd>
        <span class={part.safety === "unsafe" ? "tag warn" : "tag"}>{w(`matter.safety.${part.safety}`)}</span>
      </dd>
    </div>
    {part.safeWay !== undefined && (
      <div>
        <dt>{w("matter.told.safeWay")}</dt>
        <dd dir="auto">{part.safeWay}</dd>
      </div>
    )}
  </dl>
);

const ToldPart = ({ matter, part, at }: { matter: DeskMatter; part: Part; at: string }) => (
  <article class="told">
    <h3>
      {titleOf(part)} <span class="hint">{dayOf(at)}</span>
    </h3>
    <p class={part.words === undefined ? "hint" : "said own"} dir="auto">
      {part.words ?? w("matter.told.noWords")}
    </p>
    {part.kind === "contact-report" && <Contact part={part} />}
    {part.kind === "signal" && (
      <p class="hint">
        {w("matter.told.about")} <bdi>{fullNameOf(matter, part.employeeId)}</bdi>
      </p>
    )}
  </article>
);

const isFromOutside = ({ deed }: Entry): boolean =>
  deed.act === "raise" || deed.act === "join" || deed.act === "write" || deed.act === "clarify";

/** What customers and rules brought up, in their own words, oldest first. */
export const Told = ({ matter }: { readonly matter: DeskMatter }) => (
  <section class="panel" aria-labelledby="told-heading">
    <h2 id="told-heading">{w("matter.told.title")}</h2>
    {matter.entries.filter(isFromOutside).map(({ id, at, deed }) =>
      deed.act === "raise" || deed.act === "join" ? (
        <ToldPart key={id} matter={matter} part={deed.part} at={at} />
      ) : (
        "words" in deed && (
          <article class="told" key={id}>
            <h3>
              {w("matter.told.more")} <span class="hint">{dayOf(at)}</span>
            </h3>
            <p class="said own" dir="auto">
              {deed.words}
            </p>
          </article>
        )
      ),
    )}
  </section>
);
