import { it } from 'vitest';
import { playDuplicates } from './duplicates.ts';
import { playForged } from './forged.ts';
import { playLostAnswers } from './lostAnswers.ts';
import { playMutated } from './mutated.ts';
import { type Result, told } from './play.ts';
import { playRaces } from './races.ts';
import { randomFrom } from './random.ts';
import { playSlowGraph } from './slowGraph.ts';
import { playStorm } from './storm.ts';

/* Each has a world of its own and waits most of the time, so they run side by side. */

const plays: readonly (readonly [string, () => Promise<Result>])[] = [
  [
    'presses at the same moment count once each, on two servers, through refused writes',
    () => playRaces(24, randomFrom(4)),
  ],
  [
    'lists that do not answer leave nobody waiting, and nobody is told what is not so',
    () => playSlowGraph(30),
  ],
  [
    'a press that is delivered again changes nothing and gets the same answer',
    () => playDuplicates(60, randomFrom(2)),
  ],
  ['a storm of refusals is waited out, and nothing is lost', () => playStorm(24, randomFrom(7))],
  [
    'answers of Graph that are lost leave nothing twice and nothing undone',
    () => playLostAnswers(40, randomFrom(5)),
  ],
  ['a press that nobody has a right to changes nothing', () => playForged()],
  [
    'a thousand rows of nonsense are set aside by name, and the others are shown',
    () => playMutated(5_000, 1_000, randomFrom(10)),
  ],
];

for (const [what, play] of plays)
  it.concurrent(what, async ({ expect }) => {
    const { figures, faults } = await play();
    console.log(`${what}\n${told(figures)}`);
    expect(faults).toEqual([]);
    expect(figures.filter((figure) => !figure.ok)).toEqual([]);
  });
