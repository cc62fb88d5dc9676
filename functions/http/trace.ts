import { AsyncLocalStorage } from "node:async_hooks";

const running = new AsyncLocalStorage<string>();

/** Does `work` as part of the request `traceId`. Nothing decides anything by it: it is for whoever reads logs. */
export const traced = <T>(traceId: string | undefined, work: () => T): T =>
  traceId === undefined ? work() : running.run(traceId, work);

/** The request that is answered at this moment; none where the clock or a stream began it. */
export const currentTrace = (): string | undefined => running.getStore();
