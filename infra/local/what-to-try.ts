import { relative } from "node:path";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import config from "../../regard.config.ts";
import type { RunningPortal } from "./portal.ts";
import { ADDRESSES_TO_TRY, AMELIA } from "./sample/customers.ts";

const DEFAULT_PORT = 4000;

interface Asked {
  readonly port: number;
  readonly empty: boolean;
  /** Empty where nothing is kept. */
  readonly dataDir: string;
}

/** What to do at the desk; the sample has matters in every state but none of the customer whom one is shown first. */
const DESK_STORY: readonly string[] = [
  "  Six matters are open there: one overdue, one due soon, a signal, one that waits for a manager, one whose",
  "  clock rests, and a name that waits for its second person. Start your own: as Amelia (the first address), ask",
  "  about the driver’s four evening looks and report a message; then take the matter as Eleanor, ask the driver’s",
  "  manager (any address: the mail is in the inbox), propose to release the name, and approve it as Rosalind.",
  "  State that the looks had no valid reason: the 72 hours run, and the look-back shows whom else he looked up.",
];

/** What `npm start` prints once everything answers. */
export const whatToTry = (
  {
    origin,
    inboxUrl,
    deskSignIns,
    logFile,
    endpoints,
  }: Pick<RunningPortal, "origin" | "inboxUrl" | "deskSignIns" | "logFile" | "endpoints">,
  { port, empty, dataDir }: Asked,
): string => {
  const regard = port === DEFAULT_PORT ? "npx regard" : `PORT=${port} npx regard`;
  const company = config.brand.name;
  const column = Math.max(...ADDRESSES_TO_TRY.map(({ email }) => email.length)) + 2;
  const userColumn = Math.max(...deskSignIns.map(({ user }) => user.length)) + 2;
  const trying = empty
    ? [
        "  The portal is empty. Fill it with your own events:",
        `    ${regard} import FILE --format ndjson|csv [--map MAP]`,
        `    ${regard} customers import FILE`,
      ]
    : [
        `  You are a customer of ${company}, a shop that delivers. Open the portal, type one of`,
        "  these addresses, and read the code that is mailed to you in the inbox:",
        "",
        ...ADDRESSES_TO_TRY.map(({ email, shows }) => `    ${email.padEnd(column)}${shows}`),
        "",
        "  For the company, in another terminal:",
        `    ${regard} record --customer ${AMELIA.customerId} --format csv`,
        `    ${regard} import FILE --format csv --map MAP`,
      ];
  return [
    "",
    "  Regard shows customers which employees looked at their data, when, what they saw and why.",
    "",
    `  Portal   ${origin}/`,
    `  Inbox    ${inboxUrl}   (mails stay on this computer)`,
    `  Desk     ${origin}/desk   (for the staff below)`,
    `  Intake   ${endpoints.intake}   (for events, signed as ${LOCAL_CREDENTIALS.accessKeyId}:${LOCAL_CREDENTIALS.secretAccessKey} in ${LOCAL_REGION})`,
    "",
    ...trying,
    "",
    `  At the desk you are staff of ${company}. User name, password and code of the authenticator app:`,
    "",
    ...deskSignIns.map(
      ({ user, password, code, shows }) => `    ${user.padEnd(userColumn)}${password}  ${code}  ${shows}`,
    ),
    ...(empty ? [] : ["", ...DESK_STORY]),
    "",
    `  Data     ${dataDir === "" ? "in memory, gone when you stop (REGARD_DATA=directory keeps it)" : `kept in ${dataDir}; the mails are not`}`,
    `  Logs     ${relative(process.cwd(), logFile)}`,
    "  Stop     Ctrl-C",
    "",
  ].join("\n");
};
