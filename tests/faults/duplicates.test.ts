import { expect, it } from 'vitest';
import { playDuplicates } from './duplicates.ts';
import { randomFrom } from './random.ts';

it('a press that is delivered again changes nothing and gets the same answer', async () => {
  const { figures, faults } = await playDuplicates(300, randomFrom(2));
  console.log(figures.map(({ name, value }) => `${value}  ${name}`).join('\n'));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
