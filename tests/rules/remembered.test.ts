import { describe, expect, it } from 'vitest';
import { remembered } from '#shared/useCases/kept/remembered.ts';
import { aWorld } from '../builders/portfolio.ts';
import { lendAll } from '../worlds/memory/lend.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

const counting = () => {
  const seen = { times: 0 };
  const deps = testDeps();
  aWorld(deps, 'gate1');
  lendAll(deps);
  return { seen, deps };
};

describe('what is remembered', () => {
  it('is worked out anew when a list that was looked into changes, and not when another does', async () => {
    const { seen, deps } = counting();
    const titles = remembered(({ stores }) => {
      seen.times += 1;
      return stores.projects.all().map(({ value }) => value.title);
    });
    expect(titles(deps)).toBe(titles(deps));
    const step = deps.stores.steps.all()[0];
    if (step) await deps.stores.steps.update(step, { done: !step.value.done });
    titles(deps);
    expect(seen.times).toBe(1);
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { title: 'En anden' });
    expect(titles(deps)).toEqual(['En anden']);
    expect(seen.times).toBe(2);
  });

  it('knows also what is looked into later, by what it gave', async () => {
    const { deps } = counting();
    const lookAt = remembered(
      ({ stores }) =>
        (id: string) =>
          stores.projects.get(id)?.value.title,
    );
    const look = lookAt(deps);
    const before = look('p1');
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { title: 'En anden' });
    expect(lookAt(deps)).not.toBe(look);
    expect([before === 'En anden', lookAt(deps)('p1')]).toEqual([false, 'En anden']);
  });

  it('is another with another day or moment, where that was asked', () => {
    const { deps } = counting();
    const [day, moment, neither] = [
      remembered(({ clock }) => [clock.day()]),
      remembered(({ clock }) => [clock.now()]),
      remembered(() => []),
    ];
    const held = [day(deps), moment(deps), neither(deps)];
    const same = () => [day(deps), moment(deps), neither(deps)].map((one, at) => one === held[at]);
    deps.clock.at = new Date(Date.parse(deps.clock.at) + 1_000).toISOString();
    expect(same()).toEqual([true, false, true]);
    deps.clock.at = new Date(Date.parse(deps.clock.at) + 86_400_000).toISOString();
    expect(same()).toEqual([false, false, true]);
  });

  it('seen through another that remembers, is what that rests on too', async () => {
    const { seen, deps } = counting();
    const inner = remembered(({ stores }) => stores.projects.all().length);
    const outer = remembered((noted) => {
      seen.times += 1;
      return inner(noted);
    });
    inner(deps);
    outer(deps);
    const row = deps.stores.projects.get('p1');
    if (row) await deps.stores.projects.update(row, { title: 'En anden' });
    outer(deps);
    expect(seen.times).toBe(2);
  });
});
