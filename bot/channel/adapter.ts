import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { Fault } from '#shared/useCases/ports.ts';
import { isServiceUrl } from './serviceUrls.ts';

export const connectorAudience = 'https://api.botframework.com';

export type AdapterSettings = {
  readonly botId: string;
  readonly issuer: string;
  readonly openIdUrl: string;
  /** The login address of the tenant, for clouds that are not the public one. */
  readonly loginUrl: string;
  readonly serviceHosts: readonly string[];
  /** A token for the Connector; cached by whoever gives it. */
  readonly token: () => Promise<string>;
};

type Signable = { readonly headers: { set(name: string, value: string): void } };

/** The SDK's way of asking for credentials, answered with our one source of tokens. */
const credentialsFactory = (settings: AdapterSettings): ServiceClientCredentialsFactory => {
  const credentials = {
    signRequest: async <T>(request: T & Signable): Promise<T> => {
      request.headers.set('authorization', `Bearer ${await settings.token()}`);
      return request;
    },
  };
  const factory = {
    isValidAppId: async (appId: string): Promise<boolean> => appId === settings.botId,
    isAuthenticationDisabled: async (): Promise<boolean> => false,
    createCredentials: async (): Promise<unknown> => credentials,
  };
  return factory as unknown as ServiceClientCredentialsFactory;
};

/** Naming one of these switches the SDK's defaults of all of them off, so all are named. */
const sdkSettings = (settings: AdapterSettings): Record<string, string> => ({
  MicrosoftAppId: settings.botId,
  ToChannelFromBotLoginUrl: settings.loginUrl,
  ToChannelFromBotOAuthScope: connectorAudience,
  ToBotFromChannelTokenIssuer: settings.issuer,
  OAuthUrl: connectorAudience,
  ToBotFromChannelOpenIdMetadataUrl: settings.openIdUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: settings.openIdUrl,
  CallerId: 'urn:botframework:azure',
  ValidateAuthority: 'true',
});

type Pipelined = {
  readonly client: { readonly pipeline: { removePolicy(options: { name: string }): unknown } };
};

/**
 * The SDK sends again by itself after 429 and 5xx, which doubles a message that was stored before
 * the answer got lost, and it follows redirects off the allow-list. The outbox does the first
 * properly; the second is never wanted.
 */
const withoutRetry = (client: ConnectorClient): ConnectorClient => {
  const { pipeline } = (client as unknown as Pipelined).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  return client;
};

/** Connector clients hold no state of a turn, so one per address is made and kept. */
class Connectors extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #hosts: readonly string[];
  readonly #clients = new Map<string, Promise<ConnectorClient>>();

  constructor(inner: ConnectorFactory, hosts: readonly string[]) {
    super();
    this.#inner = inner;
    this.#hosts = hosts;
  }

  override create(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.#clients.get(serviceUrl);
    if (known) return known;
    if (!isServiceUrl(serviceUrl, this.#hosts))
      return Promise.reject(new Fault('connector.unreachable', { why: 'serviceUrl' }));
    const made = this.#inner.create(serviceUrl, connectorAudience).then(withoutRetry);
    if (this.#clients.size > 100) this.#clients.clear();
    this.#clients.set(serviceUrl, made);
    return made;
  }
}

const identityOf = (botId: string): ClaimsIdentity =>
  new ClaimsIdentity(
    [
      { type: AuthenticationConstants.AudienceClaim, value: botId },
      { type: AuthenticationConstants.AppIdClaim, value: botId },
    ],
    true,
  );

/** The SDK's authentication, with what it makes for each turn made once. */
class Authentication extends BotFrameworkAuthentication {
  readonly #inner: ConfigurationBotFrameworkAuthentication;
  readonly #settings: AdapterSettings;
  readonly #connectors: Connectors;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor(settings: AdapterSettings) {
    super();
    this.#settings = settings;
    this.#inner = new ConfigurationBotFrameworkAuthentication(
      sdkSettings(settings),
      credentialsFactory(settings),
    );
    const factory = this.#inner.createConnectorFactory(identityOf(settings.botId));
    this.#connectors = new Connectors(factory, settings.serviceHosts);
  }

  override authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    return this.#inner.authenticateRequest(activity, authorization);
  }

  override authenticateStreamingRequest(
    authorization: string,
    channelId: string,
  ): Promise<AuthenticateRequestResult> {
    return this.#inner.authenticateStreamingRequest(authorization, channelId);
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.#connectors;
  }

  override createUserTokenClient(): Promise<UserTokenClient> {
    this.#userTokens ??= this.#inner.createUserTokenClient(identityOf(this.#settings.botId));
    return this.#userTokens;
  }

  /** What a verified activity brings into its turn. */
  verified(): AuthenticateRequestResult {
    return {
      audience: connectorAudience,
      callerId: 'urn:botframework:azure',
      claimsIdentity: identityOf(this.#settings.botId),
      connectorFactory: this.#connectors,
    };
  }
}

/** The CloudAdapter behind our own door: what comes in here has been verified already, once. */
export class PortfolioAdapter extends CloudAdapter {
  readonly #authentication: Authentication;

  constructor(settings: AdapterSettings) {
    const authentication = new Authentication(settings);
    super(authentication);
    this.#authentication = authentication;
  }

  /** Runs a turn for an activity whose token, tenant and sender are known to be good. */
  receive(
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(this.#authentication.verified(), activity, turn);
  }

  /** The Connector behind an address of the allow-list; rejects for any other. */
  connector(serviceUrl: string): Promise<ConnectorClient> {
    return this.#authentication.createConnectorFactory().create(serviceUrl);
  }
}
