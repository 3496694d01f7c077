import { expect, it } from 'vitest';
import { playMutated } from './mutated.ts';
import { randomFrom } from './random.ts';

it('a thousand rows of nonsense are set aside by name, and the others are shown', async () => {
  const { figures, faults } = await playMutated(5_000, 1_000, randomFrom(10));
  console.log(figures.map(({ name, value }) => `${value}  ${name}`).join('\n'));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
