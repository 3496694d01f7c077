import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { packingFor, packReplies } from '../../bot/api/packing.ts';

describe('how a body is packed', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.5, br;q=0.1', 'gzip'],
    ['x-gzip, brx', null],
    ['identity', null],
    ['', null],
  ])('follows what the caller takes: “%s”', (accepted, packing) =>
    expect(packingFor({ 'accept-encoding': accepted })).toBe(packing),
  );

  it('is nothing to whoever says nothing', () => expect(packingFor({})).toBeNull());
});

describe('what the API says', () => {
  const long = { text: 'Blæsevejr på Ø-vej. '.repeat(200) };
  const app = Fastify();
  packReplies(app);
  app.get('/long', (_request, reply) => reply.header('vary', 'Authorization').send(long));
  app.get('/short', () => ({ text: 'kort' }));
  app.get('/bytes', (_request, reply) => reply.type('image/png').send(Buffer.alloc(9_000)));
  app.get('/packed', (_request, reply) =>
    reply.header('content-encoding', 'gzip').send('x'.repeat(9_000)),
  );
  const ask = (url: string, accepted?: string) =>
    app.inject({ url, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const)('goes packed to whoever takes %s', async (accepted, packing, unpack) => {
    const { headers, rawPayload } = await ask('/long', accepted);
    expect(headers).toMatchObject({
      'content-encoding': packing,
      'content-length': String(rawPayload.length),
      vary: 'Authorization, Accept-Encoding',
    });
    expect(rawPayload.length).toBeLessThan(200);
    expect(JSON.parse(unpack(rawPayload).toString('utf8'))).toEqual(long);
  });

  it('goes as it is to others, and caches know that it may be otherwise', async () => {
    const { headers, body } = await ask('/long');
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['vary']).toBe('Authorization, Accept-Encoding');
    expect(JSON.parse(body)).toEqual(long);
  });

  it.each(['/short', '/bytes'])('is left alone where packing would not help: %s', async (url) => {
    expect((await ask(url, 'br')).headers['content-encoding']).toBeUndefined();
  });

  it('is packed once', async () => {
    const { headers, body } = await ask('/packed', 'br');
    expect(headers['content-encoding']).toBe('gzip');
    expect(body).toBe('x'.repeat(9_000));
  });
});
