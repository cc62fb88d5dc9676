import { type Context, Hono } from "hono";
import { createRecorder } from "regard/recorder";
import { recordAccess } from "regard/recorder/hono";
import { readCustomer, staffOf } from "./staff.ts";

const recorder = createRecorder({ source: "orders-desk" });
const PATH = "/tickets/:ticket/customers/:customer";

export const app = new Hono().get(
  PATH,
  recordAccess(recorder, ({ req }: Context<object, typeof PATH>) => ({
    customer: req.param("customer"),
    employee: staffOf(req.header("x-session")),
    purpose: "SUPPORT_CUSTOMER",
    case: { type: "ticket", id: req.param("ticket") },
    dataCategories: ["contact.phone"],
  })),
  async (context) => context.json(await readCustomer(context.req.param("customer"))),
);
