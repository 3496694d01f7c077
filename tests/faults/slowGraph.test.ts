import { expect, it } from 'vitest';
import { playSlowGraph } from './slowGraph.ts';

it('lists that do not answer leave nobody waiting, and nobody is told what is not so', async () => {
  const { figures, faults } = await playSlowGraph(100);
  console.log(figures.map(({ name, value }) => `${value}  ${name}`).join('\n'));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
