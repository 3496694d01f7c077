import { expect, it } from 'vitest';
import { playBenefits } from './benefitPlay.ts';
import { playChains } from './chainPlay.ts';
import { told } from './play.ts';
import { playVisits } from './visitPlay.ts';

it('a visit loses and doubles nothing, and keeps each note once and in order, when both servers are killed in every act', async () => {
  const { figures, faults } = await playVisits(1, 4);
  console.log(told(figures));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});

it('a chain that two people edit on two servers loses nothing and goes in no ring when both are killed', async () => {
  const { figures, faults } = await playChains(1, 4);
  console.log(told(figures));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});

it('a benefit is asked about once and answered once, and its sums are its rows’, when both servers are killed in every act', async () => {
  const { figures, faults } = await playBenefits(1, 4);
  console.log(told(figures));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
