import type { Look } from "./look.ts";
import type { Recorder } from "./recorder.ts";
import { answerTo } from "./unrecorded-answer.ts";

interface Reply {
  code(status: number): Reply;
  headers(headers: Readonly<Record<string, string>>): Reply;
  send(body: string): Reply;
}

/**
 * A `preHandler` for Fastify: writes the look, then lets the handler run. Where the write fails, the request is answered
 * with 503 and the handler is never called. It stands behind the hook that signs the employee in.
 */
export const recordAccess =
  <Request>(recorder: Pick<Recorder, "record">, lookOf: (request: Request) => Look | Promise<Look>) =>
  async (request: Request, reply: Reply): Promise<unknown> => {
    try {
      await recorder.record(await lookOf(request));
      return undefined;
    } catch (error) {
      const answer = answerTo(error);
      if (!answer) throw error;
      return reply.code(answer.status).headers(answer.headers).send(answer.body);
    }
  };
