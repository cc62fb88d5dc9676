/** The texts in a value that was read from JSON: one, those of a list, or none. */
export const textsIn = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value.trim()]
    : typeof value === "number" || typeof value === "boolean"
      ? [String(value)]
      : Array.isArray(value)
        ? value.flatMap(textsIn)
        : [];

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

const elementsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** One step of a path: `name`, `name[]` for each element of a list, `name[key=text]` for those elements that say so. */
const stepOf = (written: string): ((value: unknown) => readonly unknown[]) => {
  const [, name = written, list, key, text] = /^([^[]+)(\[(?:([^=\]]+)=([^\]]*))?\])$/.exec(written) ?? [];
  if (list === undefined) return (value) => [memberOf(value, name)];
  return (value) =>
    elementsOf(memberOf(value, name)).filter(
      (element) => key === undefined || textsIn(memberOf(element, key)).includes(text ?? ""),
    );
};

/** A point, but for one in brackets. */
const BETWEEN_STEPS = /\.(?![^[]*\])/;

/**
 * Reads the texts at a path of a JSON value, in their order: `actor.user.uid`, `resources[].uid`,
 * `enrichments[name=purpose].value`. Numbers and booleans are written as JSON does, objects are no text.
 */
export const atPath = (path: string): ((value: unknown) => readonly string[]) => {
  const steps = path.split(BETWEEN_STEPS).map(stepOf);
  return (value) => steps.reduce<readonly unknown[]>((found, step) => found.flatMap(step), [value]).flatMap(textsIn);
};
