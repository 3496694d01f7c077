import { expect, it } from 'vitest';
import { told } from './play.ts';
import { playStories } from './storyPlay.ts';

it('a story loses and doubles nothing when both servers are killed in every act of it', async () => {
  const { figures, faults } = await playStories(1, 6);
  console.log(told(figures));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
});
