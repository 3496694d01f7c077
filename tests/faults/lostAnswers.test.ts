import { expect, it } from 'vitest';
import { playLostAnswers } from './lostAnswers.ts';
import { randomFrom } from './random.ts';

it('answers of Graph that are lost leave nothing twice and nothing undone', async () => {
  const { figures, faults } = await playLostAnswers(60, randomFrom(5));
  console.log(figures.map(({ name, value }) => `${value}  ${name}`).join('\n'));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
