import { describe, expect, it } from "vitest";
import { createQuarantine } from "../../functions/adapters/quarantine.ts";
import type { Quarantine, QuarantinedEvent } from "../../functions/use-cases/intake-ports.ts";
import type { Clock } from "../../functions/use-cases/ports.ts";
import { NOW } from "../support/arrivals.ts";
import { keyedTable, useEngine } from "../support/engine.ts";
import { memoryQuarantine } from "../support/fakes/memory-quarantine.ts";

const engine = await useEngine();

const makers: [string, (clock: Clock) => Quarantine][] = [
  ["in the portal's table", (clock) => createQuarantine(engine.client, keyedTable(engine), clock)],
  ["in memory", memoryQuarantine],
];

describe.each(makers)("the quarantine %s", (_, make) => {
  const clock = { now: Date.parse(NOW) };
  const quarantine = make(() => clock.now);
  const event = (id: string, changes: Partial<QuarantinedEvent> = {}): QuarantinedEvent => ({
    ...{ id, code: "EVENT_LATE", field: "occurredAt", source: "crm", receivedAt: NOW, text: `{"id":"${id}"}` },
    eraseAt: "2026-07-01T00:00:00.000Z",
    ...changes,
  });
  const ids = async () => (await Array.fromAsync(quarantine.all())).flat().map(({ id }) => id);

  it("gives back what was put, listed without what it says", async () => {
    await quarantine.put([event("a"), event("b", { source: "", field: "" })]);
    expect(await quarantine.read("a")).toEqual(event("a"));
    const { text: _text, eraseAt: _eraseAt, ...entry } = event("a");
    expect((await Array.fromAsync(quarantine.all())).flat()).toContainEqual(entry);
    expect((await ids()).sort()).toEqual(["a", "b"]);
    expect(await quarantine.read("none")).toBeUndefined();
  });

  it("holds the same entry once, with the latest word", async () => {
    await quarantine.put([event("a", { code: "PURPOSE_UNKNOWN" })]);
    await quarantine.put([event("a", { code: "EVENT_IN_FUTURE" })]);
    expect((await ids()).filter((id) => id === "a")).toHaveLength(1);
    expect(await quarantine.read("a")).toMatchObject({ code: "EVENT_IN_FUTURE" });
  });

  it("takes any number, pages to the end, and lets go of each once", async () => {
    const many = Array.from({ length: 130 }, (_, n) => event(`many-${n}`, { text: `"${"x".repeat(12_000)}"` }));
    await quarantine.put(many);
    expect((await ids()).filter((id) => id.startsWith("many-"))).toHaveLength(130);
    for (const { id } of many) await quarantine.remove(id);
    await quarantine.remove("many-0");
    expect((await ids()).filter((id) => id.startsWith("many-"))).toEqual([]);
  });

  it("lets an entry say something else, unless it is gone or came again meanwhile", async () => {
    await quarantine.put([event("c")]);
    await quarantine.rewrite(event("c"), "{}");
    expect(await quarantine.read("c")).toEqual(event("c", { text: "{}" }));
    await quarantine.put([event("c", { receivedAt: "2026-06-15T12:00:01.000Z" })]);
    await quarantine.rewrite(event("c"), "{}");
    expect(await quarantine.read("c")).toMatchObject({ text: event("c").text });
    await quarantine.remove("c");
    await quarantine.rewrite(event("c"), "{}");
    expect(await quarantine.read("c")).toBeUndefined();
  });

  it("shows nothing past its time, swept or not, but to whoever opens all of it", async () => {
    clock.now = Date.parse("2026-07-01T00:00:00.000Z");
    expect(await ids()).toEqual([]);
    expect(await quarantine.read("a")).toBeUndefined();
    const opened = (await Array.fromAsync(quarantine.opened())).flat();
    expect(opened.find(({ id }) => id === "a")).toEqual(event("a", { code: "EVENT_IN_FUTURE" }));
    clock.now = Date.parse(NOW);
  });
});
