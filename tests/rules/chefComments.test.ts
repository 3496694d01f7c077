import { describe, expect, it } from 'vitest';
import {
  chefCommentIdOf,
  chefStepIn,
  chefSteps,
  payerChoices,
  payerIn,
  sharesFor,
} from '#shared/domain/chefComments/chefComment.ts';
import { chefCommentNowOf, followsChoice, holdingWord } from '#shared/domain/chefComments/now.ts';
import {
  type ChefGiven,
  type ChefRefusal,
  chefAnswerers,
  isPassing,
} from '#shared/domain/chefComments/rules.ts';
import { chefReaderOf, chefWaitsOn } from '#shared/domain/chefComments/view.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  afterChef,
  askedChef,
  type Commenting,
  chefViewOf,
  choseChef,
  commenting,
  passedChef,
  seenNow,
  triedChef,
} from '../builders/chefComment.ts';
import { people } from '../builders/portfolio.ts';

const chef = 'chef-omsorg';
const refusalOf = (tried: Commenting | ChefRefusal): string =>
  'now' in tried ? 'done' : tried.type;
const open = askedChef(commenting());
const free = askedChef(commenting('trialChef', { askOre: 0 }));
const with_ = (one: Commenting, project: Partial<Project>): Commenting => ({
  ...one,
  project: { ...one.project, ...project },
});
const lacks = (one: Commenting) => chefViewOf(one).lacks;
const isDone = (one: Commenting) => chefViewOf(one).holds !== null;
const paid = (one: Commenting, payer: 'area:omsorg' | 'common' = 'area:omsorg') =>
  with_(one, { shares: sharesFor(payer, one.project.askOre ?? 0) ?? [] });
const commented = (one: Commenting, comment = 'God idé.', by = chef) =>
  triedChef(one, by, { type: 'commented', ...seenNow(one), comment });
const sharesOf = (...pools: readonly ('area:omsorg' | 'common')[]) => ({
  shares: pools.map((pool) => ({ pool, ore: 1 })),
});

describe('what the chef is asked for (domain.md, The chef before the gate)', () => {
  it.each([
    ['comment and pool, where the gate costs something', open, 'both'],
    ['only a comment, where it asks for nothing', free, 'comment'],
    ['only the pool, past the deadline', passedChef(open), 'pool'],
    ['nothing, past the deadline of a gate that asks for nothing', passedChef(free), null],
    ['only the pool, after a comment alone', commented(open) as Commenting, 'pool'],
    ['nothing, after a comment on what asks for nothing', commented(free) as Commenting, null],
    ['nothing, after a pool', choseChef(open), null],
    ['nothing, when the gate has been sent', { ...open, isGateSent: true }, null],
    ['nothing, when the project has gone on', with_(open, { phase: 'trial' }), null],
    [
      'the pool after all, when what asked for nothing costs something',
      with_(passedChef(free), { askOre: 1_00 }),
      'pool',
    ],
  ])('is %s', (_, one, wanted) => {
    expect(lacks(one)).toBe(wanted);
  });
});

describe('the step is done', () => {
  it.each([
    ['by the pool that the project says too', paid(choseChef(open)), true],
    ['not by a pool that the project does not say', paid(choseChef(open), 'common'), false],
    [
      'not by a comment alone, where it costs something',
      paid(commented(open) as Commenting),
      false,
    ],
    ['not by the deadline alone, where it costs something', paid(passedChef(open)), false],
    ['by the comment, where it asks for nothing', commented(free) as Commenting, true],
    ['by the deadline, where it asks for nothing', passedChef(free), true],
    [
      'by what the team wrote down',
      paid(afterChef(open, 'consultant', { type: 'ticked', comment: 'Sagt i dag' })),
      true,
    ],
    [
      'by several pools that share',
      with_(choseChef(open, 'several'), sharesOf('area:omsorg', 'common')),
      true,
    ],
    ['not by several while one pays', paid(choseChef(open, 'several')), false],
    ['not when it is asked anew', askedChef(paid(choseChef(open), 'common')), false],
    [
      'not when a gate has sent the project back since',
      { ...paid(choseChef(open)), undoneAt: '2026-11-24T00:00:00Z' },
      false,
    ],
    [
      'not when it was taken back',
      afterChef(paid(choseChef(open)), 'consultant', { type: 'withdrawn' }),
      false,
    ],
  ])('%s: %s', (_, one, wanted) => {
    expect(isDone(one)).toBe(wanted);
  });
});

describe('asking the chef', () => {
  it.each([
    ['the lead', 'lead', 'done'],
    ['the team', 'digitek', 'done'],
    ['the chef, who wants to see it', chef, 'done'],
    ['another chef', 'chef-social', 'notAllowed'],
    ['the owner', 'owner', 'notAllowed'],
    ['a stranger', 'stranger', 'notAllowed'],
  ])('is for %s', (_, by, wanted) => {
    expect(refusalOf(triedChef(commenting(), by, { type: 'asked', revision: 0 }))).toBe(wanted);
  });

  it.each<[string, Commenting, ChefRefusal['type']]>([
    [
      'before the owner has approved',
      commenting('ideaChef', {}, { isOwnerDone: false }),
      'ownerFirst',
    ],
    ['without a lead area', commenting('ideaChef', { leadArea: null }), 'leadAreaMissing'],
    ['where the area has no chef', commenting('ideaChef', {}, { people: [] }), 'chefMissing'],
    ['before the amount is said', commenting('ideaChef', { askOre: null }), 'amountMissing'],
    ['when the gate has been sent', commenting('ideaChef', {}, { isGateSent: true }), 'gateSent'],
    ['at another gate', commenting('ideaChef', { phase: 'trial' }), 'notNow'],
    ['about a SKAL project', commenting('ideaChef', { type: 'skal' }), 'notNow'],
    ['about a stopped project', commenting('ideaChef', { status: 'stopped' }), 'notNow'],
    ['while it waits', open, 'askedAlready'],
    ['when it is answered', paid(choseChef(open)), 'holdsAlready'],
  ])('is refused %s', (_, one, wanted) => {
    const given = { type: 'asked', revision: one.now.revision } as const;
    expect(refusalOf(triedChef(one, 'lead', given))).toBe(wanted);
  });

  it('is refused on an old picture, and allowed again when only the pool is left', () => {
    expect(refusalOf(triedChef(open, 'lead', { type: 'asked', revision: 0 }))).toBe('movedOn');
    expect(lacks(askedChef(passedChef(open)))).toBe('both');
  });

  it('says 0 at gate 3 where nothing is said, as the gate does', () => {
    expect(lacks(askedChef(commenting('trialChef', { askOre: null })))).toBe('comment');
  });
});

describe('who answers', () => {
  const deputy = {
    ...{ id: 'deputy', name: 'Leder', upn: 'd', roles: ['leder' as const], area: null, unit: '' },
    ...{
      deputyFor: 'omsorg',
      deputyFrom: '2026-11-23',
      deputyTo: '2026-11-27',
      absences: [],
      standing: null,
    },
  };

  it.each(['chef-social', 'owner', 'lead', 'consultant', 'digitek', 'direktor', 'stranger'])(
    'is never %s, whatever is sent',
    (by) => {
      const given: readonly ChefGiven[] = [
        ...payerChoices.map((choice) => ({
          ...{ type: 'chosen' as const, ...seenNow(open), choice, comment: 'Det siger jeg.' },
        })),
        { type: 'commented', ...seenNow(open), comment: 'Det siger jeg.' },
        { type: 'question', ...seenNow(open), comment: 'Hvorfor dog det?' },
      ];
      for (const one of given) expect(refusalOf(triedChef(open, by, one))).toBe('notYours');
    },
  );

  it('is the chef of the lead area, and a deputy on behalf while it lasts', () => {
    const { project } = open;
    const both = [...people, deputy];
    expect(chefAnswerers(project, both, '2026-11-24')).toEqual([
      { id: chef, seat: null, onBehalf: false },
      { id: 'deputy', seat: 'omsorg', onBehalf: true },
    ]);
    expect(chefAnswerers(project, both, '2026-11-28')).toHaveLength(1);
    expect(chefAnswerers({ leadArea: null }, both, '2026-11-24')).toEqual([]);
  });

  it('lets the deputy’s answer say for whom', () => {
    const away = { ...open, people: [...people, deputy] };
    const given = { type: 'chosen', ...seenNow(away), choice: 'own', comment: '' } as const;
    const said = afterChef(away, 'deputy', given);
    expect(said.now.word).toMatchObject({ byId: 'deputy', seat: 'omsorg', onBehalf: true });
  });

  it('only while it waits, and the lead when there is a question', () => {
    expect(chefWaitsOn(chefViewOf(open), chef)).toBe('answer');
    expect(chefWaitsOn(chefViewOf(open), 'lead')).toBeNull();
    const asking = afterChef(open, chef, {
      ...{ type: 'question', ...seenNow(open), comment: 'Hvem passer den?' },
    });
    expect(chefWaitsOn(chefViewOf(asking), 'lead')).toBe('reply');
    expect(chefWaitsOn(chefViewOf(choseChef(open)), chef)).toBeNull();
    expect(chefReaderOf(chefViewOf(open), null).answers).toBe(false);
  });
});

describe('an answer', () => {
  it.each([
    ['own', 'area:omsorg'],
    ['common', 'common'],
    ['several', 'several'],
  ] as const)('»%s« is the payer %s', (choice, payer) => {
    expect(choseChef(open, choice).now.word).toMatchObject({ payer, askOre: 85_000_00 });
  });

  it('needs a word where several share, and where there is only the word', () => {
    const several = { type: 'chosen', ...seenNow(open), choice: 'several', comment: 'ja' } as const;
    expect(refusalOf(triedChef(open, chef, several))).toBe('wordMissing');
    expect(refusalOf(commented(open, ''))).toBe('wordMissing');
    expect(refusalOf(commented(open, 'x'.repeat(2_001)))).toBe('wordTooLong');
  });

  it('on another price than the card said is refused', () => {
    const seen = seenNow(open);
    const dearer = with_(open, { askOre: 450_000_00 });
    const given = { type: 'chosen', ...seen, choice: 'own', comment: '' } as const;
    expect(refusalOf(triedChef(dearer, chef, given))).toBe('changed');
    expect(refusalOf(triedChef(with_(open, { askOre: 0 }), chef, given))).toBe('changed');
    const noPool = { ...given, ...seenNow(free) };
    expect(refusalOf(triedChef(free, chef, noPool))).toBe('changed');
  });

  it('may be changed until the gate is sent, by who has seen the first', () => {
    const own = choseChef(open);
    expect(choseChef(own, 'common').now.word?.payer).toBe('common');
    const old = { type: 'chosen', ...seenNow(open), choice: 'common', comment: '' } as const;
    expect(refusalOf(triedChef(own, chef, old))).toBe('movedOn');
    const sent = { ...own, isGateSent: true };
    const given = { ...old, ...seenNow(own) };
    expect(refusalOf(triedChef(sent, chef, given))).toBe('gateSent');
  });

  it('of the very same is nothing new, and a word alone does not undo a pool', () => {
    const own = choseChef(open);
    const same = { type: 'chosen', ...seenNow(open), choice: 'own', comment: '' } as const;
    expect(refusalOf(triedChef(own, chef, same))).toBe('holdsAlready');
    expect(refusalOf(commented(own))).toBe('movedOn');
  });

  it('to an earlier question is late', () => {
    const again = askedChef(passedChef(open));
    const given = { type: 'chosen', ...seenNow(open), choice: 'own', comment: '' } as const;
    expect(refusalOf(triedChef(again, chef, given))).toBe('movedOn');
    expect(refusalOf(commented(commenting()))).toBe('movedOn');
  });

  it('may still be written after the deadline', () => {
    expect(refusalOf(commented(passedChef(free)))).toBe('done');
    expect(isDone(paid(choseChef(passedChef(open))))).toBe(true);
  });
});

describe('a question back', () => {
  const asking = afterChef(open, chef, {
    ...{ type: 'question', ...seenNow(open), comment: 'Kan tandplejen være med?' },
  });
  const reply = (by: string, comment = 'Ja, fra marts.', question = 2) =>
    refusalOf(triedChef(asking, by, { type: 'reply', question, comment }));

  it('leaves the question open, and is replied to once by lead or team', () => {
    expect(lacks(asking)).toBe('both');
    expect([reply('lead'), reply('digitek')]).toEqual(['done', 'done']);
    expect([reply('owner'), reply('lead', ''), reply('lead', 'Ja tak', 9)]).toEqual([
      'notYours',
      'wordMissing',
      'movedOn',
    ]);
    const replied = afterChef(asking, 'lead', { type: 'reply', question: 2, comment: 'Ja tak.' });
    const again = triedChef(replied, 'lead', { type: 'reply', question: 2, comment: 'Nej tak.' });
    expect(refusalOf(again)).toBe('movedOn');
  });
});

describe('what is written down', () => {
  it('by the team says how, and which pool the project has', () => {
    const ticked = (comment: string) =>
      triedChef(paid(open), 'consultant', { type: 'ticked', comment });
    expect(refusalOf(ticked(''))).toBe('wordMissing');
    const noted = ticked('Sagt på mødet') as Commenting;
    expect(noted.now.word).toMatchObject({ kind: 'noted', payer: 'area:omsorg' });
    expect(
      refusalOf(triedChef(noted, 'consultant', { type: 'ticked', comment: 'Sagt på mødet' })),
    ).toBe('holdsAlready');
  });

  it('by the chef is their own word', () => {
    const said = afterChef(paid(commenting()), chef, { type: 'ticked', comment: '' });
    expect(said.now.word).toMatchObject({ kind: 'chosen', payer: 'area:omsorg', byId: chef });
  });

  it('is nobody else’s, and not while the gate is asked', () => {
    for (const by of ['owner', 'chef-social', 'stranger'])
      expect(refusalOf(triedChef(open, by, { type: 'ticked', comment: 'Sagt i dag' }))).toBe(
        'notAllowed',
      );
    const sent = { ...open, isGateSent: true };
    for (const given of [{ type: 'ticked', comment: 'Sagt i dag' }, { type: 'withdrawn' }] as const)
      expect(refusalOf(triedChef(sent, 'consultant', given))).toBe('gateSent');
    expect(refusalOf(triedChef(open, 'consultant', { type: 'withdrawn' }))).toBe('movedOn');
  });
});

describe('the deadline', () => {
  it('passes at its hour and not before, and not when something was said', () => {
    const due = open.now.ask?.dueAt ?? '';
    expect(due).toBe('2026-11-25T15:00:00Z');
    expect(isPassing(open.now, '2026-11-25T14:59:59Z')).toBe(false);
    expect(isPassing(open.now, due)).toBe(true);
    expect(isPassing(passedChef(open).now, due)).toBe(false);
    expect(isPassing((commented(open) as Commenting).now, due)).toBe(false);
    expect(isPassing(commenting().now, due)).toBe(false);
  });
});

describe('names and shares', () => {
  it('names a project and a step, and nothing else', () => {
    for (const step of chefSteps)
      expect(chefStepIn(chefCommentIdOf('p1', step))).toEqual({ projectId: 'p1', step });
    for (const id of ['p1:ideaOwner', 'p1', '', 'ideaChef']) expect(chefStepIn(id)).toBeNull();
  });

  it('reads who pays', () => {
    expect(payerIn([])).toBeNull();
    expect(payerIn(sharesOf('common').shares)).toBe('common');
    expect(payerIn(sharesOf('common', 'area:omsorg').shares)).toBe('several');
    expect(sharesFor('several', 1)).toBeNull();
    expect(followsChoice(null, [])).toBe(true);
  });

  it('says nothing of events after a hole', () => {
    const { now } = choseChef(open);
    const holed = chefCommentNowOf(now, now.events.slice(1));
    expect([holed.revision, holed.ask]).toEqual([0, null]);
    const around = { needsPool: true, shares: [], undoneAt: null };
    expect(holdingWord(holed, around)).toBeNull();
  });
});
