import type { RecordStream } from "../contract/record.ts";
import { periodOfDates } from "../domain/period.ts";
import { retentionHorizon } from "../domain/retention.ts";
import type { Language } from "../domain/vocabulary.ts";
import { answerRequest } from "./answer-request.ts";
import type { AskedFor, SignedIn } from "./identity-ports.ts";
import { type OpenRequestDeps, openRequest } from "./open-request.ts";
import { type ReadRecordParts, readRecord } from "./read-record.ts";

export type GiveRecordDeps = ReadRecordParts & OpenRequestDeps;

export interface GiveRecord extends Pick<AskedFor, "dates" | "account"> {
  readonly customer: SignedIn;
  readonly language: Language;
}

/**
 * Gives a customer their record: opens the request under Art. 15, makes the record, lets `hand` bring it into the form
 * in which it leaves, and notes the request as answered once that is done. Within a sign-in, the same account and dates
 * are one request: every page and file of it speaks of the instant at which it was received, under one reference.
 */
export const giveRecord = async <Given>(
  deps: GiveRecordDeps,
  { customer, account, dates, language }: GiveRecord,
  hand: (record: RecordStream) => Promise<Given>,
): Promise<Given> => {
  const { config, clock } = deps;
  const now = new Date(clock()).toISOString();
  const asked = periodOfDates(dates, config.timeZone);
  const from = asked.from ?? retentionHorizon(now, config.retention.months);
  const to = [asked.to ?? now, now].sort()[0] ?? now;
  const period = { from, to: to < from ? from : to };

  const request = await openRequest(deps, { customer, account, dates, period, language });
  const { customerKey, reference, receivedAt: generatedAt } = request;
  const given = await hand(await readRecord(deps, { customerKey, reference, period: asked, language, generatedAt }));
  await answerRequest(deps, request);
  return given;
};
