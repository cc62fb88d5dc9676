import type { ReportContact } from "../../functions/contract/customer-matters.ts";
import { CUSTOMER_PATHS } from "../../functions/contract/customer-paths.ts";
import { read, readFile, send } from "../api.ts";
import { isChange, isMatter, isMatters, isRaised } from "./answers.ts";

/** A row of the record, as the question about it names it. */
export interface Row {
  readonly source: string;
  readonly eventId: string;
}

/** Both answer with the reference under which it is kept. */
export const askAbout = async (question: {
  readonly account: number;
  readonly language: string;
  readonly accesses: readonly Row[];
  readonly words: string;
}): Promise<string> => (await read(isRaised, await send(CUSTOMER_PATHS.askAbout, question))).reference;
export const reportContact = async (
  report: Omit<ReportContact, "language" | "channel" | "safety"> & {
    readonly language: string;
    readonly channel: string;
    readonly safety: string;
  },
): Promise<string> => (await read(isRaised, await send(CUSTOMER_PATHS.reportContact, report))).reference;

export const readMatters = async (language: string) =>
  (await read(isMatters, await send(CUSTOMER_PATHS.readMatters, { language }))).matters;
export const readMatter = async (reference: string, language: string) =>
  read(isMatter, await send(CUSTOMER_PATHS.readMatter, { reference, language }));
export const writeInMatter = async (reference: string, words: string): Promise<void> => {
  await send(CUSTOMER_PATHS.writeInMatter, { reference, words });
};
export const downloadLetter = async (reference: string, letterId: string) =>
  readFile(await send(CUSTOMER_PATHS.downloadLetter, { reference, letterId }));

export const changeAddress = async (email: string, language: string): Promise<void> => {
  await send(CUSTOMER_PATHS.changeAddress, { email, language });
};
export const confirmAddress = async (code: string) =>
  read(isChange, await send(CUSTOMER_PATHS.confirmAddress, { code }));
export const readAddressChange = async () => read(isChange, await send(CUSTOMER_PATHS.readAddressChange));
export const cancelAddressChange = async (): Promise<void> => {
  await send(CUSTOMER_PATHS.cancelAddressChange);
};
