import { Resolver } from "node:dns/promises";
import * as z from "zod/mini";
import type { Dns } from "../use-cases/doctor-ports.ts";

const failure = z.object({ code: z.string() });
/** The name is not there, or has nothing of that kind. */
const NOTHING = ["ENOTFOUND", "ENODATA"];

/** @param servers Addresses of name servers, `127.0.0.1:5353`; left out, the computer's own. */
export const createDns = (servers?: readonly string[]): Dns => {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (servers !== undefined) resolver.setServers(servers);
  const orNothing = async (asked: Promise<string[]>): Promise<string[]> => {
    try {
      return await asked;
    } catch (error) {
      const code = failure.safeParse(error).data?.code ?? "";
      if (NOTHING.includes(code)) return [];
      throw Object.assign(new Error("DNS did not answer", { cause: error }), { name: `DNS: ${code}` });
    }
  };
  return {
    answer: async (name) => {
      const [aliases, ...addresses] = await Promise.all([
        orNothing(resolver.resolveCname(name)),
        orNothing(resolver.resolve4(name)),
        orNothing(resolver.resolve6(name)),
      ]);
      return { aliases, addresses: addresses.flat() };
    },
  };
};
