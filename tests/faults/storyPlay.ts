import { dayOf } from '#shared/domain/day.ts';
import type { Person } from '#shared/domain/person.ts';
import { storyNowOf } from '#shared/domain/stories/now.ts';
import type { StoryEvent, StoryEventKind } from '#shared/domain/stories/story.ts';
import { inTurn } from '../worlds/processes/cast.ts';
import type { Picture } from '../worlds/processes/eyes.ts';
import type { World } from '../worlds/processes/world.ts';
import { type Act, type Json, type Plot, sent } from './killedActs.ts';
import { doubledIn, historyFault, playKilled, pressed, unsentFault } from './killedPlay.ts';
import type { Result } from './play.ts';

/* Stories on two real servers that are killed between any two writes, with every press made twice. */

const keyOf = (project: string): string => `${project}-historie`;
const textOf = (project: string, version: number): string =>
  `Nattevagten kalder nu hjælp med ét tryk. Udgave ${version} af ${project}.`;

const chefOf = (world: World, project: string): Person =>
  inTurn(world.cast.chefs, Number(project.slice(2)));
const authorOf = (world: World): Person => inTurn(world.cast.askers, 0);

const eventsOf = (picture: Picture, project: string): readonly StoryEvent[] =>
  picture.storyEvents.filter(({ storyId }) => storyId === keyOf(project));

/** An act that leaves an event of this kind. */
type StoryAct = Act & { readonly event: StoryEventKind };

const move = (
  event: StoryEventKind,
  name: string,
  body: (project: string) => Json,
  who: (world: World, project: string) => Person = authorOf,
): StoryAct => ({
  name,
  event,
  perform: (world, project, at) =>
    sent(
      world,
      who(world, project).upn,
      `/api/stories/${keyOf(project)}/moves`,
      { type: event, ...body(project) },
      at,
    ),
});

const pressedOk: StoryAct = {
  event: 'approved',
  ...pressed({
    ...{ name: 'OK on the card', who: chefOf, verb: 'approveStory' },
    isCard: ({ kind, storyId, about }, project) =>
      kind === 'storyAsk' && storyId === keyOf(project) && about === '2',
    data: (_, project) => ({ storyId: keyOf(project), ask: 2, revision: 2, comment: '' }),
    isStored: (picture, project) => eventsOf(picture, project).some(({ seq }) => seq === 3),
  }),
};

export const acts: readonly StoryAct[] = [
  {
    name: 'begun',
    event: 'saved',
    perform: (world, project, at) =>
      sent(
        world,
        authorOf(world).upn,
        '/api/stories',
        {
          ...{ key: keyOf(project), kind: 'microStory', projectId: project },
          ...{ title: `Historien om ${project}`, text: textOf(project, 1) },
        },
        at,
      ),
  },
  move('asked', 'asked', () => ({ revision: 1, comment: 'Vil du se på den?' })),
  pressedOk,
  {
    name: 'saved after the OK',
    event: 'saved',
    perform: (world, project, at) => {
      const chef = chefOf(world, project);
      const body = {
        ...{ type: 'saved', revision: 3 },
        content: { text: textOf(project, 2), pictures: [], files: [] },
        about: {
          ...{ title: `Historien om ${project}`, area: chef.area, lederId: null, lederName: '' },
          plannedFor: null,
        },
      };
      const path = `/api/stories/${keyOf(project)}/moves`;
      return sent(world, authorOf(world).upn, path, body, at);
    },
  },
  move('asked', 'asked anew', () => ({ revision: 4, comment: '' })),
  move('approved', 'OK in the tab', () => ({ ask: 5, comment: '' }), chefOf),
  move('published', 'published', (project) => ({
    ...{ revision: 6, channel: 'official', outlet: '', day: dayOf(Date.now()) },
    link: `https://www.linkedin.com/posts/${project}`,
  })),
];

const kindsUpTo = (count: number): readonly StoryEventKind[] =>
  acts.slice(0, count).map(({ event }) => event);

const messagesDue = (world: World, project: string, count: number): readonly string[] => {
  const chef = chefOf(world, project).id;
  const author = authorOf(world).id;
  const due: readonly (readonly [number, string])[] = [
    [2, `storyAsk:2:${chef}`],
    [3, `storyTold:3:${author}`],
    [5, `storyAsk:5:${chef}`],
    [6, `storyTold:6:${author}`],
  ];
  return due.filter(([seq]) => seq <= count).map(([, key]) => `${keyOf(project)}:${key}`);
};

/** What is missing of a story that has come so far, or is there twice or untrue. */
export const leftOf = (
  world: World,
  picture: Picture,
  project: string,
  count: number,
): string | null => {
  const id = keyOf(project);
  const events = eventsOf(picture, project);
  const kinds = events.map(({ kind }) => kind).join();
  if (kinds !== kindsUpTo(count).join()) return `events ${kinds}`;
  const now = storyNowOf(events);
  const row = picture.stories.find((one) => one.id === id);
  if (row?.revision !== count || row.state !== now?.state) return `row ${row?.revision}`;
  const ids = events.map((event) => event.id);
  const fault = historyFault(picture, `story:${id}`, ids, true);
  if (fault) return fault;
  const messages = picture.messages.filter(({ storyId }) => storyId === id);
  const keys = messages.map((message) => message.id).sort();
  if (keys.join() !== [...messagesDue(world, project, count)].sort().join()) return `told ${keys}`;
  return unsentFault(messages);
};

export const unsigned = (picture: Picture, project: string): boolean => {
  const now = storyNowOf(eventsOf(picture, project));
  return (
    now === undefined ||
    now.publications.some(({ hash, seq }) => {
      const yes = now.events.findLast((event) => event.kind === 'approved' && event.seq < seq);
      return hash === '' || yes?.hash !== hash;
    })
  );
};

const plot: Plot = {
  acts,
  eventsIn: (picture, project) => eventsOf(picture, project).length,
  leftOf,
};

/**
 * Stories are written, asked about, said OK to on the card, changed, asked about anew and
 * published; in every act of every round the servers die at chosen places, and all is pressed
 * twice (R1, R2).
 */
export const playStories = (rounds: number, atOnce: number): Promise<Result> =>
  playKilled(
    {
      ...{ name: 'stories', plot, places: 20, orElse: 'published without an OK to that text' },
      faultsIn: (_, picture, { projects }) => [
        ...doubledIn(picture.storyEvents),
        ...projects
          .filter((project) => unsigned(picture, project))
          .map((project) => `${project}: published without an OK`),
      ],
    },
    rounds,
    atOnce,
  );
