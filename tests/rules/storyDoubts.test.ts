import { describe, expect, it } from 'vitest';
import { clearedIn } from '#shared/domain/stories/rules.ts';
import {
  aContent,
  anAbout,
  aStory,
  givenFor,
  isStory,
  storyAfter,
  storyDay,
  tried,
  waysTo,
} from '../builders/story.ts';

const number = '0707411234';
const text = `Ordre ${number} er kommet. Spørg Leder, nattevagten.`;
const doubtful = aContent({ text });
const cleared = [number];

describe('a number that may be somebody’s', () => {
  const draft = aStory('microStory', 'consultant', doubtful);
  const ask = (more: object) => tried(draft, 'consultant', givenFor(draft, 'asked', more));

  it('is not sent before the author has said that it is nobody’s', () => {
    expect(ask({})).toMatchObject({ type: 'hindered', hindrances: [{ type: 'doubtful' }] });
    expect(ask({ cleared: ['0707411235'] })).toMatchObject({ type: 'hindered' });
    expect(isStory(ask({ cleared }))).toBe(true);
  });

  it('is asked about once: what was sent has been judged', () => {
    const asked = storyAfter(draft, ['consultant', 'asked', { cleared }]);
    expect(clearedIn(asked, storyDay)).toEqual(cleared);
    const changed = storyAfter(asked, [
      'consultant',
      'saved',
      { content: { ...doubtful, text: `${text} Tak.` } },
    ]);
    expect(isStory(tried(changed, 'consultant', givenFor(changed, 'asked')))).toBe(true);
    const another = { ...doubtful, text: `${text} 3112591234` };
    const more = storyAfter(changed, ['consultant', 'saved', { content: another }]);
    expect(tried(more, 'consultant', givenFor(more, 'asked'))).toMatchObject({ type: 'hindered' });
  });

  it('may come with the chef’s words, and is judged by the author who takes them up', () => {
    const suggested = storyAfter(
      aStory('microStory'),
      ['consultant', 'asked'],
      ['chef-omsorg', 'suggested', { text }],
    );
    const accept = (more: object) =>
      tried(suggested, 'consultant', givenFor(suggested, 'accepted', more));
    expect(accept({})).toMatchObject({ type: 'hindered' });
    expect(isStory(accept({ cleared }))).toBe(true);
  });

  it('stops a description that nobody is asked about', () => {
    const description = aStory('description', 'consultant', doubtful);
    const out = (more: object) =>
      tried(description, 'digitek', givenFor(description, 'published', more));
    expect(out({})).toMatchObject({ type: 'hindered' });
    expect(isStory(out({ cleared }))).toBe(true);
  });

  it('that is a number without a doubt cannot be cleared away', () => {
    const sure = aStory('microStory', 'consultant', aContent({ text: 'Hun, 070761\n4285.' }));
    expect(
      tried(sure, 'consultant', givenFor(sure, 'asked', { cleared: ['070761\n4285'] })),
    ).toMatchObject({ type: 'hindered', hindrances: [{ type: 'cpr' }] });
  });
});

describe('an article', () => {
  const writing = storyAfter(aStory('article'), ...(waysTo.article.writing ?? []));
  const save = (who: string, more: object = {}, now = writing) =>
    tried(now, who, givenFor(now, 'saved', more));
  const content = aContent({ text: 'Vi fandt på det en nat. Spørg Leder, nattevagten.' });

  it('is written by its leder too, in the writing and not before or after', () => {
    expect(isStory(save('leder', { content }))).toBe(true);
    const topic = aStory('article');
    expect(save('leder', { content }, topic)).toEqual({ type: 'notAllowed' });
    const sent = storyAfter(writing, ['consultant', 'asked']);
    expect(save('leder', { content }, sent)).toEqual({ type: 'notAllowed' });
  });

  it('is sent, planned and given to another by those who write, not by the leder', () => {
    for (const event of ['asked', 'planned', 'stopped', 'published'] as const)
      expect(isStory(tried(writing, 'leder', givenFor(writing, event)))).toBe(false);
    for (const about of [{ area: 'social' }, { lederId: null }, { plannedFor: '2027-04-01' }])
      expect(save('leder', { content, about: anAbout(about) })).toEqual({ type: 'notAllowed' });
    expect(isStory(save('leder', { content, about: anAbout({ title: 'En nat' }) }))).toBe(true);
  });

  it('is written by no other leder, and by nobody who is none any longer', () => {
    const other = storyAfter(
      aStory('article', 'consultant', content, anAbout()),
      ...(waysTo.article.writing ?? []),
    );
    expect(save('chef-omsorg', { content }, other)).toEqual({ type: 'notAllowed' });
    expect(save('stranger', { content }, other)).toEqual({ type: 'notAllowed' });
  });

  it('names the leder to the press before its material is sent', () => {
    const unnamed = storyAfter(writing, [
      'consultant',
      'saved',
      { content: aContent({ text: 'Vi fandt på det.' }) },
    ]);
    expect(tried(unnamed, 'consultant', givenFor(unnamed, 'asked'))).toMatchObject({
      type: 'hindered',
      hindrances: [{ type: 'lederNotNamed', name: 'Leder, nattevagten' }],
    });
    const named = storyAfter(unnamed, [
      'leder',
      'saved',
      { content: aContent({ text: 'Spørg LEDER,  nattevagten.' }) },
    ]);
    expect(isStory(tried(named, 'consultant', givenFor(named, 'asked')))).toBe(true);
  });

  it('need not name anybody while it is a topic', () => {
    const topic = aStory('article', 'consultant', aContent({ text: 'Vi fandt på det.' }));
    expect(isStory(tried(topic, 'consultant', givenFor(topic, 'asked')))).toBe(true);
  });
});
