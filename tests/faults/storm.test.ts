import { expect, it } from 'vitest';
import { randomFrom } from './random.ts';
import { playStorm } from './storm.ts';

it('a storm of refusals is waited out, and nothing is lost', async () => {
  const { figures, faults } = await playStorm(40, randomFrom(7));
  console.log(figures.map(({ name, value }) => `${value}  ${name}`).join('\n'));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
