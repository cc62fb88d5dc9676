import fastify, { type FastifyRequest } from "fastify";
import { createRecorder } from "regard/recorder";
import { recordAccess } from "regard/recorder/fastify";
import { readCustomer, staffOf } from "./staff.ts";

const recorder = createRecorder({ source: "orders-desk" });
type Asked = FastifyRequest<{ Params: { ticket: string; customer: string }; Headers: { "x-session"?: string } }>;

export const app = fastify();
const preHandler = recordAccess(recorder, ({ params, headers }: Asked) => ({
  customer: params.customer,
  employee: staffOf(headers["x-session"]),
  purpose: "SUPPORT_CUSTOMER",
  case: { type: "ticket", id: params.ticket },
  dataCategories: ["contact.phone"],
}));
app.get("/tickets/:ticket/customers/:customer", { preHandler }, ({ params }: Asked) => readCustomer(params.customer));
