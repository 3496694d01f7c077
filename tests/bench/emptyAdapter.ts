import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';

/* Imports nothing of ours: it is also what a process of its own starts with. */

type Asked = {
  readonly botId: string;
  readonly issuer: string;
  readonly url: string;
  readonly openIdUrl: string;
};

/** The adapter as it comes: the SDK's own verification, and a logic that only says 200. */
export const emptyAdapter = ({
  botId,
  issuer,
  url,
  openIdUrl,
}: Asked): ((authorization: string, raw: string) => Promise<void>) => {
  const credentials = {
    isValidAppId: async (id: string) => id === botId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({ signRequest: async (request: unknown) => request }),
  } as unknown as ServiceClientCredentialsFactory;
  const settings = {
    MicrosoftAppId: botId,
    ToChannelFromBotLoginUrl: url,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: url,
    ToBotFromChannelOpenIdMetadataUrl: openIdUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdUrl,
    CallerId: '',
    ValidateAuthority: 'true',
  };
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(settings, credentials),
  );
  return async (authorization, raw) => {
    let status = 0;
    const response = {
      socket: null,
      header: () => undefined,
      end: () => undefined,
      send: () => undefined,
      status: (code: number) => {
        status = code;
      },
    };
    const request = { method: 'POST', headers: { authorization }, body: JSON.parse(raw) };
    await adapter.process(request as never, response, async (turn) => {
      await turn.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200 } });
    });
    if (status !== 200) throw new Error(`The empty adapter said ${status}`);
  };
};
