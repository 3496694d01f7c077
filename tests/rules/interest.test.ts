import { describe, expect, it } from 'vitest';
import { ideaIn, interestIdOf } from '#shared/domain/interest/interest.ts';
import { owedBy, wantingWord } from '#shared/domain/interest/now.ts';
import {
  type InterestGiven,
  type InterestRefusal,
  interestAnswerers,
} from '#shared/domain/interest/rules.ts';
import { interestReaderOf, interestWaitsOn } from '#shared/domain/interest/view.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  afterInterest,
  askedInterest,
  interestActor,
  interestViewOf,
  ledere,
  seenInterest,
  triedInterest,
  type Wanting,
  wanted,
  wanting,
} from '../builders/interest.ts';
import { people } from '../builders/portfolio.ts';

const chef = 'chef-omsorg';
const leder = 'leder-ost';
const refusalOf = (tried: Wanting | InterestRefusal): string =>
  'now' in tried ? 'done' : tried.type;
const open = askedInterest(wanting());
const ofLeder = askedInterest(wanting(), leder);
const said = (
  one: Wanting,
  type: 'notNow' | 'no' | 'question',
  comment: string,
  by = chef,
): Wanting | InterestRefusal => triedInterest(one, by, { type, ...seenInterest(one), comment });
const declined = said(open, 'no', 'Det findes allerede.') as Wanting;
const later = said(open, 'notNow', '') as Wanting;
const asking = said(open, 'question', 'Hvor mange borgere?') as Wanting;
const named = (one: Wanting, ownerId: string | null, by = chef) =>
  triedInterest(one, by, { type: 'owner', ...seenInterest(one), ownerId });
const with_ = (one: Wanting, project: Partial<Project>): Wanting => ({
  ...one,
  project: { ...one.project, ...project },
});
const owes = (one: Wanting) => owedBy(one.now, one.project);

describe('what is owed (domain.md, Steps inside a phase: intake)', () => {
  it.each([
    ['nothing, before anybody is asked', wanting(), null],
    ['an answer, when somebody is asked', open, 'interest'],
    ['the owner, after a yes', wanted(open), 'owner'],
    ['nothing, after a yes where there is an owner', with_(wanted(open), { ownerId: 'x' }), null],
    ['nothing, when the owner is not known yet', named(wanted(open), null) as Wanting, null],
    ['nothing, after a no', declined, null],
    ['nothing, after not now', later, null],
    ['an answer still, after a question', asking, 'interest'],
    ['an answer anew, when it is asked again', askedInterest(later), 'interest'],
    ['nothing, when it is taken back', afterInterest(open, 'digitek', { type: 'withdrawn' }), null],
  ])('is %s', (_, one, wantedOwed) => {
    expect(owes(one)).toBe(wantedOwed);
  });
});

describe('the step is done', () => {
  it.each([
    ['by a yes', wanted(open), true],
    [
      'by what the team writes down',
      afterInterest(open, 'digitek', { type: 'ticked', comment: 'Sagt i telefonen' }),
      true,
    ],
    [
      'by the chef’s own tick',
      afterInterest(wanting(), chef, { type: 'ticked', comment: '' }),
      true,
    ],
    [
      'by a leder’s own tick',
      afterInterest(wanting(), leder, { type: 'ticked', comment: '' }),
      true,
    ],
    ['not by a no', declined, false],
    ['not by not now', later, false],
    ['not while it is asked', open, false],
    ['not when it is asked anew', askedInterest(wanted(open)), false],
  ])('%s: %s', (_, one, isDone) => {
    expect(wantingWord(one.now) !== null).toBe(isDone);
  });
});

describe('asking', () => {
  it.each([
    ['the team', 'digitek', 'done'],
    ['the consultant', 'consultant', 'done'],
    ['the lead', 'lead', 'done'],
    ['the chef', chef, 'notAllowed'],
    ['whoever gave it', 'stranger', 'notAllowed'],
    ['a leder', leder, 'notAllowed'],
  ])('is for %s', (_, by, wantedRefusal) => {
    const one = wanting({ leadId: 'lead' });
    const given = { type: 'asked', revision: 0, askedId: null } as const;
    expect(refusalOf(triedInterest(one, by, given))).toBe(wantedRefusal);
  });

  it.each([
    ['no lead area', wanting({ leadArea: null }), null, 'leadAreaMissing'],
    ['no chef', wanting({}, { people: ledere }), null, 'nobodyToAsk'],
    ['a leder of another area', wanting(), 'leder-social', 'nobodyToAsk'],
    ['somebody who is no leder', wanting(), 'lead', 'nobodyToAsk'],
    ['the same who is asked', open, null, 'askedAlready'],
    ['somebody else meanwhile', open, leder, 'done'],
    ['an idea that is over', wanting({ status: 'stopped' }), null, 'notNow'],
    ['what is no idea any more', wanting({ phase: 'investigation' }), null, 'notNow'],
    ['an idea whose gate is sent', wanting({}, { isGateSent: true }), null, 'gateSent'],
    ['an idea in the backlog', wanting({ status: 'backlog' }), null, 'done'],
  ])('%s: %s', (_, one, askedId, wantedRefusal) => {
    const { people: known } = one;
    // Whoever asks is of the team, also where the list of people has lost its chef.
    const asker = [...known, ...people.filter(({ id }) => id === 'digitek')];
    const given = { type: 'asked', revision: one.now.revision, askedId } as const;
    expect(refusalOf(triedInterest({ ...one, people: asker }, 'digitek', given))).toBe(
      wantedRefusal,
    );
  });

  it('of what has gone on since is refused', () => {
    const given = { type: 'asked', revision: 0, askedId: null } as const;
    expect(refusalOf(triedInterest(open, 'digitek', given))).toBe('movedOn');
  });

  it('somebody else while it waits is the same round, and after an answer a new one', () => {
    expect(askedInterest(open, leder).now.ask).toMatchObject({ seq: 2, round: 1 });
    expect(askedInterest(later, leder).now.ask).toMatchObject({ seq: 3, round: 3 });
  });
});

describe('answering', () => {
  it.each([
    ['the chef, where the chef is asked', open, chef, 'done'],
    ['a leder, where the chef is asked', open, leder, 'notYours'],
    ['the leder who is asked', ofLeder, leder, 'done'],
    ['another leder', ofLeder, 'leder-syd', 'notYours'],
    ['the chef, where a leder is asked', ofLeder, chef, 'notYours'],
    ['another chef', open, 'chef-social', 'notYours'],
    ['whoever asked', open, 'digitek', 'notYours'],
    ['whoever gave it', open, 'stranger', 'notYours'],
    [
      'a leder who has moved to another area',
      with_(ofLeder, { leadArea: 'social' }),
      leder,
      'notYours',
    ],
  ])('is for %s: %s', (_, one, by, wantedRefusal) => {
    const given = { type: 'yes', ...seenInterest(one), priority: 'high', comment: '' } as const;
    expect(refusalOf(triedInterest(one, by, given))).toBe(wantedRefusal);
  });

  it.each([
    ['no without a word', 'no', '', 'wordMissing'],
    ['a question without a word', 'question', 'nå', 'wordMissing'],
    ['not now without a word', 'notNow', '', 'done'],
    ['a word that is too long', 'no', 'x'.repeat(2_001), 'wordTooLong'],
  ] as const)('%s', (_, type, comment, wantedRefusal) => {
    expect(refusalOf(said(open, type, comment))).toBe(wantedRefusal);
  });

  it('may be changed by whoever has seen what was answered', () => {
    const yes = wanted(open, 'low');
    const blind = { type: 'no', ask: 1, revision: 1, comment: 'Nej, alligevel.' } as const;
    expect(refusalOf(triedInterest(yes, chef, blind))).toBe('movedOn');
    expect(wanted(yes, 'high').now.word).toMatchObject({ kind: 'yes', priority: 'high' });
    expect(refusalOf(said(yes, 'no', 'Nej, alligevel.'))).toBe('done');
  });

  it('the very same twice changes nothing', () => {
    const yes = wanted(open);
    const given = { type: 'yes', ...seenInterest(yes), priority: 'high', comment: '' } as const;
    expect(refusalOf(triedInterest(yes, chef, given))).toBe('holdsAlready');
  });

  it('is on behalf of the seat by a deputy', () => {
    const deputy = {
      ...ledere[2],
      deputyFor: 'omsorg',
      deputyFrom: '2026-11-23',
      deputyTo: '2026-11-27',
    };
    const list = [...people, { ...deputy, id: 'leder-social' }] as Wanting['people'];
    const one = askedInterest(wanting({}, { people: list }));
    const given = { type: 'yes', ...seenInterest(one), priority: 'low', comment: '' } as const;
    expect(afterInterest(one, 'leder-social', given).now.word).toMatchObject({
      ...{ seat: 'omsorg', onBehalf: true },
    });
  });
});

describe('the owner', () => {
  const yes = wanted(open);
  it.each([
    ['a leder of the area', yes, leder, 'done'],
    ['the chef', yes, chef, 'done'],
    ['nobody yet', yes, null, 'done'],
    ['somebody the list does not know', yes, 'nobody', 'unknownPerson'],
    ['anybody before the answer', open, leder, 'movedOn'],
    ['anybody where there is one already', with_(yes, { ownerId: 'owner' }), leder, 'movedOn'],
    ['the same once more', named(yes, leder) as Wanting, leder, 'holdsAlready'],
    ['another afterwards', named(yes, leder) as Wanting, 'leder-syd', 'movedOn'],
  ])('may be %s', (_, one, ownerId, wantedRefusal) => {
    expect(refusalOf(named(one, ownerId))).toBe(wantedRefusal);
  });

  it('is named by whoever was asked, and nobody else', () => {
    for (const by of ['digitek', leder, 'stranger', 'chef-social'])
      expect(refusalOf(named(yes, leder, by))).toBe('notYours');
  });
});

describe('a question back', () => {
  const reply = (one: Wanting, by: string, comment = 'Cirka 40.') =>
    triedInterest(one, by, { type: 'reply', question: 2, comment });

  it('is replied to by whoever gave the idea, or by the team, once', () => {
    expect(refusalOf(reply(asking, 'stranger'))).toBe('done');
    expect(refusalOf(reply(asking, 'digitek'))).toBe('done');
    expect(refusalOf(reply(asking, leder))).toBe('notYours');
    expect(refusalOf(reply(asking, 'stranger', 'ja'))).toBe('wordMissing');
    expect(refusalOf(reply(reply(asking, 'stranger') as Wanting, 'digitek'))).toBe('movedOn');
    expect(refusalOf(reply(wanted(asking), 'stranger'))).toBe('movedOn');
  });

  it('of a leder about their own idea goes to whoever asked', () => {
    const own = askedInterest(wanting({ createdById: leder }), leder);
    const asks = said(own, 'question', 'Hvad mangler I?', leder) as Wanting;
    expect(interestWaitsOn(interestViewOf(asks), 'digitek')).toBe('reply');
    expect(interestWaitsOn(interestViewOf(asks), leder)).toBe('answer');
  });

  it('waits for whoever gave the idea, and the answer for whoever is asked', () => {
    const view = interestViewOf(asking);
    expect(interestWaitsOn(view, 'stranger')).toBe('reply');
    expect(interestWaitsOn(view, chef)).toBe('answer');
    expect(interestWaitsOn(view, 'digitek')).toBeNull();
    expect(interestWaitsOn(interestViewOf(wanted(asking)), 'stranger')).toBeNull();
  });
});

describe('who sees what', () => {
  it('knows the answerer, the author and the team apart', () => {
    const view = interestViewOf(open);
    const reader = (by: string) => interestReaderOf(view, interestActor(open, by));
    expect(reader(chef)).toMatchObject({ answers: true, isAuthor: false, replies: false });
    expect(reader('stranger')).toMatchObject({ answers: false, isAuthor: true, replies: true });
    expect(reader('digitek')).toMatchObject({ answers: false, isAuthor: false, replies: true });
    expect(interestReaderOf(view, null)).toMatchObject({ answers: false, replies: false });
  });
});

describe('every move of somebody who has no part in it', () => {
  const givens: readonly InterestGiven[] = [
    { type: 'asked', revision: 2, askedId: null },
    { type: 'yes', ask: 1, revision: 2, priority: 'high', comment: '' },
    { type: 'notNow', ask: 1, revision: 2, comment: '' },
    { type: 'no', ask: 1, revision: 2, comment: 'Nej tak.' },
    { type: 'question', ask: 1, revision: 2, comment: 'Hvorfor?' },
    { type: 'owner', ask: 1, revision: 2, ownerId: leder },
    { type: 'reply', question: 2, comment: 'Derfor.' },
    { type: 'ticked', comment: 'Sagt i dag' },
    { type: 'withdrawn' },
  ];
  it.each(givens)('is refused: $type', (given) => {
    for (const by of ['owner', 'direktor', 'chef-social', 'leder-social', 'nobody'])
      expect(['notYours', 'notAllowed']).toContain(refusalOf(triedInterest(asking, by, given)));
  });
});

describe('the id', () => {
  it('names the idea, and nothing else does', () => {
    expect(ideaIn(interestIdOf('p:1'))).toBe('p:1');
    expect(ideaIn('p1:ideaChef')).toBeNull();
  });

  it('asks nobody where there is no lead area', () => {
    expect(interestAnswerers(leder, { leadArea: null }, ledere, '2026-11-23')).toEqual([]);
  });
});
