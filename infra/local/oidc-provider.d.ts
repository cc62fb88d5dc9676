/** As much of oidc-provider 9 as the local identity provider uses; the package brings no types of its own. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Context {
    readonly oidc: {
      readonly client: { readonly clientId: string };
      readonly session: { readonly accountId: string };
      readonly provider: Provider;
    };
    body: string;
    type: string;
  }
  interface Account {
    readonly accountId: string;
    claims(): Readonly<Record<string, unknown>>;
  }
  interface Configuration {
    readonly clients: readonly Readonly<Record<string, unknown>>[];
    readonly jwks: { readonly keys: readonly object[] };
    readonly scopes: readonly string[];
    readonly claims: Readonly<Record<string, readonly string[] | null>>;
    readonly conformIdTokenClaims: boolean;
    readonly pkce: { required(): boolean };
    readonly cookies: { readonly keys: readonly string[] };
    readonly ttl: Readonly<Record<string, number>>;
    readonly features: Readonly<Record<string, { readonly enabled: boolean }>>;
    readonly interactions: { url(context: Context, interaction: { readonly uid: string }): string };
    readonly findAccount: (context: Context, id: string) => Account | undefined;
    readonly loadExistingGrant: (context: Context) => Promise<Grant>;
    readonly renderError: (context: Context) => void;
    readonly clientBasedCORS: () => boolean;
  }
  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Grant: new (of: {
      readonly clientId: string;
      readonly accountId: string;
    }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    /** Throws where the browser has no such interaction. */
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<{ readonly uid: string }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: {
        readonly login: { readonly accountId: string; readonly amr: readonly string[]; readonly remember: boolean };
      },
      options: { readonly mergeWithLastSubmission: boolean },
    ): Promise<void>;
  }
}
