import type { AccessEventInput } from "../../../functions/contract/access-event.ts";

export type SampleEmployee = Omit<AccessEventInput["employee"], "type"> & {
  readonly unit: string;
  readonly type?: "employee" | "contractor" | "system" | "ai_agent";
};

const member = (id: string, name: string, role: string, unit: string, site: string): SampleEmployee => ({
  id,
  name,
  role,
  unit,
  site,
});

const WAREHOUSE = "Warehouse";
const DRIVERS = "Delivery";
const FITTERS = "Furniture fitting";
const CARE = "Customer care";
const PAYMENTS = "Payments";

export const PICKERS = [
  member("E-1003", "Nguyễn Thị Mai", "Order picker", WAREHOUSE, "Croydon"),
  member("E-1011", "Agnieszka Wójcik", "Order picker", WAREHOUSE, "Croydon"),
  member("E-1014", "Tomáš Dvořák", "Order picker", WAREHOUSE, "Croydon"),
  member("E-1019", "Mărioara Ionescu", "Shift leader", WAREHOUSE, "Croydon"),
] as const;

export const DRIVERS_ON_TOUR = [
  member("E-1102", "José Muñoz Ibáñez", "Driver", DRIVERS, "Croydon"),
  member("E-1105", "Oluwaseun Adébáyò", "Driver", DRIVERS, "Croydon"),
  member("E-1108", "Mehmet Yılmaz", "Driver", DRIVERS, "Croydon"),
  member("E-1113", "Ștefan Dumitru", "Driver", DRIVERS, "Croydon"),
  member("E-1120", "Dariusz Kowalczyk", "Driver", DRIVERS, "Croydon"),
] as const;

/** He goes on opening a customer's phone number when the delivery is done. */
export const CURIOUS_DRIVER = member("E-1117", "Kieran Doyle", "Driver", DRIVERS, "Croydon");

/** On the company's list; one of the numbers that Ofcom keeps free for stories. */
export const CURIOUS_DRIVER_NUMBER = "07700 900117";
export const DELIVERY_MANAGER = member("E-1100", "Moira Castellan", "Delivery manager", DRIVERS, "Croydon");

export const FURNITURE_FITTERS = [
  member("E-1204", "Jürgen Groß", "Furniture fitter", FITTERS, "Croydon"),
  member("E-1209", "Håkon Sørlie", "Furniture fitter", FITTERS, "Croydon"),
] as const;

/** Drives for a company of its own. */
export const COURIER: SampleEmployee = {
  ...member("X-2001", "Luka Horvat", "Courier", "Northway Couriers", "Dartford"),
  type: "contractor",
};

export const ADVISERS = [
  member("E-1301", "Zoë Łukasiewicz", "Customer adviser", CARE, "Leeds"),
  member("E-1302", "Siobhán Ó Briain", "Customer adviser", CARE, "Leeds"),
  member("E-1306", "Priya Raghunathan", "Customer adviser", CARE, "Leeds"),
  member("E-1310", "Ruth Okonkwo", "Customer adviser", CARE, "Leeds"),
] as const;
export const TEAM_LEADER = member("E-1300", "Þóra Jónsdóttir", "Team leader", CARE, "Leeds");
export const COMPLAINTS_HANDLER = member("E-1315", "Isla MacLeòid", "Complaints handler", CARE, "Leeds");

export const CLERKS = [
  member("E-1401", "Жанна Орлова", "Payments clerk", PAYMENTS, "London"),
  member("E-1404", "Fatima El-Amrani", "Payments clerk", PAYMENTS, "London"),
  member("E-1407", "Beatriz Gonçalves", "Invoice clerk", PAYMENTS, "London"),
] as const;

export const QUALITY_COACH = member("E-1502", "Chloë Fitzgerald", "Quality coach", "Service quality", "Leeds");
export const ANALYST = member("E-1601", "Anaïs Lefèvre", "Marketing analyst", "Marketing", "London");
export const FRAUD_ANALYST = member("E-1701", "Benedikt Šimić", "Fraud analyst", "Fraud prevention", "London");
export const SHOP_ASSISTANT = member("E-1802", "Gareth Pugh", "Shop assistant", "Brixton shop", "London");

/** They work at the desk; those who approve come from other units, so that no unit decides alone. */
export const DATA_PROTECTION_OFFICE = [
  member("E-1901", "Eleanor Ashby", "Data protection officer", "Data protection office", "London"),
  member("E-1902", "Tendai Moyo", "Data protection adviser", "Data protection office", "London"),
] as const;
export const APPROVERS = [
  member("E-1911", "Rosalind Keane", "Head of people", "People team", "London"),
  member("E-1921", "Idris Bello", "General counsel", "Legal", "London"),
] as const;

export const ADDRESS_CHECK: SampleEmployee = {
  id: "svc-address-check",
  role: "Address check",
  unit: "IT",
  type: "system",
};
export const REPLY_ASSISTANT: SampleEmployee = {
  id: "ai-reply-drafts",
  role: "Drafts replies",
  unit: CARE,
  type: "ai_agent",
};

/** Never named to a customer; one of them had to move because of a threat. */
export const PROTECTED_IDS = ["E-1120", "E-1310", FRAUD_ANALYST.id];
