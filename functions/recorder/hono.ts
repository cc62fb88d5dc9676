import type { Look } from "./look.ts";
import type { Recorder } from "./recorder.ts";
import { answerTo } from "./unrecorded-answer.ts";

/**
 * A middleware for Hono: writes the look, then lets the handler run. Where the write fails, the request is answered with
 * 503 and the handler is never called. It stands behind the middleware that signs the employee in.
 */
export const recordAccess =
  <Context>(recorder: Pick<Recorder, "record">, lookOf: (context: Context) => Look | Promise<Look>) =>
  async (context: Context, next: () => Promise<void>): Promise<Response | undefined> => {
    try {
      await recorder.record(await lookOf(context));
    } catch (error) {
      const answer = answerTo(error);
      if (!answer) throw error;
      return new Response(answer.body, answer);
    }
    await next();
    return undefined;
  };
