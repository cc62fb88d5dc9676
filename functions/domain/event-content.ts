import { createHash } from "node:crypto";
import type { Access } from "./access.ts";

/** JSON with the members of every object in order of their names: one text for one content. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join()}}`;
};

/**
 * What tells an event that was sent twice from another one under the same id: the SHA-256, base64url, of everything
 * that the source said. When it reached us and how long it is kept is no part of it, nor is the order of its customers.
 */
export const contentDigest = (event: Omit<Access, "customerKey">, customerKeys: readonly string[]): string => {
  const { receivedAt: _, ...content } = event;
  return createHash("sha256")
    .update(canonical({ ...content, customerKeys: customerKeys.toSorted() }))
    .digest("base64url");
};
