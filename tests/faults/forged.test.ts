import { expect, it } from 'vitest';
import { playForged } from './forged.ts';

it('a press that nobody has a right to changes nothing', async () => {
  const { figures, faults } = await playForged();
  console.log(figures.map(({ name, value }) => `${value}  ${name}`).join('\n'));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
