import * as z from "zod/mini";
import type { Browser } from "../portal.ts";

export const raised = z.object({ reference: z.string() });

/** Does one step of a walk and answers what came back. @throws where it was refused: a walk that stops half-way proves nothing. */
export const step = async (browser: Browser, path: string, body?: object, method = body ? "POST" : "GET") => {
  const answer = await browser.send(method, path, body);
  const text = await answer.text();
  if (answer.status >= 400) throw new Error(`${method} ${path} was answered with ${answer.status}: ${text}`);
  return answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : {};
};
