import type { Look } from "./look.ts";
import type { Recorder } from "./recorder.ts";
import { answerTo } from "./unrecorded-answer.ts";

interface Response {
  writeHead(status: number, headers: Readonly<Record<string, string>>): { end(body: string): unknown };
}

/**
 * A middleware for Express: writes the look, then calls the handler behind it. Where the write fails, the request is
 * answered with 503 and the handler is never called. It stands behind the middleware that signs the employee in.
 */
export const recordAccess =
  <Request>(recorder: Pick<Recorder, "record">, lookOf: (request: Request) => Look | Promise<Look>) =>
  async (request: Request, response: Response, next: (error?: unknown) => void): Promise<void> => {
    try {
      await recorder.record(await lookOf(request));
    } catch (error) {
      const answer = answerTo(error);
      if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
      else next(error);
      return;
    }
    next();
  };
