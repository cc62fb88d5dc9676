import { Controller, Get, Param, UseInterceptors } from "@nestjs/common";
import type { Request } from "express";
import { createRecorder } from "regard/recorder";
import { recordAccess } from "regard/recorder/nestjs";
import { readCustomer, staffOf } from "./staff.ts";

const recorder = createRecorder({ source: "orders-desk" });
const recorded = recordAccess(recorder, ({ params, headers }: Request<{ ticket: string; customer: string }>) => ({
  customer: params.customer,
  employee: staffOf(headers["x-session"]?.toString()),
  purpose: "SUPPORT_CUSTOMER",
  case: { type: "ticket", id: params.ticket },
  dataCategories: ["contact.phone"],
}));
@Controller("tickets/:ticket/customers")
export class Customers {
  @Get(":customer") @UseInterceptors(recorded) show(@Param("customer") id: string) {
    return readCustomer(id);
  }
}
