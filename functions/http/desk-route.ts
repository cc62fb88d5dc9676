import { MAX_DESK_BODY_BYTES } from "../contract/desk-api.ts";
import { Refusal } from "../domain/errors.ts";
import type { StaffRole } from "../domain/staff.ts";
import type { SignedInStaff } from "../use-cases/staff-ports.ts";
import { readCookie } from "./cookies.ts";
import { cookiesOf, type HttpEvent } from "./request.ts";
import { type Asking, fromThisSite, type OriginPart, type RouteOf, routing } from "./routing.ts";

/** Who is asking at the desk, by a route's `who`. */
interface DeskCallers {
  readonly anyone: undefined;
  /** The token of the browser that began to sign in, if it sent one. */
  readonly attempt: string | undefined;
  /** Somebody with either role. */
  readonly staff: SignedInStaff;
  readonly dpo: SignedInStaff;
  readonly approver: SignedInStaff;
}

export interface DeskRouteParts extends OriginPart {
  /** The person whom a session token stands for; undefined where it stands for nobody (any more). */
  readonly staffOf: (sessionToken: string) => Promise<SignedInStaff | undefined>;
}

export type DeskRoute = RouteOf<DeskRouteParts>;

const staffBehind = async (event: HttpEvent, { staffOf }: DeskRouteParts): Promise<SignedInStaff> => {
  const token = readCookie(cookiesOf(event), "desk");
  const staff = token === undefined ? undefined : await staffOf(token);
  if (staff === undefined) throw new Refusal("STAFF_SIGN_IN_NEEDED");
  return staff;
};

const inRole =
  (role: StaffRole) =>
  async (event: HttpEvent, parts: DeskRouteParts): Promise<SignedInStaff> => {
    const staff = await staffBehind(event, parts);
    if (!staff.roles.includes(role)) throw new Refusal("STAFF_ROLE_WRONG");
    return staff;
  };

const ASKING: Asking<DeskCallers, DeskRouteParts> = {
  anyone: async () => undefined,
  attempt: async (event) => readCookie(cookiesOf(event), "deskAttempt"),
  staff: staffBehind,
  dpo: inRole("dpo"),
  approver: inRole("approver"),
};

/** Binds a row of `DESK_ROUTES` to its work; see `routing`. */
export const deskRoute = routing(ASKING, MAX_DESK_BODY_BYTES, fromThisSite);
