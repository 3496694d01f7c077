import { describe, expect, it } from 'vitest';
import { choice } from '#shared/domain/gates.ts';
import type { Person } from '#shared/domain/person.ts';
import { readerOf } from '#shared/domain/requestView.ts';
import { toldTo } from '#shared/words/requests/receipts.ts';
import { cardFor } from '../../bot/cards/requests/cardFor.ts';
import {
  aPosition,
  aReader,
  aStatement,
  aView,
  chefs,
  deputy,
  people,
  type ViewParts,
} from '../builders/request.ts';
import { context } from '../gallery/states.ts';

const hearing: ViewParts = {
  people: [...people, deputy],
  request: {
    gate: 'gate2',
    decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] },
    why: { type: 'commonPool' },
  },
};
const byDeputy = { byId: deputy.id, byName: deputy.name, onBehalf: true } as const;
const trial = choice('trial');
const forOmsorg = aPosition('omsorg', trial, '', byDeputy);

const seenBy = (person: Person, parts: ViewParts): string => {
  const view = aView({ ...hearing, ...parts });
  return JSON.stringify(cardFor(view, aReader(view, person), context)).replaceAll('\u00a0', ' ');
};

describe("a deputy's answer in a shared decision", () => {
  const open = { statements: [forOmsorg] };

  it("is told the chef as the deputy's, and may be given anew", () => {
    const card = seenBy(chefs.omsorg, open);
    expect(card).toContain('"Gate 2 · Svaret på dine vegne"');
    expect(card).toContain('"Leder, Distrikt Syd har svaret på dine vegne: til afprøvning"');
    expect(card).toContain('Giv et andet svar');
    expect(card).not.toContain('Du har svaret');
  });

  it('is told the deputy as their own, with whose seat it is', () => {
    const card = seenBy(deputy, open);
    expect(card).toContain('"Du har svaret på vegne af Chef, Omsorg: til afprøvning"');
    expect(card).toContain('Chef, Omsorg (du svarer):');
    expect(card).toContain('Ret mit svar');
  });

  it('is told the others with who gave it', () => {
    expect(seenBy(chefs.social, open)).toContain(', svaret af Leder, Distrikt Syd');
  });

  it('may be that the meeting is wished', () => {
    const wish = aPosition('omsorg', null, '', byDeputy);
    expect(seenBy(chefs.social, { statements: [wish] })).toContain(
      'Leder, Distrikt Syd (for Chef, Omsorg) vil gerne tale om det på mødet',
    );
  });

  it("leaves the chef's own answer the chef's", () => {
    const own = { statements: [aPosition('omsorg', trial)] };
    expect(seenBy(chefs.omsorg, own)).toContain('"Du har svaret: til afprøvning"');
    expect(seenBy(deputy, own)).toContain('"Chef, Omsorg har svaret: til afprøvning"');
  });

  it('and a question of theirs is theirs', () => {
    const asks = aStatement({ ...byDeputy, text: 'Hvem passer målingerne?' });
    expect(seenBy(chefs.social, { statements: [asks] })).toContain(
      'Leder, Distrikt Syd (for Chef, Omsorg) har spurgt projektlederen',
    );
  });
});

describe('a decision that a deputy gave', () => {
  const ended = (decision: ViewParts['decision']): ViewParts => ({
    people: [...people, deputy],
    request: {},
    decision: { ...byDeputy, ...decision },
  });

  it.each([
    [chefs.omsorg, 'Leder, Distrikt Syd besluttede på dine vegne: videre til undersøgelse'],
    [deputy, 'Du besluttede på vegne af Chef, Omsorg: videre til undersøgelse'],
    [chefs.social, 'Leder, Distrikt Syd (for Chef, Omsorg) besluttede: videre til undersøgelse'],
  ])('is told to %o', (person, said) => {
    expect(seenBy(person, ended({}))).toContain(said);
  });

  it('and so are the other endings', () => {
    expect(seenBy(chefs.omsorg, ended({ ending: 'lifted' }))).toContain(
      'Leder, Distrikt Syd løftede sagen til chefgruppen på dine vegne',
    );
    expect(seenBy(deputy, ended({ ending: 'toCommonPool' }))).toContain(
      'Du søger fællespuljen på vegne af Chef, Omsorg',
    );
  });

  it("is nobody's own to a reader without a seat", () => {
    const view = aView(ended({}));
    const { state } = view;
    expect(
      state.type === 'ended' && toldTo(state.decision, view.areas, aReader(view, people[5])).voice,
    ).toBe('others');
  });
});

describe('who may answer today', () => {
  it('is in the view, with from and to', () => {
    const [, , omsorg] = aView(hearing).positions;
    expect(omsorg?.deputies).toEqual([
      { name: 'Leder, Distrikt Syd', from: '2026-11-20', to: '2026-11-27' },
    ]);
  });
});

describe('the seat somebody answers for', () => {
  const both: Person = {
    ...chefs.social,
    ...{ deputyFor: 'omsorg', deputyFrom: '2026-01-01', deputyTo: '2026-12-31' },
  };
  const seated = [both, chefs.sundhed, chefs.omsorg];
  const readerAt = (statements: ViewParts['statements'], wanted?: string) => {
    const view = aView({ ...hearing, people: seated, statements: statements ?? [] });
    return readerOf(view, both.id, seated, '2026-11-23', wanted);
  };
  const social = aPosition('social', trial);
  const omsorg = aPosition('omsorg', trial, '', byDeputy);

  it.each([
    ['their own before another’s', [], undefined, 'social', false],
    ['the one that still waits', [social], undefined, 'omsorg', true],
    ['the one the card was drawn for', [social], 'social', 'social', false],
    ['their own when all have answered', [social, omsorg], undefined, 'social', false],
    ['never one that is not theirs', [], 'sundhed', 'social', false],
  ] as const)('is %s', (_, statements, wanted, seat, isDeputy) => {
    expect(readerAt(statements, wanted)).toMatchObject({ seat, deputy: isDeputy });
  });
});
