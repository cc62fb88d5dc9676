import * as z from "zod/mini";
import { ASSUMED } from "../domain/cost/metered-units.ts";
import { costOfAccess, costOfRequest, monthlyCost } from "../domain/cost/monthly-cost.ts";
import { PRICES } from "../domain/cost/price-list.ts";
import { type Command, readOptions } from "./command.ts";

const help = `Usage: regard cost --accesses N --requests N [options]

What a month of Regard costs on AWS: the units that its tests meter, times AWS's list prices
(${PRICES.region}, read on ${PRICES.readOn}). A model, not a bill: COST.md says what it leaves out.

  --accesses N    accesses that arrive in a month: 10000, 1e6
  --requests N    requests of customers that are answered in a month
  --json          prints the parts as JSON, in US dollars

Needs no portal and no account.

Example:
  npx regard cost --accesses 1e6 --requests 1000
`;

const count = z.pipe(
  z.string().check(z.regex(/^\d+(\.\d+)?(e\d{1,2})?$/i)),
  z.pipe(z.transform(Number), z.number().check(z.maximum(1e12))),
);
const asked = z.object({ accesses: count, requests: count, json: z._default(z.boolean(), false) });
const options = {
  accesses: { type: "string" },
  requests: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

const dollars = (value: number): string => value.toFixed(2).padStart(12);

/** `regard cost`: what a month costs. */
export const costCommand: Command = {
  summary: "models what a month costs on AWS, from metered units and list prices",
  help,
  run: async (words) => {
    const { accesses, requests, json } = readOptions(words, options, asked);
    const month = monthlyCost({ accesses, requests });
    const each = { millionAccesses: costOfAccess() * 1e6, answeredRequest: costOfRequest() };
    const { region, readOn } = PRICES;
    if (json) {
      process.stdout.write(
        `${JSON.stringify({ usage: { accesses, requests }, month, each, prices: { region, readOn } })}\n`,
      );
      return 0;
    }
    const lines = [
      `US dollars a month (list prices, ${region}, ${readOn})`,
      "",
      `  idle       ${dollars(month.idle)}   key, secret, alarms, dashboard, web ACL, the schedule`,
      `  accesses   ${dollars(month.accesses)}   ${accesses} written`,
      `  storage    ${dollars(month.storage)}   a retention time of them, recoverable`,
      `  backups    ${dollars(month.backups)}   ${ASSUMED.backupCopies} whole copies of them`,
      `  requests   ${dollars(month.requests)}   ${requests} answered`,
      `  total      ${dollars(month.total)}`,
      "",
      `A million accesses cost ${each.millionAccesses.toFixed(2)} to write, an answered request ${each.answeredRequest.toFixed(5)}.`,
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
    return 0;
  },
};
