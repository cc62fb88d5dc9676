import { CUSTOMER_PATHS, REQUEST_HEADER } from "../functions/contract/customer-paths.ts";
import { isProblem, isRequests, isSession } from "./answers.ts";
import type { Is } from "./shape.ts";
import type { ProblemCode } from "./words/words.ts";

/** The longest wait for an answer: a whole record is made meanwhile. */
const PATIENCE_MS = 30_000;

/** Why there is no answer: a code of the service, or `OFFLINE` and `UNEXPECTED`, which only a browser sees. */
export class Failure extends Error {
  readonly code: string;
  readonly retryAfterSeconds: number;
  constructor(code: string, retryAfterSeconds = 0) {
    super(code);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What the API itself refuses, before the service could say why. */
const WITHOUT_WORDS: Readonly<Record<number, ProblemCode>> = { 413: "REQUEST_TOO_LARGE" };

const failure = (code: ProblemCode) => new Failure(code);

interface Route {
  readonly method: string;
  readonly path: string;
}

/** Asks the service. Throws a `Failure` for whatever is not the answer. */
export const send = async ({ method, path }: Route, body?: object): Promise<Response> => {
  const response = await fetch(path, {
    method,
    headers: { [REQUEST_HEADER]: "1", "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw failure("OFFLINE");
  });
  if (response.ok) return response;
  const problem: unknown = await response.json().catch(() => undefined);
  throw isProblem(problem)
    ? new Failure(problem.code, problem.retryAfterSeconds)
    : failure(WITHOUT_WORDS[response.status] ?? (response.status >= 500 ? "UNAVAILABLE" : "UNEXPECTED"));
};

/** Reads an answer that has to look like `is`. */
export const read = async <T>(is: Is<T>, response: Response): Promise<T> => {
  const text = await response.text().catch(() => {
    throw failure("OFFLINE");
  });
  const answer: unknown = text === "" ? undefined : JSON.parse(text);
  if (is(answer)) return answer;
  throw failure("UNEXPECTED");
};

export const requestCode = async (email: string, language: string): Promise<void> => {
  await send(CUSTOMER_PATHS.requestCode, { email, language });
};

export const confirmCode = async (code: string): Promise<void> => {
  await read(isSession, await send(CUSTOMER_PATHS.confirmCode, { code }));
};

/** Who is signed in, and for how long by this computer's clock, whatever it shows. */
export const readLife = async <Who extends { idleEndsAt: string; endsAt: string }>(route: Route, is: Is<Who>) => {
  const response = await send(route);
  const who = await read(is, response);
  const now = Date.parse(response.headers.get("date") ?? "") || Date.now();
  return { who, idleMs: Date.parse(who.idleEndsAt) - now, leftMs: Date.parse(who.endsAt) - now };
};

export const readSession = () => readLife(CUSTOMER_PATHS.readSession, isSession);

export const signOut = async (): Promise<void> => {
  await send(CUSTOMER_PATHS.signOut);
};

export const readRequests = async () => (await read(isRequests, await send(CUSTOMER_PATHS.readRequests))).requests;

/** An answer that is a file, with the name that the service gave it. */
export const readFile = async (response: Response): Promise<{ readonly blob: Blob; readonly name: string }> => {
  const blob = await response.blob().catch(() => {
    throw failure("OFFLINE");
  });
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { blob, name: name ?? "regard" };
};
