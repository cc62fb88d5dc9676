import { Aws, Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import { DESK_PATHS, deskPage } from "../../functions/contract/desk-paths.ts";
import { COGNITO_RULES } from "../../functions/contract/staff-config.ts";
import type { Stage } from "../stage.ts";
import { keepsItsName } from "./logical-id.ts";

/** Names of the pool's own attributes, without the prefix that they carry in a token. */
const attributeOf = (claim: string): string => claim.replace("custom:", "");
const EMPLOYEE_ID = attributeOf(COGNITO_RULES.claims.employeeId);
const UNIT = attributeOf(COGNITO_RULES.claims.unit);

/**
 * Who says who the people of the desk are: the company's own OpenID provider, or a user pool made here. Regard is a
 * public client in both, by the code flow with PKCE, so that there is no secret to keep and none to lose.
 */
export class StaffSignIn extends Construct {
  readonly issuer: string;
  readonly clientId: string;
  /** Where people are put in; none where the company has its own provider. */
  readonly poolId?: string;

  constructor(scope: Construct, id: string, { config, name, origin }: Stage) {
    super(scope, id);
    if (config.staff.signIn === "oidc") {
      this.issuer = config.staff.issuer;
      this.clientId = config.staff.clientId;
      return;
    }
    const pool = this.#pool(config.brand.name);
    const client = this.#client(pool, origin);
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
    this.poolId = pool.userPoolId;

    for (const [role, groupName] of Object.entries(COGNITO_RULES.groups)) {
      const group = new CfnUserPoolGroup(this, `${role}Group`, {
        userPoolId: pool.userPoolId,
        groupName,
        description: `Has the role ${role} at the desk`,
      });
      group.overrideLogicalId(`StaffGroup${role}`);
      // A new group of the same name would be empty.
      group.applyRemovalPolicy(RemovalPolicy.RETAIN);
    }
    const domain = pool.addDomain("Domain", {
      // One name in the whole region, so the account's number makes it ours.
      cognitoDomain: { domainPrefix: `regard-${name}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    keepsItsName(domain, "StaffDomain");
    // Without a style of its own, even the default one, the sign-in page does not open (Cognito Developer Guide).
    new CfnManagedLoginBranding(this, "SignInPage", {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }

  /** Nobody gets in but whom the company put in, nobody without an authenticator app, and the pool outlives the stack. */
  #pool(company: string): UserPool {
    const pool = new UserPool(this, "Pool", {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      standardAttributes: { email: { required: true, mutable: true }, fullname: { required: true, mutable: true } },
      customAttributes: {
        [EMPLOYEE_ID]: new StringAttribute({ minLen: 1, maxLen: 200, mutable: true }),
        [UNIT]: new StringAttribute({ minLen: 1, maxLen: 120, mutable: true }),
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      // A mailbox alone gives nobody a new password: whoever runs the pool does.
      accountRecovery: AccountRecovery.NONE,
      userInvitation: {
        emailSubject: `Your access to the data protection desk of ${company}`,
        emailBody: `Your user name is {username} and your temporary password is {####}. You set up an authenticator app at the first sign-in.`,
      },
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    keepsItsName(pool, "StaffPool");
    Validations.of(pool).acknowledge({
      id: "AwsSolutions-COG8",
      reason:
        "A handful of people whom the company put in, each with an authenticator app. Threat protection looks for stolen passwords among strangers and costs by the user; a company that wants it can switch the plan.",
    });
    return pool;
  }

  #client(pool: UserPool, origin: string): UserPoolClient {
    const client = pool.addClient("Client", {
      generateSecret: false,
      // The code flow on the pool's page and nothing else: no sign-in by API.
      authFlows: { userSrp: false },
      oAuth: {
        flows: { authorizationCodeGrant: true, implicitCodeGrant: false, clientCredentials: false },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${origin}${DESK_PATHS.finishSignIn.path}`],
        logoutUrls: [`${origin}${deskPage("en")}`],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // Used within a second and then thrown away.
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ email: true, fullname: true })
        .withCustomAttributes(COGNITO_RULES.claims.employeeId, COGNITO_RULES.claims.unit),
      // Not the employee's number and not the unit: on these hangs who may decide about whom.
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
    });
    keepsItsName(client, "StaffClient");
    return client;
  }
}
