/** An OpenID provider with the sample company's staff. Started by `staff-issuer.ts`, which sends it its settings. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { Provider } from "oidc-provider";
import { issuerSettings } from "./staff-issuer-messages.ts";
import { errorPage, pagePolicy, signInPage } from "./staff-issuer-page.ts";

process.on("SIGINT", () => {});
process.once("disconnect", () => process.exit());

const [sent] = await once(process, "message");
const { port, company, portalOrigin, client, people } = issuerSettings.parse(sent);
const issuer = `http://127.0.0.1:${port}`;
const INTERACTION = "/interaction/";

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const named = (user: string) => people.find((one) => one.user === user);

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: client.id,
      redirect_uris: client.redirectUris,
      grant_types: ["authorization_code"],
      response_types: ["code"],
      token_endpoint_auth_method: "none",
    },
  ],
  jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "staff" }] },
  scopes: client.scopes,
  // As a user pool does: everything that is known of a person stands in the ID token.
  claims: { openid: ["sub", "amr"], profile: [...new Set(people.flatMap(({ claims }) => Object.keys(claims)))] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  cookies: { keys: [randomBytes(32).toString("base64url")] },
  ttl: { AccessToken: 300, AuthorizationCode: 60, IdToken: 300, Interaction: 600, Session: 3_600, Grant: 3_600 },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
  },
  interactions: { url: (_, { uid }) => `${INTERACTION}${uid}` },
  findAccount: (_, id) => {
    const person = named(id);
    return person && { accountId: id, claims: () => ({ sub: id, ...person.claims }) };
  },
  // The company runs the portal: nobody has to agree that it learns their name.
  loadExistingGrant: async ({ oidc }) => {
    const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope(client.scopes.join(" "));
    await grant.save();
    return grant;
  },
  renderError: (context) => {
    context.type = "html";
    context.body = errorPage(company);
  },
  clientBasedCORS: () => false,
});

/** Two factors on one page; which of them was wrong is not said. */
const interact = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const show = (status: number, page: string) =>
    response.writeHead(status, { "content-type": "text/html; charset=utf-8" }).end(page);
  const known = await provider.interactionDetails(request, response).catch(() => undefined);
  if (known === undefined || request.url !== `${INTERACTION}${known.uid}`) return void show(400, errorPage(company));
  if (request.method !== "POST") return void show(200, signInPage(company, { wrong: false, user: "" }));

  const form = new URLSearchParams(await text(request));
  const typed = (field: string) => (form.get(field) ?? "").trim();
  const user = typed("user").toLowerCase();
  const person = named(user);
  const right = person?.password === typed("password") && person.code === typed("code").replaceAll(" ", "");
  if (!right) return void show(200, signInPage(company, { wrong: true, user }));
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: user, amr: ["pwd", "otp", "mfa"], remember: false } },
    { mergeWithLastSubmission: false },
  );
};

const protocol = provider.callback();
/** Nobody is remembered: the next to sign in may be somebody else, in the same browser. */
const SESSION_COOKIES = /^_session(\.sig)?=/;
const withoutSession = ({ headers }: IncomingMessage): void => {
  headers.cookie = (headers.cookie ?? "")
    .split("; ")
    .filter((one) => !SESSION_COOKIES.test(one))
    .join("; ");
};

const server = createServer((request, response) => {
  response.setHeader("content-security-policy", pagePolicy(portalOrigin));
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("cache-control", "no-store");
  withoutSession(request);
  if (request.url?.startsWith(INTERACTION) !== true) return protocol(request, response);
  interact(request, response).catch(() => response.destroy());
});
await once(server.listen(port, "127.0.0.1"), "listening");
process.send?.("ready");
