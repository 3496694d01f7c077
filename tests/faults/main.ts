import { rootFrom } from '../../infra/root.ts';
import { run } from '../../infra/run.ts';
import { playAsking } from './askingPlay.ts';
import { playBenefits } from './benefitPlay.ts';
import { playChains } from './chainPlay.ts';
import { playDeaths } from './deaths.ts';
import { playDuplicates } from './duplicates.ts';
import { playForged } from './forged.ts';
import { playLostAnswers } from './lostAnswers.ts';
import { playMutated } from './mutated.ts';
import { exactly, type Result, told } from './play.ts';
import { playRaces } from './races.ts';
import { randomFrom } from './random.ts';
import { playSideBySide } from './sideBySide.ts';
import { playSlowGraph } from './slowGraph.ts';
import { playStorm } from './storm.ts';
import { playLostStories } from './storyLost.ts';
import { playStories } from './storyPlay.ts';
import { playVisits } from './visitPlay.ts';

/*
 * npm run chaos [-- --minutes N --seed S --only NAME]: the long forms. With `--minutes` all of it is
 * played smaller, so that it fits, again and again with new seeds until the time is over.
 */

const optionOf = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? undefined : process.argv[at + 1];
};

const minutes = Number(optionOf('minutes') ?? Number.NaN);
const isTimed = Number.isFinite(minutes);
const only = optionOf('only');
const firstSeed = Number(optionOf('seed') ?? Math.floor(Math.random() * 1_000_000_000));

/** The whole figures of the goals, and a share of them when time is short. */
const sized = (whole: number, part: number): number => (isTimed ? part : whole);

type Play = {
  readonly name: string;
  readonly what: string;
  readonly run: (seed: number) => Promise<Result>;
};

/** The random histories and lost answers of the quick tests, as many as the goals name. */
const playLongForms = async (): Promise<Result> => {
  const { code, output } = await run(
    'node_modules/.bin/vitest',
    ['run', '--project', 'quick', '--testTimeout', '3600000'],
    { cwd: rootFrom(import.meta.url), env: { ...process.env, CHAOS: '1' } },
  );
  return { figures: [exactly('exit code', code, 0)], faults: code === 0 ? [] : [output] };
};

const plays: readonly Play[] = [
  {
    name: 'deaths',
    what: 'R1 kill -9 between every two steps',
    run: (seed) =>
      playDeaths(sized(50, 2), {
        lanes: isTimed ? 4 : 6,
        quietMs: sized(65_000, 2_500),
        anywhere: sized(500, 40),
        seed,
      }),
  },
  {
    name: 'duplicates',
    what: 'R2 presses delivered again',
    run: (seed) => playDuplicates(sized(10_000, 60), randomFrom(seed)),
  },
  {
    name: 'races',
    what: 'R4 presses at once on two servers',
    run: (seed) => playRaces(sized(1_000, 40), randomFrom(seed)),
  },
  {
    name: 'lost',
    what: 'R5 answers of Graph that are lost',
    run: (seed) => playLostAnswers(sized(1_000, 40), randomFrom(seed)),
  },
  {
    name: 'stories',
    what: 'R1 and R2 for stories: every move twice, on servers that are killed',
    run: () => playStories(sized(60, 2), 8),
  },
  {
    name: 'asking',
    what: 'R1, R2 and R4 for interest, approvals and chefs’ comments, on servers that are killed',
    run: () => playAsking(sized(60, 2), 8),
  },
  {
    name: 'visits',
    what: 'R1 and R2 for DigiTek 360: notes of two devices, on servers that are killed',
    run: () => playVisits(sized(60, 2), 8),
  },
  {
    name: 'benefits',
    what: 'R1 and R2 for benefits: asked about by the clock, answered, added up, on servers that are killed',
    run: () => playBenefits(sized(60, 2), 8),
  },
  {
    name: 'chains',
    what: 'R1, R2 and R4 for effect chains: two people against each other, on servers that are killed',
    run: () => playChains(sized(60, 2), 8),
  },
  {
    name: 'storyLost',
    what: 'R5 answers of Graph that are lost to stories',
    run: (seed) => playLostStories(sized(1_000, 40), randomFrom(seed)),
  },
  {
    name: 'storm',
    what: 'R7 a storm of 429',
    run: (seed) => playStorm(sized(400, 24), randomFrom(seed)),
  },
  {
    name: 'slow',
    what: 'P13 lists that do not answer',
    run: () => playSlowGraph(sized(1_000, 30)),
  },
  {
    name: 'mutated',
    what: 'R10 rows that make no sense',
    run: (seed) => playMutated(5_000, 1_000, randomFrom(seed)),
  },
  { name: 'forged', what: 'R13 forged presses', run: () => playForged() },
  { name: 'long', what: 'the long forms of the quick tests', run: playLongForms },
  {
    name: 'sideBySide',
    what: 'R21 a server of the last release and one of today over the same lists',
    run: (seed) => playSideBySide(sized(60, 1), 6, seed),
  },
];

const tell = (play: Play, seed: number, result: Result, seconds: number): boolean => {
  if (result.skipped !== undefined) {
    console.log(`\nSKIPPED ${play.what}: ${result.skipped}`);
    return true;
  }
  const failed = result.figures.filter((figure) => !figure.ok);
  const isWell = failed.length === 0 && result.faults.length === 0;
  console.log(`\n${isWell ? 'ok  ' : 'FAIL'} ${play.what} (seed ${seed}, ${seconds} s)`);
  console.log(told(result.figures));
  for (const fault of result.faults.slice(0, 20)) console.log(`    ${fault}`);
  return isWell;
};

/** The long forms of the quick tests know no smaller size: with `--minutes` only when named. */
const isWanted = ({ name }: Play): boolean =>
  only === undefined ? !(isTimed && name === 'long') : name === only;

const playAll = async (seed: number): Promise<boolean> => {
  let isWell = true;
  for (const play of plays.filter(isWanted)) {
    const began = performance.now();
    const result = await play.run(seed);
    isWell = tell(play, seed, result, Math.round((performance.now() - began) / 1_000)) && isWell;
  }
  return isWell;
};

const end = performance.now() + minutes * 60_000;
console.log(`seed ${firstSeed}`);
let failing: number | undefined;
let seed = firstSeed;
do {
  if (!(await playAll(seed))) failing ??= seed;
  seed += 1;
} while (isTimed && performance.now() < end);
console.log(failing === undefined ? '\nNothing lost.' : `\nFailed with seed ${failing}.`);
process.exit(failing === undefined ? 0 : 1);
