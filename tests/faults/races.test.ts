import { expect, it } from 'vitest';
import { playRaces } from './races.ts';
import { randomFrom } from './random.ts';

it('presses at the same moment count once each, on two servers, through refused writes', async () => {
  const { figures, faults } = await playRaces(100, randomFrom(4));
  console.log(figures.map(({ name, value }) => `${value}  ${name}`).join('\n'));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
