import { expect, it } from 'vitest';
import { type MessageAbout, messageAbout } from '#shared/domain/message.ts';
import { outbox } from '#shared/lists/messages.ts';
import { enterPosting } from '#shared/useCases/money/enterPosting.ts';
import { tellMarks } from '#shared/useCases/money/tellMarks.ts';
import { tellYear } from '#shared/useCases/money/tellYear.ts';
import { watchReach } from '#shared/useCases/outbox/reach.ts';
import { actor } from '../builders/portfolio.ts';
import { type ApiWorld, anApiWorld, idOf } from '../worlds/api/apiWorld.ts';

const key = 'story-0001';

const people = ['consultant', 'digitek', 'lead', 'owner', 'chef-omsorg', 'chef-social', 'deputy'];

const named = (text: string): string =>
  people.reduce((said, name) => said.replaceAll(idOf(name), name), text);

/** The columns that say what a row is and what it is about, as SharePoint has them. */
const rowsIn = ({ deps }: ApiWorld): readonly string[] =>
  deps.stores.messages.all().map(({ value }) => {
    const { Key, Kind, RequestId, PoolRow, StoryId, About } = outbox.toFields(value);
    return named(
      [Key, Kind, RequestId, PoolRow, StoryId, About].map((one) => one ?? '-').join(' | '),
    );
  });

const purchase = {
  type: 'purchase',
  key: 'a-big-buy',
  poolRow: '2026:area:omsorg',
  text: 'Lifte',
  ore: 200_000_00,
} as const;

/** Something to tell of each kind: a request and a question, a story, an outage, a pool, a year. */
const aRowOfEach = async (): Promise<ApiWorld> => {
  const world = anApiWorld();
  const { deps, call } = world;
  await call('POST', '/api/projects/p1/requests', { as: 'lead', body: { gate: 'gate1' } });
  const question = { type: 'ask', comment: 'Hvem passer den?' };
  await call('POST', '/api/requests/p1-gate1-1/answer', { as: 'chef-omsorg', body: question });
  const story = { key, kind: 'microStory', projectId: 'p1', title: 'Døren', text: 'Den går op.' };
  await call('POST', '/api/stories', { as: 'digitek', body: story });
  const asked = { type: 'asked', revision: 1, comment: '' };
  await call('POST', `/api/stories/${key}/moves`, { as: 'digitek', body: asked });
  const [row] = deps.stores.messages.all();
  if (row) await deps.stores.messages.update(row, { state: 'undeliverable', unreached: 'refused' });
  await watchReach(deps);
  await enterPosting(deps, actor('consultant'), purchase);
  await tellMarks(deps);
  deps.clock.at = '2026-12-01T10:00:00Z';
  await tellYear(deps);
  return world;
};

it('has the keys and columns that rows have always had, so that what was told is not told twice', async () => {
  expect(rowsIn(await aRowOfEach())).toEqual([
    'p1-gate1-1:ask::chef-omsorg | ask | p1-gate1-1 | - | - | -',
    'p1-gate1-1:question:0:35c916313f0b2715:lead | question | p1-gate1-1 | - | - | p1-gate1-1:0:35c916313f0b2715',
    'story-0001:storyAsk:2:chef-omsorg | storyAsk | - | - | story-0001 | 2',
    'unreached:chef-omsorg@2026-11-23T09:14:00Z:consultant | unreached | - | - | - | chef-omsorg@2026-11-23T09:14:00Z',
    '2026:area:omsorg:mark:80:consultant | poolMark | - | 2026:area:omsorg | - | 80',
    '2026:area:omsorg:mark:100:consultant | poolMark | - | 2026:area:omsorg | - | 100',
    'year:2027:ahead:consultant | yearNotOpened | - | - | - | 2027',
  ]);
});

it('is about one thing', () => {
  const request = messageAbout.request('p1-gate1-1', null);
  // @ts-expect-error: a request is no story
  const both: MessageAbout = { ...request, storyId: key };
  // @ts-expect-error: of a story something is told
  const nothing: MessageAbout = { ...messageAbout.story(key, '1'), about: null };
  expect([both, nothing]).toHaveLength(2);
});
