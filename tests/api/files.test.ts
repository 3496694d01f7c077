import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { largestFile } from '#shared/domain/files/file.ts';
import { aWorld } from '../builders/portfolio.ts';
import { type ApiWorld, anApiWorld, goodClaims, idOf, sign } from '../worlds/api/apiWorld.ts';

const worlds: ApiWorld[] = [];
afterAll(() => Promise.all(worlds.map((world) => world.app.close())));

let world: ApiWorld;
let base: string;
beforeEach(async () => {
  world = anApiWorld();
  worlds.push(world);
  aWorld(world.deps, 'gate2', { id: 'p9', ownerId: idOf('owner'), leadId: idOf('lead') });
  await world.app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(world.app.server.address() as AddressInfo).port}`;
});

const pathOf = (name: string, code = 'draftContract', project = 'p9'): string =>
  `/api/projects/${project}/steps/${code}/files?${new URLSearchParams({ name })}`;

type Answer = { readonly status: number; readonly code: string; readonly sentence: string };

const send = async (
  name: string,
  body: Uint8Array,
  { as = 'lead', path = pathOf(name), type = 'application/octet-stream' } = {},
): Promise<Answer & { readonly reply: Record<string, unknown> }> => {
  const response = await fetch(`${base}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await sign(goodClaims(as))}`, 'content-type': type },
    body: new Uint8Array(body),
  });
  const reply = (await response.json()) as Record<string, unknown>;
  const { code = '', message = '' } = (reply['error'] ?? {}) as Record<string, string>;
  return { status: response.status, code, sentence: message, reply };
};

const pdf = (length: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7')], length);
const held = () => [...world.deps.files.held.entries()];

describe('sending a document to a step', () => {
  it('answers with the project as it then is, whatever the browser calls its kind', async () => {
    for (const type of ['application/pdf', 'application/json', 'text/html', 'x/y'])
      expect((await send(`${type.replace('/', '-')}.pdf`, pdf(300_000), { type })).status).toBe(
        201,
      );
    const { reply } = await send('Aftale.pdf', pdf(9));
    const steps = reply['steps'] as { code: string; files: { name: string; size: number }[] }[];
    const { files = [] } = steps.find(({ code }) => code === 'draftContract') ?? {};
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ...[
        ['application-pdf.pdf', 300_000],
        ['application-json.pdf', 300_000],
      ],
      ...[
        ['text-html.pdf', 300_000],
        ['x-y.pdf', 300_000],
        ['Aftale.pdf', 9],
      ],
    ]);
  });

  it.each([
    ['', 422, 'nameMissing'],
    ['../../etc/passwd.pdf', 422, 'nameSigns'],
    ['aftale.exe', 415, 'wrongType'],
    ['aftale.docx', 415, 'notThatType'],
    ['CON.pdf', 422, 'nameReserved'],
  ])('refuses %j with %i and says why', async (name, status, code) => {
    const answer = await send(name, pdf(200_000));
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(answer.sentence).toMatch(/^[A-ZÆØÅ].*\.$/);
    expect(held()).toEqual([]);
  });

  it('refuses an empty one, one that is too large, and says the limit', async () => {
    expect(await send('a.pdf', new Uint8Array())).toMatchObject({ status: 400, code: 'empty' });
    const large = await send('a.pdf', pdf(largestFile + 1));
    expect(large).toMatchObject({ status: 413, code: 'tooLarge' });
    expect(large.sentence).toContain('60,1\u00a0MB. Der er plads til 60\u00a0MB');
    expect(held()).toEqual([]);
  });

  it('refuses whoever may not edit, a step and a project that are not there, before it is read', async () => {
    const body = pdf(4_000_000);
    expect((await send('a.pdf', body, { as: 'chef-sundhed' })).status).toBe(403);
    expect((await send('a.pdf', body, { path: pathOf('a.pdf', 'nonsense') })).status).toBe(404);
    expect((await send('a.pdf', body, { path: pathOf('a.pdf', 'schedule', 'p0') })).status).toBe(
      404,
    );
    const twice = `${pathOf('a.pdf')}&name=b.pdf`;
    expect((await send('a.pdf', body, { path: twice })).code).toBe('nameMissing');
    const unsigned = await fetch(`${base}${pathOf('a.pdf')}`, { method: 'POST', body: 'x' });
    expect(unsigned.status).toBe(401);
    expect(held()).toEqual([]);
  });

  /** A request that is written by hand, as a browser on a bad line does. */
  const byHand = async (headers: Record<string, string>) => {
    const token = await sign(goodClaims('lead'));
    return request(`${base}${pathOf('a.pdf')}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/pdf', ...headers },
    });
  };

  it('takes nothing of one that breaks off', async () => {
    const sending = await byHand({ 'content-length': '5000000' });
    const ended = new Promise((resolve) => sending.on('error', resolve));
    await new Promise((resolve) => sending.write(pdf(100_000), resolve));
    await expect
      .poll(() => world.deps.stores.steps.get('p9:draftContract')?.value.files.length)
      .toBe(1);
    sending.destroy();
    await ended;
    await expect
      .poll(() => world.deps.stores.steps.get('p9:draftContract')?.value.files)
      .toEqual([]);
    expect(held()).toEqual([]);
  });

  it('wants to know the length before it begins', async () => {
    const sending = await byHand({ 'transfer-encoding': 'chunked' });
    const status = new Promise((resolve) =>
      sending.on('response', (answer) => resolve(answer.resume().statusCode)),
    );
    sending.end(pdf(1_000));
    expect(await status).toBe(411);
  });

  it('reads no faster than it is stored', async () => {
    const { files } = world.deps;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let read = 0;
    files.put = async (_place, file) => {
      for await (const part of file.parts) {
        read += part.length;
        if (read > 1_000_000) await held;
      }
      return { type: 'stored', link: 'https://viborg.example/a.pdf' };
    };
    const sent = send('a.pdf', pdf(50_000_000));
    await expect.poll(() => read).toBeGreaterThan(1_000_000);
    const before = read;
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBe(before);
    release();
    expect((await sent).status).toBe(201);
    expect(read).toBe(50_000_000);
  });
});

describe('taking a document off its step', () => {
  const takeOff = async (name: unknown, as = 'lead', code = 'draftContract') => {
    const response = await fetch(`${base}/api/projects/p9/steps/${code}/removals`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await sign(goodClaims(as))}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ name }),
    });
    const reply = (await response.json()) as Record<string, unknown>;
    const { message = '' } = (reply['error'] ?? {}) as Record<string, string>;
    return { status: response.status, sentence: message, reply };
  };

  it('answers with the project as it then is, also to a second press', async () => {
    await send('Aftale.pdf', pdf(900));
    for (const press of [1, 2]) {
      const { status, reply } = await takeOff('Aftale.pdf');
      expect([press, status]).toEqual([press, 200]);
      const steps = reply['steps'] as { files: { removed?: unknown }[] }[];
      expect(steps.flatMap(({ files }) => files).every(({ removed }) => removed)).toBe(true);
    }
    expect(held()).toEqual([]);
  });

  it.each(['busy', 'kept'] as const)('says it kindly where SharePoint says %s', async (why) => {
    await send('Aftale.pdf', pdf(900));
    world.deps.files.unremovable.set('p9/draftContract/Aftale.pdf', why);
    const { status, sentence } = await takeOff('Aftale.pdf');
    expect(status).toBe(why === 'busy' ? 423 : 409);
    expect(sentence).toMatch(/^(Nogen|SharePoint) .*\.$/);
  });

  it('refuses whoever may not, and what is not there or no name', async () => {
    await send('Aftale.pdf', pdf(900));
    expect((await takeOff('Aftale.pdf', 'chef-sundhed')).status).toBe(403);
    expect((await takeOff('Andet.pdf')).status).toBe(404);
    expect((await takeOff('Aftale.pdf', 'lead', 'nonsense')).status).toBe(404);
    for (const name of ['', 7, null]) expect((await takeOff(name)).status).toBe(400);
    expect(held()).toHaveLength(1);
  });
});
