import { createKeyring } from "../../functions/adapters/keyring.ts";
import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import type { RegardConfigInput } from "../../functions/contract/config.ts";
import type { ReportContact } from "../../functions/contract/customer-matters.ts";
import type { EventRef, Matter, StaffMember } from "../../functions/contract/matter.ts";
import type { Entry, Part } from "../../functions/contract/matter-entry.ts";
import type { MailContent } from "../../functions/domain/outbox.ts";
import { askAbout } from "../../functions/use-cases/ask-about.ts";
import { askEmployee } from "../../functions/use-cases/desk/ask-employee.ts";
import { markMisuse } from "../../functions/use-cases/desk/mark-misuse.ts";
import { takeMatter } from "../../functions/use-cases/desk/take-matter.ts";
import type { SignedIn } from "../../functions/use-cases/identity-ports.ts";
import type { Versioned } from "../../functions/use-cases/ports.ts";
import { raisePart } from "../../functions/use-cases/raise-part.ts";
import { reportContact } from "../../functions/use-cases/report-contact.ts";
import { allOf, arrival, NOW } from "./arrivals.ts";
import { company } from "./company.ts";
import { memoryAccessLog } from "./fakes/memory-access-log.ts";
import { memoryFacts } from "./fakes/memory-facts.ts";
import { memoryMatters } from "./fakes/memory-matters.ts";
import { memorySources } from "./fakes/memory-sources.ts";
import { DPO } from "./matters.ts";

export const AMELIA: SignedIn = {
  sessionKey: "session",
  addressKey: "address",
  address: "amelia@example.com",
  accounts: ["customer-1"],
  idleEndsAt: NOW,
  endsAt: NOW,
};
/** The driver of the ordinary event, and the look that it is. */
export const DRIVER = "emp-7";
export const LOOK: EventRef = { source: "orders", eventId: "e-1" };
const DAY = 24 * 60 * 60 * 1_000;

/** Random bytes that never repeat, the same in every run. */
const counted = () => {
  let drawn = 0;
  return (bytes: number): Buffer => {
    const drawnNow = Buffer.alloc(bytes);
    drawn += 1;
    drawnNow.writeUInt32BE(drawn, bytes - 4);
    return drawnNow;
  };
};

/**
 * The desk of a small company in memory, on Monday 15 June 2026 at 13:00 in London, with one look of a driver at Amelia's
 * phone number in the log.
 */
export const openDesk = async (changes: Partial<RegardConfigInput> = {}) => {
  const time = { now: Date.parse(NOW) };
  const clock = () => time.now;
  const facts = memoryFacts();
  const parts = {
    ...memoryMatters(facts),
    facts,
    accessLog: memoryAccessLog(clock),
    sources: memorySources(),
    keyring: createKeyring("a secret of at least thirty-two characters"),
    config: company(changes),
    clock,
    random: counted(),
  };
  const { matters, mails, accessLog } = parts;

  const current = async (reference: string): Promise<Versioned<Matter>> => {
    const found = await matters.matterOf(reference);
    if (found === undefined) throw new Error("There is no such matter.");
    return found;
  };
  /** What somebody of the desk sends along: the matter as they see it now. */
  const by = async (reference: string, staff: StaffMember = DPO) => ({
    reference,
    revision: (await current(reference)).revision,
    staff,
  });
  const log = async (
    event: Partial<AccessEventInput>,
    kept: { readonly customerKeys?: readonly string[] } = {},
  ): Promise<void> => {
    await accessLog.append([arrival(event, { receivedAt: new Date(time.now).toISOString(), ...kept })]);
  };
  await log({});

  let asked = 1;
  const desk = {
    ...parts,
    /** Lets time pass; the log's retention is not what these tests are about. */
    wait: (ms: number) => {
      time.now += ms;
    },
    waitDays: (days: number) => {
      time.now += days * DAY;
    },
    setClock: (instant: string) => {
      time.now = Date.parse(instant);
    },
    now: () => new Date(time.now).toISOString(),
    log,
    looksAt: (customerKey: string) => allOf(accessLog, customerKey),
    current,
    by,
    story: (reference: string): Promise<readonly Entry[]> => matters.entriesOf(reference),
    acts: async (reference: string) => (await matters.entriesOf(reference)).map(({ deed }) => deed.act),
    lastDeed: async (reference: string) => (await matters.entriesOf(reference)).at(-1)?.deed,
    /** What lies in the outbox for an address, oldest first. */
    mailsTo: (address: string): readonly MailContent[] =>
      mails.filter((mail) => mail.address === address).map(({ content }) => content),
    /** Amelia asks about the driver's look. */
    ask: (accesses: readonly EventRef[] = [LOOK], words = `Why did they look? (${asked++})`) =>
      askAbout(parts, AMELIA, { account: 1, language: "en", accesses: [...accesses], words }),
    report: (told: Partial<ReportContact> = {}) =>
      reportContact(parts, AMELIA, {
        ...{ account: 1, language: "en", contactedOn: "2026-05-20", channel: "text", safety: "unsure" },
        ...told,
      }),
    /** A rule finds something in the driver's look. */
    signal: async (changed: Partial<Extract<Part, { kind: "signal" }>> = {}) => {
      const part = { kind: "signal", rule: "no-link", employeeId: DRIVER, accesses: [LOOK], words: "Odd." } as const;
      const raise = { customerKey: "customer-1", by: { kind: "rule" }, language: "en" } as const;
      return (await raisePart(parts, { ...raise, part: { ...part, accesses: [...part.accesses], ...changed } }))
        .reference;
    },
    take: async (reference: string, staff: StaffMember = DPO) => takeMatter(parts, await by(reference, staff)),
    /** Asks the driver about their look. @returns The token of the link. */
    askDriver: async (reference: string, to: "employee" | "manager" = "employee") => {
      const asking = { to, employeeId: DRIVER, email: "driver@example.com", accesses: [LOOK], words: "Why?" };
      await askEmployee(parts, { ...(await by(reference)), ...asking });
      const sent = mails.flatMap(({ content }) => (content.kind === "ask" ? [content.token] : []));
      return sent.at(-1) ?? "";
    },
    misuse: async (reference: string, letterWords?: string) =>
      markMisuse(parts, {
        ...(await by(reference)),
        ...{ employeeId: DRIVER, accesses: [LOOK], words: "No reason.", letterWords },
      }),
  };
  return desk;
};
export type Desk = Awaited<ReturnType<typeof openDesk>>;
