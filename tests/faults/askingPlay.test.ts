import { expect, it } from 'vitest';
import { playAsking } from './askingPlay.ts';
import { told } from './play.ts';

it('interest, an approval and a chef’s comment lose and double nothing when both servers are killed in every act', async () => {
  const { figures, faults } = await playAsking(1, 6);
  console.log(told(figures));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
