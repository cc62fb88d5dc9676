import * as z from "zod/mini";
import { ZodMiniObject } from "zod/mini";
import { $constructor, $ZodObjectJIT } from "zod/v4/core";

/**
 * zod/mini walks over an object's shape for every value it reads. zod itself compiles the walk once, at the first value,
 * into code (`new Function`), and reads the same in two thirds of the time. Worth it where hundreds of thousands of objects
 * pass: events and the logs of others. Not for pages, whose policy allows no such code.
 */
const CompiledObject = $constructor<z.ZodMiniObject, z.core.$ZodObjectDef>("CompiledObject", (inst, def) => {
  $ZodObjectJIT.init(inst, def);
  ZodMiniObject.init(inst, def);
});

/** `z.object`, compiled. */
export function compiledObject<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodMiniObject<Shape, z.core.$strip>;
export function compiledObject(shape: z.core.$ZodShape) {
  return new CompiledObject({ type: "object", shape });
}

/** `z.strictObject`, compiled. */
export function compiledStrictObject<Shape extends z.core.$ZodShape>(
  shape: Shape,
): z.ZodMiniObject<Shape, z.core.$strict>;
export function compiledStrictObject(shape: z.core.$ZodShape) {
  return new CompiledObject({ type: "object", shape, catchall: z.never() });
}
