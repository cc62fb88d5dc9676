import { problem } from "../../functions/contract/problem.ts";
import type { StaffRole } from "../../functions/domain/staff.ts";
import { deskMatterRoutes } from "../../functions/handlers/desk-matter-routes.ts";
import { deskNumbersRoutes } from "../../functions/handlers/desk-numbers-routes.ts";
import { deskApi } from "../../functions/http/desk-api.ts";
import type { SignedInStaff } from "../../functions/use-cases/staff-ports.ts";
import type { FrontDoor } from "./front-door.ts";
import { type Headers, httpEvent, lambdaContext, type Route } from "./http-events.ts";

/** Somebody of the desk as the identity provider told of them when they signed in. */
export type DeskPerson = Pick<SignedInStaff, "employeeId" | "name" | "unit" | "roles"> & {
  /** How long ago they showed who they are, in milliseconds. */
  readonly signedInAgo?: number;
};
const person = (employeeId: string, name: string, unit: string, ...roles: StaffRole[]): DeskPerson => ({
  ...{ employeeId, name, unit, roles },
});
export const PEOPLE = {
  dpo: person("dpo-1", "Eleanor Ashby", "Data protection office", "dpo"),
  colleague: person("dpo-2", "Tendai Moyo", "Data protection office", "dpo", "approver"),
  approver: person("appr-1", "Rosalind Keane", "People team", "approver"),
} as const;

/** The desk's own door, on the parts of the portal behind it. Who is signed in is given; how they sign in is not asked. */
export const openDeskDoor = (door: FrontDoor) => {
  const staff = new Map<string, SignedInStaff>();
  const handler = deskApi([...deskMatterRoutes(door), ...deskNumbersRoutes(door)], {
    ...door,
    staffOf: async (token) => staff.get(token),
  });
  const send = async (route: Route, body: unknown, cookies: readonly string[] = [], headers: Headers = {}) => {
    const { statusCode, body: sent = "" } = await handler(httpEvent(route, body, cookies, headers), lambdaContext());
    return { statusCode, sent, json: sent === "" ? {} : JSON.parse(sent) };
  };
  return {
    /** Asks as nobody in particular. */
    send,
    /** Signs somebody in. What they ask goes with their cookie. */
    as: ({ signedInAgo = 0, ...who }: DeskPerson) => {
      const token = `${who.employeeId ?? "nobody"}-${who.name}-${signedInAgo}`
        .replaceAll(/[^\w-]/g, "")
        .padEnd(43, "x");
      const at = door.clock() - signedInAgo;
      const times = { openedAt: at, seenAt: at, authenticatedAt: at };
      staff.set(token, { ...who, ...times, sessionKey: token, staffKey: `key-${who.name}` });
      return (route: Route, body?: unknown) => send(route, body, [`__Host-regard-desk=${token}`]);
    },
    /** The revision that a matter has now. */
    revisionOf: async (reference: string) => (await door.matters.matterOf(reference))?.revision ?? 0,
  };
};
/** The stable code of a refusal. */
export const codeIn = ({ json }: { readonly json: unknown }): string => problem.parse(json).code;
