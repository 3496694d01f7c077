import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import { changeable, type Field, ideaFields, mayChange } from '#shared/domain/fieldRights.ts';
import type { IdeaStanding } from '#shared/domain/ideas/standing.ts';
import { ideaHeadline, ideaNext } from '#shared/words/ideas/words.ts';
import { anIdea, standing } from '../builders/idea.ts';
import { actor } from '../builders/portfolio.ts';

const author = actor('stranger');
const sorted = (fields: readonly Field[]): readonly Field[] => [...fields].sort();

describe('whoever gave an idea', () => {
  it('writes in what an idea says, and in nothing else, until DigiTek takes it', () => {
    expect(sorted(changeable(author, anIdea()))).toEqual(sorted(ideaFields));
  });

  it.each([
    ['somebody leads it', { leadId: 'lead' }],
    ['it is in the backlog', { status: 'backlog' }],
    ['it is at work', { status: 'active' }],
    ['it has passed a gate', { phase: 'investigation' }],
    ['it is stopped', { status: 'stopped' }],
    ['it is another’s', { createdById: 'owner' }],
    ['nobody gave it by hand', { createdById: null }],
  ] as const)('writes no more when %s', (_, more) => {
    expect(changeable(author, anIdea(more))).toEqual([]);
  });

  it('is nobody of the same name', () => {
    const namesake = { ...author, id: 'another' };
    expect(mayChange(namesake, 'title', anIdea())).toBe(false);
  });
});

describe('where an idea is', () => {
  const since = '2026-11-23T09:00:00Z';
  const said = (one: IdeaStanding) =>
    [ideaHeadline(defaultAreas, one), ideaNext(one)].map((text) => text.replace(/\u00a0/g, ' '));
  const led = { status: 'active', leadId: 'lead', leadName: 'Bo' } as const;

  it.each<[string, IdeaStanding, string, string]>([
    ['new', standing(), 'Den er hos team DigiTek', 'er det et køb eller et projekt?'],
    [
      'looked at',
      standing({}, { done: ['purchaseOrProject', 'blockers'] }),
      'Den er hos team DigiTek',
      'vil en leder eller en chef have den?',
    ],
    [
      'led',
      standing({ leadId: 'l', leadName: 'Bo' }),
      'Den er hos Bo',
      'er det et køb eller et projekt?',
    ],
    [
      'in the backlog',
      standing({ status: 'backlog' }),
      'Den ligger i backlog',
      'team DigiTek tager den op, når der er plads.',
    ],
    [
      'at the gate',
      standing(led, {
        asked: { type: 'gate', gate: 'gate1', since, decider: { type: 'chef', seats: ['omsorg'] } },
      }),
      'Den er hos Chef, Omsorg',
      'gate 1. De siger, om den skal videre.',
    ],
    [
      'with the owner',
      standing(led, { asked: { type: 'owner', whom: 'Leder, Syd', gate: 'gate1', since } }),
      'Den er hos Leder, Syd',
      'projektejeren siger, om papiret holder.',
    ],
    ['described', standing(led), 'Den beskrives nu', 'idébeskrivelsen. Den har Bo.'],
    [
      'tried, with a step that people wrote',
      standing({ ...led, phase: 'trial', nextStep: 'Måling af søvn' }),
      'Den afprøves nu',
      'Måling af søvn. Den har Bo.',
    ],
    [
      'in operation',
      standing({ status: 'operating', phase: 'operation' }),
      'Den er i drift',
      'gevinsten følges.',
    ],
    ['stopped', standing({ status: 'stopped' }), 'Den er stoppet', ''],
  ])('%s', (_, one, headline, next) => {
    expect(said(one)).toEqual([headline, next]);
  });

  it('has been there since it was asked, else since its phase began', () => {
    expect(standing().since).toBe('2026-11-19T13:36:00Z');
    const asked = { type: 'chef', whom: 'Chef', gate: 'gate1', since } as const;
    expect(standing(led, { asked }).since).toBe(since);
  });

  it('asks nobody any more once it is stopped', () => {
    const asked = { type: 'chef', whom: 'Chef', gate: 'gate1', since } as const;
    expect(standing({ status: 'stopped' }, { asked, why: 'Findes.' }).where).toEqual({
      ...{ type: 'stopped', why: 'Findes.' },
    });
  });
});
