import * as z from "zod/mini";
import { emailAddress, text } from "./text.ts";

/** One line of the company's list of customers: under which address a customer may ask for their record. */
export const customerLink = z.strictObject({ customerId: text(200), email: emailAddress });
export type CustomerLink = z.infer<typeof customerLink>;
