import express, { type Request } from "express";
import { createRecorder } from "regard/recorder";
import { recordAccess } from "regard/recorder/express";
import { readCustomer, staffOf } from "./staff.ts";

const recorder = createRecorder({ source: "orders-desk" });

export const app = express().get(
  "/tickets/:ticket/customers/:customer",
  recordAccess(recorder, ({ params, headers }: Request<{ ticket: string; customer: string }>) => ({
    customer: params.customer,
    employee: staffOf(headers["x-session"]?.toString()),
    purpose: "SUPPORT_CUSTOMER",
    case: { type: "ticket", id: params.ticket },
    dataCategories: ["contact.phone"],
  })),
  async ({ params }, response) => void response.json(await readCustomer(params.customer)),
);
