import { expect, it } from 'vitest';
import { playDeaths } from './deaths.ts';
import { told } from './play.ts';

it('a server that is killed loses nothing and doubles nothing, at whatever step it dies', async () => {
  const { figures, faults } = await playDeaths(3, { lanes: 4 });
  console.log(told(figures));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
