import type { Matter, StaffMember } from "../../functions/contract/matter.ts";
import { Refusal } from "../../functions/domain/errors.ts";
import { askAbout } from "../../functions/use-cases/ask-about.ts";
import { answerAsk } from "../../functions/use-cases/desk/answer-ask.ts";
import { askEmployee } from "../../functions/use-cases/desk/ask-employee.ts";
import { closeMatter, refuseMatter } from "../../functions/use-cases/desk/close-matter.ts";
import { decideBreach } from "../../functions/use-cases/desk/decide-breach.ts";
import { approveRelease, declineRelease } from "../../functions/use-cases/desk/decide-release.ts";
import { explainLooks } from "../../functions/use-cases/desk/explain-looks.ts";
import { extendTime } from "../../functions/use-cases/desk/extend-time.ts";
import { lookBack, openForOthers } from "../../functions/use-cases/desk/look-back.ts";
import { markMisuse } from "../../functions/use-cases/desk/mark-misuse.ts";
import { messageCustomer } from "../../functions/use-cases/desk/message-customer.ts";
import { pauseClock } from "../../functions/use-cases/desk/pause-clock.ts";
import { proposeRelease } from "../../functions/use-cases/desk/propose-release.ts";
import { liftRestriction, restrictPurpose } from "../../functions/use-cases/desk/restrict-purpose.ts";
import { resumeClock } from "../../functions/use-cases/desk/resume-clock.ts";
import { takeMatter } from "../../functions/use-cases/desk/take-matter.ts";
import { tickMatters } from "../../functions/use-cases/desk/tick-matters.ts";
import { writeNote } from "../../functions/use-cases/desk/write-note.ts";
import { raisePart } from "../../functions/use-cases/raise-part.ts";
import { readdressMatter } from "../../functions/use-cases/readdress-matter.ts";
import { reportContact } from "../../functions/use-cases/report-contact.ts";
import { writeInMatter } from "../../functions/use-cases/write-in-matter.ts";
import { AMELIA, type Desk, DRIVER } from "./desk-room.ts";
import { faultyStore } from "./faulty-store.ts";
import { CUSTOMERS, ON_WHAT_WAS_SEEN, type Step } from "./matter-steps.ts";
import { APPROVER, DPO, SECOND_DPO } from "./matters.ts";

const DESK_PEOPLE: readonly StaffMember[] = [DPO, SECOND_DPO, { id: "dpo-3", name: "No Unit" }];
/** Everybody who could try to be the second person, whatever the identity provider says of their role. */
const SECOND_PEOPLE: readonly StaffMember[] = [
  APPROVER,
  DPO,
  SECOND_DPO,
  { id: DRIVER, name: "Robin Vance", unit: "Deliveries North" },
  { id: "boss-1", name: "Boss", unit: "Deliveries" },
  { id: "key", name: "Unlisted", unit: "Legal", unlisted: true },
  { id: "appr-2", name: "No Unit" },
];
const balancing = { essentialFor: "a", otherMeans: "b", employeeView: "c", safety: "d" };

/** What came of a step: the words that were accepted, and by whom. */
interface Told {
  readonly words: string;
  readonly accepted: boolean;
}

const HOUR = 3_600_000;
/** From minutes over a night to longer than any deadline. */
const WAITS = [1, 9, 24, 5 * 24, 8 * 24, 15 * 24, 33 * 24];

/** Does steps on a desk. Only refusals may be thrown; everything else is a fault of ours and goes on. */
export const actingOn = (desk: Desk) => {
  const told: Told[] = [];
  let said = 0;

  const latest = async (customerKey: string): Promise<string> => {
    const open = await desk.matters.openMatterOf(customerKey);
    return open ?? (await desk.matters.mattersOf(customerKey)).at(-1) ?? "RG-0000-0000";
  };
  const tokens = (): readonly string[] =>
    desk.mails.flatMap(({ content }) => (content.kind === "ask" ? [content.token] : []));
  const rowOf = (customer: string) => [{ source: "orders", eventId: customer === "customer-1" ? "e-1" : "e-2" }];

  const work = async (step: Step, words: string): Promise<unknown> => {
    const deps = { ...desk, store: faultyStore(desk.store, [...step.faults]) };
    const { customer, which } = step;
    const reference = await latest(customer);
    const found = await desk.matters.matterOf(reference);
    const revision = Math.max(1, (found?.revision ?? 1) - (step.stale ? 1 : 0));
    const staff = DESK_PEOPLE[which % DESK_PEOPLE.length] ?? DPO;
    const on = { reference, revision, staff };
    const second = { ...on, staff: SECOND_PEOPLE[which % SECOND_PEOPLE.length] ?? APPROVER };
    const signedIn = { ...AMELIA, accounts: [customer], address: `${customer}@example.com` };
    const accesses = rowOf(customer);
    switch (step.command) {
      case "ask":
        return askAbout(deps, signedIn, { account: 1, language: "en", accesses, words });
      case "report":
        return reportContact(deps, signedIn, {
          ...{ account: 1, language: "en", contactedOn: "2026-05-20", channel: "text", safety: "unsafe", words },
        });
      case "write":
        return writeInMatter(deps, signedIn, { reference, words });
      case "signal":
        return raisePart(deps, {
          ...{ customerKey: customer, by: { kind: "rule" }, language: "en" },
          part: { kind: "signal", rule: "no-link", employeeId: DRIVER, accesses, words },
        });
      case "answer":
        return answerAsk(deps, { token: tokens().at(-1 - (which % 3)) ?? "x".repeat(43), words });
      case "wait":
        return desk.wait((WAITS[which] ?? 1) * HOUR);
      case "readdress": {
        const { address } = signedIn;
        return readdressMatter(deps, customer, { addressKey: desk.keyring.addressKey(address), newAddress: address });
      }
      case "tick":
        return tickMatters(deps);
      case "take":
        return takeMatter(deps, on);
      case "note":
        return writeNote(deps, {
          ...(which % 2 === 0 ? on : second),
          words,
          role: which % 2 === 0 ? "dpo" : "approver",
        });
      case "message":
        return messageCustomer(deps, { ...on, words });
      case "ask-employee": {
        const asking = { to: which % 2 === 0 ? "employee" : "manager", employeeId: DRIVER } as const;
        return askEmployee(deps, { ...on, ...asking, email: "driver@example.com", accesses, words });
      }
      case "explain":
        return explainLooks(deps, { ...on, accesses, words });
      case "pause":
        return pauseClock(deps, { ...on, words });
      case "resume":
        return resumeClock(deps, { ...on, words });
      case "extend":
        return extendTime(deps, { ...on, words });
      case "restrict":
        return restrictPurpose(deps, { ...on, purpose: "FRAUD_SECURITY", until: "2026-09-30", words });
      case "lift":
        return liftRestriction(deps, { ...on, purpose: "FRAUD_SECURITY", words });
      case "propose":
        return proposeRelease(deps, { ...on, employeeId: DRIVER, balancing, words });
      case "approve":
        return approveRelease(deps, { ...second, words });
      case "decline":
        return declineRelease(deps, { ...second, words });
      case "misuse":
        return markMisuse(deps, {
          ...{ ...on, employeeId: DRIVER, accesses, words },
          ...(which % 2 === 0 && { letterWords: words }),
        });
      case "look-back":
        return lookBack(deps, { ...on, employeeId: DRIVER });
      case "open-others":
        return openForOthers(deps, { reference, staff, employeeId: DRIVER, customerKeys: [...CUSTOMERS] });
      case "decide-breach":
        return decideBreach(deps, { ...on, decision: { kind: "notified", reasons: words } });
      case "refuse":
        return refuseMatter(deps, { ...on, ground: "excessive", partly: which % 2 === 0, words });
      case "close":
        return closeMatter(deps, { ...on, outcome: which % 2 === 0 ? "explained" : "misuse", words });
      default:
        throw new Error(`Nobody knows how to ${step.command}.`);
    }
  };

  /** Commands whose words have to stand in a matter once they were accepted. */
  const SAYING = ["ask", "report", "write", "note", "message", "answer", "explain"];
  const once = async (step: Step, words: string): Promise<boolean> => {
    const seen = await desk.matters.matterOf(await latest(step.customer));
    try {
      await work(step, words);
      if (step.stale && ON_WHAT_WAS_SEEN.includes(step.command) && (seen?.revision ?? 1) > 1)
        throw new Error("An act on what was seen long ago went through.");
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  };
  return {
    told,
    act: async (step: Step): Promise<void> => {
      said += 1;
      const words = `said-${said}-`;
      const accepted = await once(step, words);
      // Whoever saw no answer sends it again, on what they see now.
      const again = step.twice && (await once({ ...step, faults: [] }, words));
      if (SAYING.includes(step.command)) told.push({ words, accepted: accepted || again });
    },
    all: async (): Promise<readonly Matter[]> => {
      const references = await Promise.all(CUSTOMERS.map((one) => desk.matters.mattersOf(one)));
      return Promise.all(references.flat().map(async (one) => (await desk.current(one)).value));
    },
  };
};
