import type { Look } from "./look.ts";
import type { Recorder } from "./recorder.ts";
import { answerTo } from "./unrecorded-answer.ts";

interface Reply {
  header(name: string, value: string): unknown;
}
interface ExecutionContext {
  switchToHttp(): { getRequest<Request>(): Request; getResponse<Response>(): Response };
}

/**
 * An interceptor for NestJS, on Express or Fastify: writes the look, then lets the handler run. Where the write fails, it
 * throws what NestJS answers with 503, and the handler is never called. Guards, which sign the employee in, run before.
 */
export const recordAccess = <Request>(
  recorder: Pick<Recorder, "record">,
  lookOf: (request: Request) => Look | Promise<Look>,
) => ({
  intercept: async <Result>(context: ExecutionContext, next: { handle(): Result }): Promise<Result> => {
    const http = context.switchToHttp();
    try {
      await recorder.record(await lookOf(http.getRequest<Request>()));
    } catch (error) {
      const reply = http.getResponse<Reply>();
      const { "content-type": _, ...headers } = answerTo(error)?.headers ?? {};
      for (const [name, value] of Object.entries(headers)) reply.header(name, value);
      throw error;
    }
    return next.handle();
  },
});
