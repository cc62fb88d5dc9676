import assert from "node:assert/strict";
import { startEngine } from "../support/engine.ts";
import { openBrowser, openFrontDoor } from "../support/front-door.ts";
import { startMailService } from "../support/mail-service.ts";
import { median, type Ratio, sideBySide, within } from "./ratio.ts";

const PAIRS = 2_000;
const WARM_UP = 100;

/** Asking for a code for 2,000 addresses that the company knows, each beside one that it does not. */
export const measureEqualAnswers = async (): Promise<Ratio[]> => {
  const engine = await startEngine();
  const mails = await startMailService();
  try {
    const door = openFrontDoor(engine, mails);
    const address = (kind: string, index: number) => `${kind}-${String(index).padStart(4, "0")}@example.com`;
    for (let index = 0; index < PAIRS + WARM_UP; index += 1) await door.know(address("known", index), `C-${index}`);

    const ask = async (kind: string, index: number) => {
      const { statusCode, headers, body } = await openBrowser(door).requestCode(address(kind, index));
      return { statusCode, headers, body };
    };
    const turns = { known: 0, other: 0 };
    for (; turns.known < WARM_UP; turns.known += 1, turns.other += 1) {
      assert.deepEqual(await ask("known", turns.known), await ask("other", turns.other));
    }
    const times = await sideBySide(
      PAIRS,
      () => ask("known", turns.known++),
      () => ask("other", turns.other++),
    );
    const [known, other] = [median(times.one), median(times.other)];
    const detail = `median of ${PAIRS}: ${known.toFixed(2)} ms for a known address, ${other.toFixed(2)} ms for an unknown one`;
    return [within("asking for a code: known against unknown address", known / other, 1, 0.05, detail)];
  } finally {
    await mails.stop();
    await engine.stop();
  }
};
