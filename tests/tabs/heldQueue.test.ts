import { describe, expect, it } from 'vitest';
import { createHeldQueue } from '../../tabs/held/heldQueue.ts';
import { type Held, type HeldStore, orInMemory } from '../../tabs/held/heldStore.ts';

type Edit = Held & { readonly text: string };

const nowhere: HeldStore<Edit> = {
  add: async () => {
    throw new DOMException('no database', 'InvalidStateError');
  },
  all: async () => {
    throw new DOMException('no database', 'InvalidStateError');
  },
  put: async () => undefined,
  remove: async () => undefined,
};

const edit = (text: string, byId = 'me') => ({ byId, key: text, text, refused: '' });

describe('what is held for the server', () => {
  it('is kept as long as the tab is open where the device keeps nothing, and sent in its order', async () => {
    const sent: string[] = [];
    let isThere = false;
    const queue = createHeldQueue<Edit>({
      ...{ store: orInMemory(nowhere), byId: 'me', alone: (work) => work() },
      sendOne: async ({ text }) => {
        if (!isThere) return { type: 'later' };
        sent.push(text);
        return { type: 'done', value: null };
      },
    });
    for (const text of ['one', 'two', 'three']) expect(await queue.keep(edit(text))).toBe(true);
    await queue.send();
    expect(queue.state()).toMatchObject({ isOffline: true, sent: 0 });
    expect(queue.state().items.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    isThere = true;
    await queue.send();
    expect(sent).toEqual(['one', 'two', 'three']);
    expect(queue.state()).toMatchObject({ items: [], isOffline: false, sent: 3 });
  });

  it('holds up nothing else when the server will not have it, until it is taken back', async () => {
    const queue = createHeldQueue<Edit>({
      ...{ store: orInMemory(nowhere), byId: 'me', alone: (work) => work() },
      sendOne: async ({ text }) =>
        text === 'wrong' ? { type: 'refused', message: 'why' } : { type: 'done', value: null },
    });
    for (const text of ['wrong', 'right']) await queue.keep(edit(text));
    await queue.send();
    const [left] = queue.state().items;
    expect(queue.state().items).toHaveLength(1);
    expect(left).toMatchObject({ text: 'wrong', refused: 'why' });
    await queue.send();
    expect(queue.state().sent).toBe(1);
    await queue.takeBack(left?.number ?? 0);
    expect(queue.state().items).toEqual([]);
  });

  it('is nobody else’s who signs in on the same device', async () => {
    const store = orInMemory(nowhere);
    const sent: string[] = [];
    const of = (byId: string) =>
      createHeldQueue<Edit>({
        ...{ store, byId, alone: (work: () => Promise<void>) => work() },
        sendOne: async ({ text }) => {
          sent.push(`${byId} ${text}`);
          return { type: 'done', value: null };
        },
      });
    await store.add(edit('mine'));
    await store.add(edit('hers', 'her'));
    await of('me').send();
    expect(sent).toEqual(['me mine']);
    expect((await store.all()).map(({ text }) => text)).toEqual(['hers']);
  });
});
