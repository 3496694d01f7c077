import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { Activity, TurnContext } from 'botbuilder';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { MsalServiceClientCredentialsFactory } from 'botframework-connector';

/** What the bot answers an invoke with: HTTP's status and the body within. */
export type InvokeAnswer = (activity: Activity) => {
  readonly status: number;
  readonly body?: unknown;
};

export interface TestBot {
  readonly url: string;
  readonly heard: Activity[];
  /** What a browser finds here, by path. */
  readonly pages: Map<string, { readonly type: string; readonly content: string | Buffer }>;
  readonly adapter: CloudAdapter;
  onInvoke: InvokeAnswer;
  onMessage: (context: TurnContext) => Promise<void>;
  configure(config: Config): void;
  close(): Promise<void>;
}

type Config = Readonly<Record<string, string>>;

/** A bot by Microsoft's own library, with its real checks, set up by configuration alone. */
export async function startTestBot(): Promise<TestBot> {
  const heard: Activity[] = [];
  const pages: TestBot['pages'] = new Map();
  let adapter: CloudAdapter | undefined;
  const server = createServer((req, res) => {
    receive(req, res).catch((cause: unknown) => {
      res.writeHead(500).end(String(cause));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));

  const bot = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    pages,
    get adapter(): CloudAdapter {
      if (adapter === undefined) throw new Error('The bot has no configuration yet');
      return adapter;
    },
    onInvoke: (() => ({ status: 501 })) as InvokeAnswer,
    onMessage: async (_context: TurnContext): Promise<void> => undefined,
    configure(config: Config) {
      adapter = adapterFor(config);
    },
    close: () => closeServer(server),
  };

  async function receive(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const page = pages.get(req.url ?? '');
    if (req.method === 'GET' && page !== undefined) {
      res.writeHead(200, { 'content-type': page.type }).end(page.content);
      return;
    }
    const body = await textOf(req);
    const request = {
      method: req.method ?? '',
      headers: { ...req.headers, authorization: req.headers.authorization },
      body: JSON.parse(body) as Record<string, unknown>,
    };
    await bot.adapter.process(request, responseFor(res), async (context) => {
      heard.push(context.activity);
      if (context.activity.type === 'message') await bot.onMessage(context);
      if (context.activity.type !== 'invoke') return;
      await context.sendActivity({
        type: 'invokeResponse',
        value: bot.onInvoke(context.activity),
      });
    });
  }
  return bot;
}

function adapterFor(config: Config): CloudAdapter {
  const authority = `https://login.microsoftonline.com/${config['TENANT_ID']}`;
  const tokenEndpoint = `${config['BOT_AUTHORITY_URL']}/${config['TENANT_ID']}/oauth2/v2.0/token`;
  const client = new ConfidentialClientApplication({
    auth: {
      clientId: config['BOT_ID'] ?? '',
      clientSecret: config['CLIENT_SECRET'] ?? '',
      authority,
      authorityMetadata: JSON.stringify({
        authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
        token_endpoint: tokenEndpoint,
        issuer: `${authority}/v2.0`,
        jwks_uri: `${authority}/discovery/v2.0/keys`,
      }),
    },
  });
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: config['BOT_ID'] ?? '',
      MicrosoftAppTenantId: config['TENANT_ID'] ?? '',
      MicrosoftAppType: 'SingleTenant',
      ToChannelFromBotLoginUrl: authority,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: config['BOT_ISSUER'] ?? '',
      OAuthUrl: `${config['AUTHORITY_URL']}/oauth`,
      ToBotFromChannelOpenIdMetadataUrl: config['BOT_OPENID_URL'] ?? '',
      ToBotFromEmulatorOpenIdMetadataUrl: config['BOT_OPENID_URL'] ?? '',
      ValidateAuthority: 'true',
      CallerId: '',
    },
    new MsalServiceClientCredentialsFactory(config['BOT_ID'] ?? '', client as never),
  );
  const adapter = new CloudAdapter(authentication);
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  return adapter;
}

function responseFor(res: ServerResponse) {
  const response = {
    socket: undefined,
    status(code: number) {
      res.statusCode = code;
      return response;
    },
    header(name: string, value: unknown) {
      res.setHeader(name, String(value));
      return response;
    },
    send(body: unknown) {
      res.end(typeof body === 'string' ? body : JSON.stringify(body));
      return response;
    },
    end() {
      res.end();
      return response;
    },
  };
  return response;
}

async function textOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of req) text += String(part);
  return text;
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
