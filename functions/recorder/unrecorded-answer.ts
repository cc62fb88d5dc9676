import { RecorderError } from "./recorder-error.ts";

/** How a request is answered whose access could not be written: 503 and a problem (RFC 9457), and no data. */
export interface UnrecordedAnswer {
  readonly status: 503;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Undefined where the error is none of the recorder's: it is for whoever handles the application's errors. */
export const answerTo = (error: unknown): UnrecordedAnswer | undefined => {
  if (!(error instanceof RecorderError)) return undefined;
  const { code, status, retryAfterSeconds = 1 } = error;
  const title = "The access could not be recorded, so nothing is shown.";
  return {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "retry-after": String(retryAfterSeconds),
    },
    body: JSON.stringify({ type: "about:blank", title, status, code }),
  };
};
