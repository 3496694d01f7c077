import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GraphMailboxes } from '#shared/graph/mailboxes.ts';
import { instantIn } from '#shared/graph/zonedTime.ts';
import { setReplies } from '../../infra/tenant/graph/people/mailboxes.ts';
import { people } from '../../infra/tenant/people.ts';
import { fakeGraph, type Said } from '../worlds/graph/fakeGraph.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';

let site: GraphSite;
beforeAll(async () => {
  site = await startSite({ lists: false });
});
afterEach(() => site.trouble());
afterAll(() => site.close());

const chef = people[0]?.id ?? '';
const without = people.find(({ hasMailbox }) => hasMailbox === false)?.id ?? '';

const sets = (setting: Record<string, unknown>): void => {
  setReplies(site.tenant.parts, chef, setting);
};
const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
const read = async (...ids: readonly string[]) => [
  ...(await site.connect().mailboxes.read(ids)).values(),
];

describe('automatic replies in the local tenant', () => {
  it('are off, on, or for a time', async () => {
    expect(await read(chef)).toEqual([{ type: 'off' }]);
    sets({ status: 'alwaysEnabled', internalReplyMessage: 'Jeg er væk' });
    expect(await read(chef)).toEqual([{ type: 'on' }]);
    sets({
      status: 'scheduled',
      scheduledStartDateTime: utc('2026-12-01T07:00:00'),
      scheduledEndDateTime: utc('2026-12-04T15:00:00.0000000'),
    });
    expect(await read(chef)).toEqual([
      { type: 'scheduled', start: '2026-12-01T07:00:00Z', end: '2026-12-04T15:00:00Z' },
    ]);
  });

  it('are nobody’s where there is no mailbox, or nobody', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await read(without, nobody, chef)).toMatchObject([
      ...[{ type: 'noMailbox' }, { type: 'noMailbox' }, { type: 'scheduled' }],
    ]);
  });

  it('may not be read by an app without leave: the whole answer is that', async () => {
    site.trouble({ fault: '403', path: 'automaticRepliesSetting', times: 2 });
    expect(await read(chef, without)).toEqual([{ type: 'denied' }, { type: 'denied' }]);
  });
});

type Part = { readonly id: string; readonly url: string };

/** A service that answers each part of a batch by its own word. */
const service = (answer: (url: string) => Said) =>
  fakeGraph(({ body }) => {
    const { requests } = body as { readonly requests: readonly Part[] };
    const responses = requests.map(({ id, url }) => ({ id, ...(answer(url) as object) }));
    return { status: 200, body: { responses } };
  });

const body = (zone: string, start = '2026-07-01T08:00:00.0000000') => ({
  status: 'scheduled',
  scheduledStartDateTime: { dateTime: start, timeZone: zone },
  scheduledEndDateTime: { dateTime: '2026-07-10T16:00:00.0000000', timeZone: zone },
});

describe('what another service may answer', () => {
  it('429 leaves the lists alone, is not asked again, and says for how long', async () => {
    const graph = await service(() => ({
      status: 429,
      headers: { 'Retry-After': '120' },
      body: { error: { code: 'ApplicationThrottled', message: 'Application is over its limit.' } },
    }));
    const { client, limiter } = graph.client();
    const [one] = [...(await new GraphMailboxes(client).read(['a', 'b'])).values()];
    expect(one).toEqual({ type: 'failed', problem: '429 ApplicationThrottled', waitMs: 120_000 });
    expect(graph.told).toHaveLength(1);
    const entered = limiter.enter({ units: 1, priority: 'read', patienceMs: 50 });
    await expect(entered).resolves.toBeUndefined();
    await graph.close();
  });

  it('counts: 45 people are three calls', async () => {
    const graph = await service(() => ({ status: 200, body: { status: 'disabled' } }));
    const ids = Array.from({ length: 45 }, (_, at) => `p${at}`);
    await new GraphMailboxes(graph.client().client).read(ids);
    expect(
      graph.told.map(({ body: sent }) => (sent as { requests: Part[] }).requests.length),
    ).toEqual([...[20, 20, 5]]);
    await graph.close();
  });

  it('a status or a zone that nobody knows is none that we can read', async () => {
    const graph = await service((url) => ({
      status: 200,
      body: url.includes('zone') ? body('Mars Standard Time') : { status: 'soon' },
    }));
    const read = await new GraphMailboxes(graph.client().client).read(['zone', 'status']);
    expect([...read.values()]).toEqual([
      { type: 'failed', problem: 'time', waitMs: 0 },
      { type: 'failed', problem: 'status', waitMs: 0 },
    ]);
    await graph.close();
  });
});

describe('a time in a zone', () => {
  it.each([
    ['UTC', '2026-07-01T08:00:00.0000000', '2026-07-01T08:00:00Z'],
    ['tzone://Microsoft/Utc', '2026-07-01T08:00:00', '2026-07-01T08:00:00Z'],
    ['Romance Standard Time', '2026-07-01T08:00:00', '2026-07-01T06:00:00Z'],
    ['Romance Standard Time', '2026-12-01T08:00:00', '2026-12-01T07:00:00Z'],
    ['Europe/Copenhagen', '2026-12-01T00:00:00', '2026-11-30T23:00:00Z'],
    ['W. Europe Standard Time', '2026-12-01T08:00:00', '2026-12-01T07:00:00Z'],
    ['GMT Standard Time', '2026-12-01T08:00:00', '2026-12-01T08:00:00Z'],
    ['America/New_York', '2026-12-01T08:00:00', '2026-12-01T13:00:00Z'],
    ['Europe/Copenhagen', '2026-10-25T00:30:00', '2026-10-24T22:30:00Z'],
    ['Europe/Copenhagen', '2026-10-25T04:00:00', '2026-10-25T03:00:00Z'],
    ['Europe/Copenhagen', '2027-03-28T04:00:00', '2027-03-28T02:00:00Z'],
    ['Mars Standard Time', '2026-12-01T08:00:00', undefined],
    ['UTC', '2026-13-41T08:00:00', undefined],
    ['UTC', 'tomorrow', undefined],
  ])('%s %s', (timeZone, dateTime, expected) => {
    expect(instantIn({ timeZone, dateTime })).toBe(expected);
  });

  it('is none when there is none', () => {
    expect([instantIn(null), instantIn({}), instantIn('2026-12-01')]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });
});
