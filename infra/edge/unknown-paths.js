/**
 * Runs on CloudFront's edge, before and after the pages (never before the API): a path that leads nowhere is answered
 * with the kind page `not-found` in the language that the path begins with, and 404. `PAGES` is put in front of this
 * file when the stack is synthesised: the paths of all pages.
 *
 * The language is what CloudFront's JavaScript runtime 2.0 takes: ES 5.1 with `const`, arrow functions, `startsWith`,
 * `endsWith` and `includes`; no import, no `?.`, no spread (CloudFront Developer Guide, "JavaScript runtime 2.0
 * features"). Only `uri` and headers of the request and the status of the answer are changed; the body, which a
 * function cannot read, stays the origin's ("CloudFront Functions event structure").
 */

const NOT_FOUND = "/not-found";

/** Assets pass whether they are known or not: CloudFront may still hold one that a page of the last version asks for. */
const ASSETS = "/assets/";

const leadsSomewhere = (path) => path.startsWith(ASSETS) || (PAGES.includes(path) && !path.endsWith(NOT_FOUND));

/** `/fr/nowhere` has a page in French; where the first step is no language that has one, it is the English page. */
const notFoundPageFor = (path) => {
  const end = path.indexOf("/", 1);
  const page = (end === -1 ? path : path.slice(0, end)).toLowerCase() + NOT_FOUND;
  return PAGES.includes(page) ? page : NOT_FOUND;
};

/** Only ever to a path of `PAGES`, so nobody can be sent to another site. The query goes: no page reads one. */
const redirectTo = (page) => ({
  statusCode: 301,
  statusDescription: "Moved Permanently",
  headers: { location: { value: page }, "cache-control": { value: "public, max-age=300" } },
});

const onRequest = (request) => {
  const path = request.uri;
  if (leadsSomewhere(path)) return request;
  const page = path.slice(0, -1);
  if (path.endsWith("/") && leadsSomewhere(page)) return redirectTo(page);
  request.uri = notFoundPageFor(path);
  // An answer that will not be 2xx has no conditions and no parts (RFC 9110, 13.2.1 and 14.2).
  delete request.headers["if-none-match"];
  delete request.headers["if-modified-since"];
  delete request.headers["if-range"];
  delete request.headers["range"];
  return request;
};

/**
 * Right for the path that was asked for and for the one that it was rewritten to. The guide says that the event holds
 * the former; neither leads anywhere. CloudFront keeps the page as the 200 that the origin sent, so this runs for
 * every viewer, and not at all where the origin answers 400 or higher.
 */
const onResponse = (path, response) => {
  if (response.statusCode === 200 && !leadsSomewhere(path)) {
    response.statusCode = 404;
    response.statusDescription = "Not Found";
  }
  return response;
};

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  return event.context.eventType === "viewer-request"
    ? onRequest(event.request)
    : onResponse(event.request.uri, event.response);
}
