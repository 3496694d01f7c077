// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { at } from '#shared/contract/at.ts';
import type { AlikeProject } from '#shared/domain/ideas/alike.ts';
import { useAlike } from '../../tabs/board/useAlike.ts';
import type { Api } from '../../tabs/remote/api.ts';
import { RemoteProvider, useLive } from '../../tabs/remote/RemoteContext.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const aProject = (title: string): AlikeProject => ({
  ...{ id: title, title, leadArea: null, municipality: '', phase: 'idea', status: 'raw' },
  ...{ words: [], knownBy: '', stoppedBecause: '', learnt: [] },
});

type Asked = {
  readonly address: string;
  readonly title: string;
  answer(titles: string[] | null): void;
};

/** As in the tab, where what waits for the reader is counted beside. */
const useAlikeBesideMe = (draft: Parameters<typeof useAlike>[0]) => {
  useLive(at('GET /api/me'));
  return useAlike(draft);
};

/** A server that answers when the test says so; with null it cannot be reached. */
const writing = () => {
  const asked: Asked[] = [];
  const send = (address: string, body: { readonly title: string }) =>
    new Promise((resolve) => {
      const answer = (titles: string[] | null): void =>
        resolve(
          titles === null
            ? { type: 'failed', status: 0, code: '', message: '', details: [], body: null }
            : { type: 'done', value: { alike: titles.map(aProject) }, etag: '' },
        );
      asked.push({ address, title: body.title, answer });
    });
  const looked: string[] = [];
  const read = async (address: string) => {
    looked.push(address);
    return { type: 'done', value: {}, etag: '' };
  };
  const api = { send, read, file: read } as unknown as Api;
  const wrapper = ({ children }: { children: ReactNode }) => (
    <RemoteProvider api={api}>{children}</RemoteProvider>
  );
  const { result, rerender } = renderHook(useAlikeBesideMe, {
    wrapper,
    initialProps: { title: '', purpose: '' },
  });
  return {
    asked,
    looked,
    shown: () => result.current?.map(({ title }) => title) ?? null,
    type: (title: string) => rerender({ title, purpose: '' }),
    pass: (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms)),
    answer: (at: number, titles: string[] | null) => act(async () => asked[at]?.answer(titles)),
  };
};

describe('what is alike, while one types', () => {
  it('is asked for 300 ms after the last key, and not before there is a word', async () => {
    const { asked, type, pass } = writing();
    type('Ro');
    await pass(1_000);
    expect(asked).toEqual([]);
    type('Rob');
    await pass(299);
    type('Robot');
    await pass(299);
    expect(asked).toEqual([]);
    await pass(1);
    expect(asked.map(({ title }) => title)).toEqual(['Robot']);
  });

  it('is never an answer to what has been typed over', async () => {
    const { type, pass, answer, shown } = writing();
    type('Robot');
    await pass(300);
    type('Robotsang');
    await pass(300);
    await answer(1, ['Ny']);
    await answer(0, ['Gammel']);
    expect(shown()).toEqual(['Ny']);
  });

  it('stays when the next cannot be had, and goes when nothing is written', async () => {
    const { type, pass, answer, shown } = writing();
    expect(shown()).toBeNull();
    type('Robot');
    await pass(300);
    await answer(0, ['Fundet']);
    type('Robotter');
    await pass(300);
    await answer(1, null);
    expect(shown()).toEqual(['Fundet']);
    type('');
    expect(shown()).toBeNull();
  });

  it('is only looked for: what waits for the reader is not counted anew', async () => {
    const { asked, looked, type, pass, answer } = writing();
    await pass(0);
    const before = [...looked];
    type('Robot');
    await pass(300);
    await answer(0, []);
    await pass(0);
    expect(asked).toHaveLength(1);
    expect(before).toEqual(['GET /api/me']);
    expect(looked).toEqual(before);
  });
});
