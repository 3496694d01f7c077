// @vitest-environment jsdom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import {
  hashOf,
  type LinkedRoute,
  linkNameOf,
  routeOf,
  routeOfLink,
} from '#shared/contract/tabAddress.ts';
import { createApi } from '../../tabs/remote/api.ts';
import { createLive, type Live } from '../../tabs/remote/live.ts';
import { aMeReply } from '../builders/board.ts';

const settle = async (ms: number): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms);
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

type Sent = { readonly token: string | null; readonly etag: string | null };

const serverOf = (answers: (() => Response)[]) => {
  const sent: Sent[] = [];
  const fetcher: typeof fetch = async (_input, init) => {
    const headers = new Headers(init?.headers);
    sent.push({ token: headers.get('authorization'), etag: headers.get('if-none-match') });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  };
  return { sent, fetcher };
};

const found =
  (value: unknown, etag = '"1"') =>
  () =>
    new Response(JSON.stringify(value), { headers: { etag } });
const down = (): Response => {
  throw new TypeError('Failed to fetch');
};

const liveFrom = (fetcher: typeof fetch): Live<MeReply> => {
  const api = createApi(async () => 't', fetcher);
  return createLive((etag) => api.read(at('GET /api/me'), etag));
};

describe('what is looked at again', () => {
  it('asks each second with what it has, and keeps the object when nothing changed', async () => {
    const { sent, fetcher } = serverOf([
      found({ asOf: 'a', n: 1 }),
      () => new Response(null, { status: 304 }),
    ]);
    const live = liveFrom(fetcher);
    const stop = live.subscribe(() => undefined);
    await settle(0);
    const first = live.state();
    await settle(1_000);
    expect(sent.map((one) => one.etag)).toEqual([null, '"1"']);
    expect(live.state()).toBe(first);
    stop();
    await settle(5_000);
    expect(sent).toHaveLength(2);
  });

  it('keeps the last known picture when nothing can be fetched, and says so', async () => {
    const { fetcher } = serverOf([found({ n: 1 }), down]);
    const live = liveFrom(fetcher);
    const stop = live.subscribe(() => undefined);
    await settle(0);
    await settle(1_000);
    expect(live.state()).toMatchObject({ type: 'ready', value: { n: 1 }, trouble: { status: 0 } });
    stop();
  });

  it('takes what became of it instead of all of it, and asks on with the tag of that', async () => {
    const { sent, fetcher } = serverOf([
      found({ setAside: 1 }),
      () => new Response('{"setAside":2}', { status: 226, headers: { etag: '"2"' } }),
      () => new Response(null, { status: 304 }),
    ]);
    const api = createApi(async () => 't', fetcher);
    const live = createLive((etag) => api.read(at('GET /api/board'), etag), {
      follow: (before, { setAside }) => ({ ...before, setAside: before.setAside + setAside }),
    });
    const stop = live.subscribe(() => undefined);
    await settle(2_000);
    expect(live.state()).toMatchObject({ type: 'ready', value: { setAside: 3 } });
    expect(sent.map((one) => one.etag)).toEqual([null, '"1"', '"2"']);
    stop();
  });

  it('does not let an answer from before a write undo it', async () => {
    let release: (response: Response) => void = () => undefined;
    const fetcher: typeof fetch = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    const live = liveFrom(fetcher);
    const stop = live.subscribe(() => undefined);
    await settle(0);
    live.put(aMeReply({ waiting: 2 }));
    release(new Response(JSON.stringify(aMeReply({ waiting: 1 }))));
    await settle(0);
    expect(live.state()).toMatchObject({ type: 'ready', value: { waiting: 2 } });
    stop();
  });
});

describe('the token', () => {
  it('is renewed once when the server turns it down', async () => {
    const { sent, fetcher } = serverOf([
      () => new Response(null, { status: 401 }),
      found({ n: 1 }),
    ]);
    const api = createApi(async (renew) => (renew ? 'new' : 'old'), fetcher);
    expect(await api.read(at('GET /api/board'))).toMatchObject({ type: 'done', value: { n: 1 } });
    expect(sent.map((one) => one.token)).toEqual(['Bearer old', 'Bearer new']);
  });

  it('that Teams will not give is a failure, not a crash', async () => {
    const api = createApi(() => Promise.reject(new Error('denied')));
    expect(await api.read(at('GET /api/board'))).toMatchObject({ type: 'failed', status: 0 });
  });
});

describe('the address', () => {
  it('leads to each place and back', () => {
    for (const route of [
      { type: 'board', as: 'board', query: '' },
      { type: 'board', as: 'list', query: 'vis=venter&omraade=omsorg' },
      { type: 'decide', requestId: null },
      { type: 'decide', requestId: 'p1-gate1-1' },
      { type: 'project', id: 'p/1 æ', section: 'gate' },
      { type: 'aside' },
    ] as const)
      expect(routeOf(hashOf(route))).toEqual(route);
  });

  it('takes nonsense for the board', () => {
    const board = { type: 'board', as: 'board', query: '' };
    expect(routeOf('#/projekt/%E0%A4%A')).toEqual(board);
    expect(routeOf('#/findes/ikke')).toEqual(board);
  });

  it('honours the deep links of Teams', () => {
    expect(routeOfLink('project:p1')).toEqual({ type: 'project', id: 'p1', section: '' });
    expect(routeOfLink('request:p1-gate1-1')).toEqual({ type: 'decide', requestId: 'p1-gate1-1' });
    expect(routeOfLink('')).toBeNull();
  });

  it('is called in a Teams link as in every link that was ever sent', () => {
    const names: readonly (readonly [string, LinkedRoute])[] = [
      ['board:', { type: 'board', as: 'board', query: '' }],
      ['list:vis=venter', { type: 'board', as: 'list', query: 'vis=venter' }],
      ['request:p1-gate1-1', { type: 'decide', requestId: 'p1-gate1-1' }],
      ['project:p1', { type: 'project', id: 'p1', section: '' }],
      ['economy', { type: 'money', query: '' }],
      ['stories', { type: 'stories', query: '' }],
      ['story:s:1', { type: 'story', id: 's:1' }],
    ];
    for (const [name, route] of names) {
      expect(linkNameOf(route)).toBe(name);
      expect(routeOfLink(name)).toEqual(route);
    }
  });
});
