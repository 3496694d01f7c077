import { describe, expect, it } from 'vitest';
import { messageKinds } from '#shared/domain/message.ts';
import { lists } from '#shared/lists/all.ts';
import type { List } from '#shared/lists/list.ts';
import type { MemoryStores } from '../worlds/memory/memoryStores.ts';
import { listsAfterAWeek } from './aWeek.ts';
import { expectHeld } from './fixture.ts';

const names = Object.keys(lists) as (keyof typeof lists)[];
const stores = await listsAfterAWeek();

/** The rows of a list as SharePoint is given them: under the names of its columns. */
const rowsOf = (name: keyof typeof lists, held: MemoryStores): readonly unknown[] => {
  const list = lists[name] as unknown as List<{ readonly id: string }>;
  return held[name].all().map((row) => list.toFields(row.value));
};

describe('the rows of today', () => {
  it.each(names)('%s are as they were', async (name) => {
    const rows = rowsOf(name, stores);
    expect(rows).not.toEqual([]);
    await expectHeld(`rows/${lists[name].name}`, rows);
  });

  it('are read again as they were written', () => {
    for (const name of names) {
      const list = lists[name] as unknown as List<{ readonly id: string }>;
      for (const { value } of stores[name].all())
        expect(list.fromFields(list.toFields(value)), value.id).toEqual({ ok: true, value });
    }
  });

  it('have a message of every kind that is sent', () => {
    const kinds = new Set(stores.messages.all().map(({ value }) => value.kind));
    expect(messageKinds.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
