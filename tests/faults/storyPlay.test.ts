import { expect, it } from 'vitest';
import { type Result, told } from './play.ts';
import { randomFrom } from './random.ts';
import { playLostStories } from './storyLost.ts';
import { playStories } from './storyPlay.ts';

const holds = ({ figures, faults }: Result): void => {
  console.log(told(figures));
  expect(faults).toEqual([]);
  expect(figures.filter((figure) => !figure.ok)).toEqual([]);
};

it('a story loses and doubles nothing when both servers are killed in every act of it', async () => {
  holds(await playStories(1, 6));
});

it('a story’s write whose answer is lost is there once', async () => {
  holds(await playLostStories(30, randomFrom(5)));
});
