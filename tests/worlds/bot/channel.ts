import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { PortfolioAdapter } from '../../../bot/channel/adapter.ts';
import { ChannelKeys } from '../../../bot/channel/channelKeys.ts';
import type { EndpointParts, Turn } from '../../../bot/channel/messagesEndpoint.ts';

export const botId = '6f1d2b60-8a43-4c1e-9d57-2e0b7c94a1f3';
export const tenantId = '3c9e5f10-7d24-4b86-a1f8-0e2d6b9c4a75';
export const issuer = 'https://api.botframework.com';
export const kid = 'channel-key-1';

export type KeyPair = { readonly privateKey: CryptoKey; readonly jwk: JWK };

export const newKeyPair = async (): Promise<KeyPair> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { privateKey, jwk: await exportJWK(publicKey) };
};

/** The channel's side: its keys over HTTP, its tokens, and how often it was asked. */
export type Channel = {
  readonly url: string;
  readonly serviceUrl: string;
  readonly host: string;
  readonly openIdUrl: string;
  readonly key: KeyPair;
  /** Every call that reached this host, as method and path. */
  readonly calls: string[];
  keys: JWK[];
  down: boolean;
  readonly close: () => Promise<void>;
};

export const openChannel = async (): Promise<Channel> => {
  const key = await newKeyPair();
  const calls: string[] = [];
  let base = '';
  const server: Server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    if (channel.down) return void request.socket.destroy();
    const body = request.url?.endsWith('/keys')
      ? { keys: channel.keys }
      : request.url?.startsWith('/connector')
        ? { id: '1' }
        : { issuer, jwks_uri: `${base}/keys` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
  const channel: Channel = {
    url: base,
    serviceUrl: `${base}/connector/`,
    host: `127.0.0.1:${port}`,
    openIdUrl: `${base}/openid`,
    key,
    calls,
    keys: [{ ...key.jwk, kid, use: 'sig', endorsements: ['msteams'] } as JWK],
    down: false,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return channel;
};

type Claims = Readonly<Record<string, unknown>>;

export const claimsOf = (channel: Channel, extra: Claims = {}): Record<string, unknown> => {
  const now = Math.floor(Date.now() / 1_000);
  return {
    iss: issuer,
    aud: botId,
    iat: now,
    nbf: now,
    exp: now + 3_600,
    serviceurl: channel.serviceUrl,
    ...extra,
  };
};

export const tokenOf = (
  channel: Channel,
  extra: Claims = {},
  header: Record<string, unknown> = {},
  privateKey: CryptoKey = channel.key.privateKey,
): Promise<string> =>
  new SignJWT(claimsOf(channel, extra))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header })
    .sign(privateKey);

export const personId = '3c8e2074-1f5d-4ba9-97c3-e406f81a2d03';
export const conversationId = 'a:1personal';

export const activityOf = (channel: Channel, extra: Claims = {}): Record<string, unknown> => ({
  type: 'message',
  id: 'f:1',
  channelId: 'msteams',
  serviceUrl: channel.serviceUrl,
  from: { id: '29:1person', aadObjectId: personId, name: 'Chef, Omsorg' },
  recipient: { id: `28:${botId}`, name: 'DigiTek' },
  conversation: { id: conversationId, tenantId, conversationType: 'personal' },
  channelData: { tenant: { id: tenantId } },
  text: 'hjælp',
  ...extra,
});

export const endpointOf = (channel: Channel, turn: Turn): EndpointParts => {
  const settings = { botId, issuer, tenantId, serviceHosts: [channel.host] };
  return {
    adapter: new PortfolioAdapter({
      ...settings,
      openIdUrl: channel.openIdUrl,
      loginUrl: `${channel.url}/${tenantId}`,
      token: async () => 'connector-token',
    }),
    keys: new ChannelKeys(channel.openIdUrl),
    settings,
    turn,
  };
};
