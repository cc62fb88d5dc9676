import type { FileFormat } from "../../functions/contract/customer-api.ts";
import { CUSTOMER_PATHS } from "../../functions/contract/customer-paths.ts";
import { read, readFile, send } from "../api.ts";
import { isRecordPage } from "./answers.ts";

export const readRecord = async (account: number, language: string, offset: number) =>
  read(isRecordPage, await send(CUSTOMER_PATHS.readRecord, { account, language, offset }));

/** A record as a file. */
export const downloadRecord = async (account: number, language: string, format: FileFormat) =>
  readFile(await send(CUSTOMER_PATHS.downloadRecord, { account, language, format }));
