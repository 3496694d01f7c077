import { expect, it } from 'vitest';
import { told } from './play.ts';
import { playToolbox } from './toolboxPlay.ts';

it('a visit and an effect chain lose and double nothing when both servers are killed in every act', async () => {
  const { figures, faults } = await playToolbox(1, 4);
  console.log(told(figures));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
