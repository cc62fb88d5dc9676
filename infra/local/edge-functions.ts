import { createContext, Script } from "node:vm";
import * as z from "zod/mini";
import type { Assembly } from "./assembly.ts";
import type { EdgeAnswer, EdgeRequest } from "./edge-message.ts";
import { resourceOf } from "./references.ts";

const edgeFunction = z.object({
  FunctionCode: z.string(),
  FunctionConfig: z.object({ Runtime: z.literal("cloudfront-js-2.0") }),
});
const association = z.object({ EventType: z.enum(["viewer-request", "viewer-response"]), FunctionARN: z.string() });
export const associations = z._default(z.array(association), []);
type Associations = z.infer<typeof associations>;

const fields = z.record(z.string(), z.object({ value: z.string() }));
const changedRequest = z.object({ uri: z.string().check(z.startsWith("/")), headers: fields });
/** Strict, because a body of the function's own is not known here. */
const changedAnswer = z.strictObject({
  statusCode: z.int(),
  statusDescription: z.optional(z.string()),
  headers: z._default(fields, {}),
});

/** For code that never ends; on CloudFront a function has about a millisecond. */
const MOST_MILLISECONDS = 2_000;

/** The functions of one behaviour. */
interface EdgeFunctions {
  /** The request as it goes on, or an answer that goes straight back, past everything else that CloudFront does. */
  readonly onRequest: (request: EdgeRequest) => EdgeRequest | EdgeAnswer;
  /** CloudFront leaves out answers of 400 and higher. */
  readonly onAnswer: (request: EdgeRequest, answer: EdgeAnswer) => EdgeAnswer;
}

/**
 * The template's CloudFront Functions: its own code, run as CloudFront runs it (strict, no code from strings, nothing of
 * Node around it), with the event and the rules of the CloudFront Developer Guide, "CloudFront Functions event
 * structure" and "Restrictions on all edge functions". What a function changes in query or cookies is not taken over.
 */
export const edgeFunctions = (assembly: Assembly): ((associations: Associations) => EdgeFunctions) => {
  const runs = new Map(
    assembly
      .resources("AWS::CloudFront::Function", edgeFunction)
      .map(({ id, properties }) => [id, runnable(properties.FunctionCode)]),
  );
  return (associated) => {
    const functionFor = (type: Associations[number]["EventType"]) => {
      const found = associated.find(({ EventType }) => EventType === type);
      if (found === undefined) return undefined;
      const run = runs.get(resourceOf(found.FunctionARN));
      if (run === undefined) throw new Error(`The template has no function ${found.FunctionARN}.`);
      return (event: object) => run({ version: "1.0", context: { eventType: type }, ...event });
    };
    const request = functionFor("viewer-request");
    const response = functionFor("viewer-response");
    return {
      onRequest: (asked) => {
        if (request === undefined) return asked;
        const result = request(eventOf(asked));
        const generated = changedAnswer.safeParse(result);
        if (generated.success)
          return { status: generated.data.statusCode, headers: plain(generated.data.headers), body: Buffer.alloc(0) };
        const { uri, headers } = changedRequest.parse(result);
        return { ...asked, path: uri, headers: plain(headers) };
      },
      onAnswer: (asked, answer) => {
        if (response === undefined || answer.status >= 400) return answer;
        const { statusCode, headers } = changedAnswer.parse(
          response({ ...eventOf(asked), response: { statusCode: answer.status, headers: valued(answer.headers) } }),
        );
        return { ...answer, status: statusCode, headers: plain(headers) };
      },
    };
  };
};

/** Events go in and results come out as text, so that no object of this process is within the function's reach. */
export const runnable = (code: string): ((event: object) => unknown) => {
  const around = { event: "" };
  const context = createContext(around, { codeGeneration: { strings: false, wasm: false } });
  new Script(`"use strict";${code}`).runInContext(context);
  const call = new Script("JSON.stringify(handler(JSON.parse(event)))");
  return (event) => {
    around.event = JSON.stringify(event);
    return JSON.parse(z.string().parse(call.runInContext(context, { timeout: MOST_MILLISECONDS })));
  };
};

const valued = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
const plain = (headers: z.infer<typeof fields>) =>
  Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value]));

const eventOf = ({ method, path, query, headers, cookies, sourceIp }: EdgeRequest) => ({
  viewer: { ip: sourceIp },
  request: {
    method,
    uri: path,
    querystring: valued(Object.fromEntries(new URLSearchParams(query))),
    headers: valued(headers),
    cookies: valued(Object.fromEntries(new URLSearchParams(cookies.join("&")))),
  },
});
