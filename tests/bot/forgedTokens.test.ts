import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { base64url, exportSPKI, importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChannelKeys } from '../../bot/channel/channelKeys.ts';
import { type EndpointParts, receive } from '../../bot/channel/messagesEndpoint.ts';
import {
  activityOf,
  botId,
  type Channel,
  claimsOf,
  endpointOf,
  issuer,
  type KeyPair,
  kid,
  newKeyPair,
  openChannel,
  tokenOf,
} from '../worlds/bot/channel.ts';

let channel: Channel;
let other: KeyPair;
let parts: EndpointParts;
let turns = 0;
const logged: string[] = [];

beforeAll(async () => {
  channel = await openChannel();
  other = await newKeyPair();
  parts = endpointOf(channel, async () => {
    turns += 1;
    return undefined;
  });
  await parts.keys.warm();
  vi.spyOn(console, 'log').mockImplementation((line) => {
    logged.push(String(line));
  });
});

afterAll(async () => {
  vi.restoreAllMocks();
  await channel.close();
});

beforeEach(() => {
  turns = 0;
  channel.calls.length = 0;
  logged.length = 0;
});

const seconds = (offset: number): number => Math.floor(Date.now() / 1_000) + offset;
const encoded = (value: unknown): string => base64url.encode(JSON.stringify(value));
const send = (authorization: string | undefined, extra: Record<string, unknown> = {}) =>
  receive(parts, authorization, JSON.stringify(activityOf(channel, extra)));

type Form = readonly [string, () => Promise<string | undefined>];

const bearer = async (token: Promise<string> | string): Promise<string> => `Bearer ${await token}`;
const claim = (name: string, value: unknown): Form => [
  `${name} = ${JSON.stringify(value)}`,
  () => bearer(tokenOf(channel, { [name]: value })),
];

const publicPem = async (): Promise<string> => {
  const key = await importJWK({ ...channel.key.jwk, alg: 'RS256' });
  return key instanceof Uint8Array ? '' : exportSPKI(key);
};

const hmacToken = async (secret: string): Promise<string> => {
  const text = `${encoded({ alg: 'HS256', typ: 'JWT', kid })}.${encoded(claimsOf(channel))}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

const unsigned = (header: Record<string, unknown>): string =>
  `${encoded({ typ: 'JWT', kid, ...header })}.${encoded(claimsOf(channel))}.`;

const tampered = async (): Promise<string> => {
  const [head, , signature] = (await tokenOf(channel, { aud: 'somebody-else' })).split('.');
  return `${head}.${encoded(claimsOf(channel))}.${signature}`;
};

const foreign = (header: Record<string, unknown>): Promise<string> =>
  tokenOf(channel, {}, header, other.privateKey);

const forged: readonly Form[] = [
  ['no header', async () => undefined],
  ['an empty header', async () => ''],
  ['no scheme', () => tokenOf(channel)],
  ['another scheme', async () => `Basic ${await tokenOf(channel)}`],
  ['no token', async () => 'Bearer '],
  ['two tokens', async () => `Bearer ${await tokenOf(channel)} ${await tokenOf(channel)}`],
  ['not a token', async () => 'Bearer abc'],
  ['three parts of nothing', async () => 'Bearer a.b.c'],
  ['a header that is no JSON', async () => `Bearer ${base64url.encode('nej')}.e30.e30`],
  ['alg none', async () => `Bearer ${unsigned({ alg: 'none' })}x`],
  ['alg none, no signature', async () => `Bearer ${unsigned({ alg: 'none' })}`],
  ['alg None', async () => `Bearer ${unsigned({ alg: 'None' })}AAAA`],
  ['no alg', async () => `Bearer ${unsigned({})}AAAA`],
  ['HS256 with the public key', async () => bearer(hmacToken(await publicPem()))],
  ['HS256 with the modulus', () => bearer(hmacToken(channel.key.jwk.n ?? ''))],
  [
    'RS512 with the right key',
    async () => {
      const head = encoded({ alg: 'RS512', kid, typ: 'JWT' });
      return `Bearer ${head}.${encoded(claimsOf(channel))}.AAAA`;
    },
  ],
  ['a foreign key under our kid', () => bearer(foreign({}))],
  ['a foreign key under its own kid', () => bearer(foreign({ kid: 'other' }))],
  ['no kid', () => bearer(tokenOf(channel, {}, { kid: undefined }))],
  ['an empty kid', () => bearer(tokenOf(channel, {}, { kid: '' }))],
  ['a kid that is a path', () => bearer(foreign({ kid: '../../etc/passwd' }))],
  ['a kid that is an address', () => bearer(foreign({ kid: 'https://evil.example/key' }))],
  ['its own jwk', () => bearer(foreign({ jwk: other.jwk }))],
  ['jku elsewhere', () => bearer(foreign({ kid: 'other', jku: `${channel.url}/evil` }))],
  ['x5u elsewhere', () => bearer(foreign({ kid: 'other', x5u: `${channel.url}/evil` }))],
  ['x5c of its own', () => bearer(foreign({ x5c: ['MIIB'] }))],
  ['claims changed after signing', () => bearer(tampered())],
  ['a signature cut short', async () => bearer((await tokenOf(channel)).replace(/.{20}$/, ''))],
  ['a crit header', () => bearer(tokenOf(channel, {}, { crit: ['x'], x: 1 }).catch(() => 'a.b.c'))],
  claim('aud', 'somebody-else'),
  claim('aud', botId.toUpperCase()),
  claim('aud', [botId, 'somebody-else']),
  claim('aud', ''),
  claim('aud', undefined),
  claim('iss', 'https://sts.windows.net/3c9e5f10-7d24-4b86-a1f8-0e2d6b9c4a75/'),
  claim('iss', `${issuer}/`),
  claim('iss', 'https://login.microsoftonline.com/botframework.com/v2.0'),
  claim('iss', undefined),
  claim('exp', undefined),
  claim('exp', 'never'),
  ['expired 301 seconds ago', () => bearer(tokenOf(channel, { exp: seconds(-301) }))],
  ['expired long ago', () => bearer(tokenOf(channel, { exp: 1 }))],
  ['not valid for 302 seconds yet', () => bearer(tokenOf(channel, { nbf: seconds(302) }))],
  claim('serviceurl', undefined),
  claim('serviceurl', ''),
  ['a token of 20,000 signs', () => bearer(tokenOf(channel, { filler: 'x'.repeat(20_000) }))],
];

describe('a forged token', () => {
  it('comes in at least 40 forms', () => {
    expect(forged.length).toBeGreaterThanOrEqual(40);
  });

  it.each(forged)('is refused: %s', async (_, authorization) => {
    const reply = await send(await authorization());
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({ error: { code: 'unauthorized', message: expect.any(String) } });
    expect(turns).toBe(0);
    expect(channel.calls).toEqual([]);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('channelRefused');
    expect(logged[0]).not.toMatch(/eyJ[\w-]{10,}/);
  });
});

type Body = Record<string, unknown>;
const otherTenant = 'e2b4d6f8-1a3c-4e5f-9b7d-8c6a4e2f0d13';
const ours = (extra: Body): Body => ({
  id: 'a:1personal',
  conversationType: 'personal',
  tenantId: '3c9e5f10-7d24-4b86-a1f8-0e2d6b9c4a75',
  ...extra,
});

const forbidden: readonly (readonly [string, (of: Channel) => Body])[] = [
  ['an empty serviceUrl', () => ({ serviceUrl: '' })],
  ['no serviceUrl', () => ({ serviceUrl: undefined })],
  ['another serviceUrl than the claim', () => ({ serviceUrl: 'https://smba.trafficmanager.net/' })],
  ['the serviceUrl in capitals', (of) => ({ serviceUrl: of.serviceUrl.toUpperCase() })],
  ['channel emulator', () => ({ channelId: 'emulator' })],
  ['channel AseChannel', () => ({ channelId: 'AseChannel' })],
  ['channel webchat', () => ({ channelId: 'webchat' })],
  ['no channel', () => ({ channelId: undefined })],
  [
    'a foreign tenant of the conversation',
    () => ({ conversation: ours({ tenantId: otherTenant }) }),
  ],
  ['a foreign tenant of the channel', () => ({ channelData: { tenant: { id: otherTenant } } })],
  ['no tenant of the conversation', () => ({ conversation: ours({ tenantId: undefined }) })],
  ['no tenant of the channel', () => ({ channelData: {} })],
  ['no channel data', () => ({ channelData: null })],
  ['no sender', () => ({ from: undefined })],
  ['a sender without an object id', () => ({ from: { id: '29:1person' } })],
  ['a sender whose object id is no GUID', () => ({ from: { aadObjectId: 'admin' } })],
  ['a sender with a list of ids', () => ({ from: { aadObjectId: ['a'] } })],
];

describe('a good token with an activity that is not for us', () => {
  it.each(forbidden)('is refused: %s', async (_, extra) => {
    const reply = await send(await bearer(tokenOf(channel)), extra(channel));
    expect(reply.status).toBe(403);
    expect(turns).toBe(0);
    expect(channel.calls).toEqual([]);
    expect(logged).toHaveLength(1);
  });

  const services = [
    'http://169.254.169.254/',
    'http://[::1]/',
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'http://smba.trafficmanager.net/teams/',
    'file:///etc/passwd',
    'nonsense',
  ];
  it.each(services)('is refused when it is to be answered at %s', async (serviceUrl) => {
    const token = await tokenOf(channel, { serviceurl: serviceUrl });
    const reply = await send(`Bearer ${token}`, { serviceUrl });
    expect(reply.status).toBe(403);
    expect(turns).toBe(0);
    expect(channel.calls).toEqual([]);
    await expect(parts.adapter.connector(serviceUrl)).rejects.toThrow('connector.unreachable');
  });

  it('is refused when the key does not speak for Teams', async () => {
    const key = await newKeyPair();
    channel.keys = [{ ...key.jwk, kid: 'web', endorsements: ['webchat'] } as never];
    const keys = new ChannelKeys(channel.openIdUrl);
    const token = await tokenOf(channel, {}, { kid: 'web' }, key.privateKey);
    const body = JSON.stringify(activityOf(channel));
    const reply = await receive({ ...parts, keys }, `Bearer ${token}`, body);
    expect(reply.status).toBe(403);
    channel.keys = [{ ...channel.key.jwk, kid, endorsements: ['msteams'] } as never];
  });
});

describe('a good token', () => {
  it('is believed', async () => {
    expect((await send(await bearer(tokenOf(channel)))).status).toBe(200);
    expect(turns).toBe(1);
  });

  it('is believed with 299 seconds of skew either way', async () => {
    const early = await send(await bearer(tokenOf(channel, { nbf: seconds(299) })));
    const late = await send(await bearer(tokenOf(channel, { exp: seconds(-297) })));
    expect([early.status, late.status]).toEqual([200, 200]);
  });

  it('still works while the authority is down', async () => {
    channel.down = true;
    expect((await send(await bearer(tokenOf(channel)))).status).toBe(200);
    channel.down = false;
  });

  it('is refused, not broken, when no key was ever to be had', async () => {
    channel.down = true;
    const keys = new ChannelKeys(channel.openIdUrl);
    const body = JSON.stringify(activityOf(channel));
    const reply = await receive({ ...parts, keys }, await bearer(tokenOf(channel)), body);
    expect(reply.status).toBe(401);
    channel.down = false;
  });

  it('is found under a new key within a minute, and forged kids are looked for no oftener', async () => {
    let now = 1_000_000;
    const keys = new ChannelKeys(channel.openIdUrl, fetch, () => now);
    await keys.warm();
    const key = await newKeyPair();
    channel.keys = [{ ...key.jwk, kid: 'new', endorsements: ['msteams'] } as never];
    channel.calls.length = 0;
    for (let tries = 0; tries < 50; tries += 1) expect(await keys.keyOf('new')).toBeUndefined();
    expect(channel.calls).toEqual([]);
    now += 60_000;
    expect(await keys.keyOf('new')).toBeDefined();
    expect(await keys.keyOf(kid)).toBeUndefined();
    expect(channel.calls).toHaveLength(2);
    channel.keys = [{ ...channel.key.jwk, kid, endorsements: ['msteams'] } as never];
  });
});

describe('keys', () => {
  it('are not fetched through a redirect', async () => {
    const server = createServer((_, response) =>
      response.writeHead(302, { location: channel.openIdUrl }).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await new ChannelKeys(`http://127.0.0.1:${port}/openid`).warm()).toBe(false);
    expect(channel.calls).toEqual([]);
    server.close();
  });

  it('leave out what is not RSA', async () => {
    channel.keys = [{ kty: 'oct', k: 'c2VjcmV0', kid } as never];
    const token = await new SignJWT(claimsOf(channel))
      .setProtectedHeader({ alg: 'HS256', kid })
      .sign(new TextEncoder().encode('secret'));
    const keys = new ChannelKeys(channel.openIdUrl);
    const body = JSON.stringify(activityOf(channel));
    expect((await receive({ ...parts, keys }, `Bearer ${token}`, body)).status).toBe(401);
    channel.keys = [{ ...channel.key.jwk, kid, endorsements: ['msteams'] } as never];
  });
});
