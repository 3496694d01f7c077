// @vitest-environment jsdom
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoardProject } from '#shared/domain/board.ts';
import { type Looking, noFilter } from '#shared/domain/boardLooking.ts';
import { daysFrom } from '#shared/words/dates.ts';
import { originNames } from '#shared/words/words.ts';
import { CardList } from '../../tabs/board/CardColumn.tsx';
import { shapeBoard } from '../../tabs/board/shapeBoard.ts';
import { type Slots, slotsFor, standingIn } from '../../tabs/board/slots.ts';
import { pitchFor, type Window } from '../../tabs/board/windowOf.ts';
import { aBoard, aBoardProject } from '../builders/board.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Till nothing has moved for a moment. */
const comeToRest = (): void =>
  act(() => {
    vi.advanceTimersByTime(1_000);
  });

const names = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 8 });

describe('where the elements stand', () => {
  it('is where they stood, without those that are gone, and the new ones behind', () => {
    expect(standingIn([3, 0, 1, 2], [0, 5, 2, 3, 4])).toEqual([3, 0, 2, 5, 4]);
    expect(standingIn([], [2, 1])).toEqual([2, 1]);
  });
});

describe('which element shows what', () => {
  const slotted = (steps: readonly (readonly string[])[], mayReuse: boolean): readonly Slots[] => {
    const all: Slots[] = [new Map()];
    for (const ids of steps) all.push(slotsFor(all.at(-1) ?? new Map(), ids, mayReuse));
    return all;
  };

  it('is one element for each, and the same one for as long as it is shown', () => {
    fc.assert(
      fc.property(fc.array(names), fc.boolean(), (steps, mayReuse) => {
        const all = slotted(steps, mayReuse);
        for (const [step, ids] of steps.entries()) {
          const [before, now] = [all[step] ?? new Map(), all[step + 1] ?? new Map()];
          expect([...now.keys()]).toEqual(ids);
          expect(new Set(now.values()).size).toBe(ids.length);
          for (const id of ids) if (before.has(id)) expect(now.get(id)).toBe(before.get(id));
        }
      }),
    );
  });

  it('is taken over while nobody holds any, and never otherwise', () => {
    const before = slotsFor(new Map(), ['a', 'b', 'c'], true);
    expect([...slotsFor(before, ['x', 'b', 'y'], true)]).toEqual([
      ['x', 0],
      ['b', 1],
      ['y', 2],
    ]);
    expect([...slotsFor(before, ['x', 'b', 'y'], false)]).toEqual([
      ['x', 3],
      ['b', 1],
      ['y', 4],
    ]);
  });
});

const { areas, people } = aBoard(0);
const looking: Looking = {
  meId: 'me',
  seats: [],
  daysSince: (at) => daysFrom(at, '2026-11-23'),
  names: { areas, people, origins: originNames },
};

const rich = aBoard(44).projects.filter((one) => one.phase === 'idea');
const bare = aBoardProject({ id: 'bare', title: 'Online bar', type: 'skal' });
const long = aBoardProject({
  id: 'long',
  title: 'Online træning med et navn, som er så langt, at det også står i et flag',
  waitingFor: { type: 'somebody', whom: 'Leverandøren', since: '2026-11-20T08:00:00Z' },
  stuck: { why: 'somebody', since: '2026-11-01T08:00:00Z' },
});
const projects: readonly BoardProject[] = [...rich, bare, long];

const whole: Window = { from: 0, to: 28 };

const listOf = (text: string, all = projects, focusedId: string | null = null, window = whole) => {
  const [shape] = shapeBoard(all, { ...noFilter, text }, looking).columns;
  if (!shape) throw new Error('No column');
  return (
    <FluentProvider theme={webLightTheme}>
      <div data-board>
        <CardList
          {...{ shape, areas, looking, focusedId }}
          window={window}
          pitch={pitchFor(16)}
          tight={false}
          narrow={false}
          firstStop
        />
      </div>
    </FluentProvider>
  );
};

const cards = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-card]'),
];
/** What is drawn, each element's attributes in one order: in which they were set says nothing. */
const drawn = (): string => {
  const copy = document.createElement('div');
  copy.innerHTML = document.querySelector('[data-board]')?.innerHTML ?? '';
  for (const element of copy.querySelectorAll('*')) {
    const all = [...element.attributes].sort((a, b) => a.name.localeCompare(b.name));
    for (const { name } of all) element.removeAttribute(name);
    for (const { name, value } of all) element.setAttribute(name, value);
  }
  return copy.innerHTML;
};

const anew = (text: string): string => {
  cleanup();
  render(listOf(text));
  return drawn();
};

describe('cards while somebody scrolls', () => {
  const places = (): readonly number[] =>
    cards().map((card) => Number(card.parentElement?.getAttribute('aria-posinset')));

  it('stay where they are in the page while it moves, and are read in their order at rest', () => {
    const at = (from: number) => listOf('', rich, null, { from, to: from + 6 });
    const { rerender } = render(at(0));
    const before = cards();
    expect(places()).toEqual([1, 2, 3, 4, 5, 6]);
    rerender(at(2));
    expect(cards()).toEqual(before);
    expect(places()).toEqual([7, 8, 3, 4, 5, 6]);
    comeToRest();
    expect(places()).toEqual([3, 4, 5, 6, 7, 8]);
    expect(new Set(cards())).toEqual(new Set(before));
  });

  it('are read in their order all the time while somebody stands on one', () => {
    const { rerender } = render(listOf('', rich, null, { from: 0, to: 6 }));
    const third = cards()[2];
    third?.focus();
    rerender(listOf('', rich, third?.dataset['card'] ?? '', { from: 2, to: 8 }));
    expect(places()).toEqual([3, 4, 5, 6, 7, 8]);
    expect(document.activeElement).toBe(third);
  });
});

describe('cards while somebody types', () => {
  it('say the very same as cards that are made anew', () => {
    const { rerender } = render(listOf(''));
    const seen = ['online', 'liva', 'online bar', '', 'digi', 'online'].map((text) => {
      rerender(listOf(text));
      comeToRest();
      return [text, drawn()] as const;
    });
    for (const [text, html] of seen) expect(html).toBe(anew(text));
  });

  it('are changed rather than made', () => {
    const { rerender } = render(listOf('liva'));
    const before = new Set(cards());
    rerender(listOf('vaske'));
    const after = cards();
    expect(after.length).toBeGreaterThan(1);
    expect(after.every((card) => before.has(card) && !/liva/i.test(card.textContent ?? ''))).toBe(
      true,
    );
  });

  it('are what they were to whoever stands on one: it keeps the focus, and no other becomes it', () => {
    const { rerender } = render(listOf('', rich));
    const [first, second] = cards();
    second?.focus();
    const held = second?.dataset['card'] ?? '';
    rerender(listOf('', [bare, ...rich.filter(({ id }) => id !== first?.dataset['card'])], held));
    expect(document.activeElement?.getAttribute('data-card')).toBe(held);
    expect(document.activeElement).toBe(second);
    expect(first?.isConnected).toBe(false);
    rerender(listOf('', [bare, ...rich.filter(({ id }) => id !== held)], held));
    expect(second?.isConnected).toBe(false);
    expect(second?.dataset['card']).toBe(held);
  });
});
