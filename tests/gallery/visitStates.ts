import { visitReaderOf } from '#shared/domain/visits/view.ts';
import type { Place } from '../../bot/cards/asking/cardsFor.ts';
import { openVisitCard } from '../../bot/cards/visits/visitCard.ts';
import { failedVisitCard, visitCardAt } from '../../bot/cards/visits/visitCardFor.ts';
import { type VisitProblem, visitPlace } from '../../bot/cards/visits/visitContext.ts';
import { receivedVisit, visitNotice } from '../../bot/cards/visits/visitReceipt.ts';
import {
  afterVisit,
  answeredVisit,
  askedVisit,
  hoursLater,
  seenVisit,
  typedVisit,
  type Visiting,
  visitActor,
  visitViewOf,
} from '../builders/visit.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const asked = askedVisit();
const agreed = answeredVisit(asked, 'yes', { comment: 'Kom gerne om eftermiddagen.' });
const other = answeredVisit(asked, 'otherDay', { day: '2026-10-05' });
const declined = answeredVisit(asked, 'no', { comment: 'Vi flytter i august.' });
const asking = afterVisit(asked, 'owner', {
  ...{ type: 'question', ...seenVisit(asked), comment: 'Skal natten være med?' },
});
const replied = afterVisit(asking, 'consultant', {
  ...{ type: 'reply', question: 3, comment: 'Ja, hele døgnet.' },
});
const changed = afterVisit(asked, 'consultant', {
  ...{ type: 'planned', revision: 1, terms: typedVisit({ employees: 60 }) },
});
const off = afterVisit(asked, 'consultant', {
  ...{ type: 'withdrawn', revision: 2, comment: 'Enheden lukker.' },
});
const reminded = afterVisit(hoursLater(asked, 180), 'digitek', { type: 'asked', revision: 2 });

const at = (kind: Place['kind'], about: number): Place => ({ kind, about });

const seen = (one: Visiting, by: string, place?: Place) => {
  const view = visitViewOf(one);
  const reader = visitReaderOf(view, visitActor(one, by));
  return visitCardAt(spoken(view), reader, context, place ?? visitPlace(view));
};

const failed = (
  one: Visiting,
  by: string,
  problem: VisitProblem,
  typed: { readonly comment?: string; readonly day?: string } = {},
  place?: Place,
) => {
  const view = visitViewOf(one);
  const reader = visitReaderOf(view, visitActor(one, by));
  const { comment = '', day = '' } = typed;
  const given = { ...context, typed: comment };
  return failedVisitCard(spoken(view), reader, given, {
    ...{ place: place ?? visitPlace(view), problem },
    again: (again) => openVisitCard(spoken(view), reader, given, { place: again, problem, day }),
  });
};

type Refusal = Extract<VisitProblem, { type: 'refused' }>['refusal']['type'];
const refused = (type: Exclude<Refusal, 'wordTooLong' | 'personNumber'>): VisitProblem => ({
  type: 'refused',
  refusal: { type },
});

const lederStates = (): readonly State[] => [
  { name: 'besøg: dit ja', card: seen(asked, 'owner') },
  { name: 'besøg: husk', card: seen(hoursLater(asked, 168), 'owner', at('visitNudge', 2)) },
  { name: 'besøg: fristen er gået', card: seen(hoursLater(asked, 180), 'owner') },
  { name: 'besøg: spurgt igen', card: seen(reminded, 'owner', at('visitAsk', 3)) },
  { name: 'besøg: ændret', card: seen(changed, 'owner') },
  { name: 'besøg: aftalt', card: seen(agreed, 'owner') },
  { name: 'besøg: andre datoer', card: seen(other, 'owner') },
  { name: 'besøg: ikke nu', card: seen(declined, 'owner') },
  { name: 'besøg: har spurgt', card: seen(asking, 'owner') },
  { name: 'besøg: svar fra DigiTek', card: seen(replied, 'owner', at('visitReply', 4)) },
  {
    name: 'besøg: dagen mangler',
    card: failed(asked, 'owner', refused('dayMissing'), { comment: 'Ikke i uge 34' }),
  },
  {
    name: 'besøg: dagen er gået',
    card: failed(asked, 'owner', refused('dayPast'), { day: '2026-08-01' }),
  },
  { name: 'besøg: ordet mangler', card: failed(asked, 'owner', refused('wordMissing')) },
  { name: 'besøg: rettet imens', card: failed(changed, 'owner', refused('changed')) },
  { name: 'besøg: for sent', card: failed(agreed, 'owner', refused('movedOn')) },
  {
    name: 'besøg: listen svarede ikke',
    card: failed(asked, 'owner', { type: 'fault', uncertain: false }, { comment: 'Velkommen' }),
  },
  { name: 'besøg: måske gemt', card: failed(asked, 'owner', { type: 'fault', uncertain: true }) },
  { name: 'besøg: aflyst', card: seen(off, 'owner', at('visitAsk', 2)) },
  {
    name: 'besøg: ikke din',
    card: visitNotice(spoken(visitViewOf(asked)), context, at('visitAsk', 2), true),
  },
  {
    name: 'besøg: modtaget',
    card: receivedVisit(spoken(visitViewOf(asked)), context, at('visitAsk', 2)),
  },
];

const teamStates = (): readonly State[] => [
  { name: 'DigiTek: aftalt', card: seen(agreed, 'digitek', at('visitTold', 3)) },
  { name: 'DigiTek: andre datoer', card: seen(other, 'digitek', at('visitTold', 3)) },
  { name: 'DigiTek: ikke nu', card: seen(declined, 'digitek', at('visitTold', 3)) },
  {
    name: 'DigiTek: ikke svaret',
    card: seen(hoursLater(asked, 180), 'digitek', at('visitOverdue', 2)),
  },
  { name: 'DigiTek: svarede alligevel', card: seen(agreed, 'digitek', at('visitOverdue', 2)) },
  { name: 'DigiTek: spørgsmål', card: seen(asking, 'consultant', at('visitQuestion', 3)) },
  { name: 'DigiTek: har svaret', card: seen(replied, 'consultant', at('visitQuestion', 3)) },
  {
    name: 'DigiTek: svaret mangler',
    card: failed(asking, 'consultant', refused('wordMissing'), {}, at('visitQuestion', 3)),
  },
];

/** Every state of what a leder is asked about a visit; one fixture for each kind of reader. */
export const visitStatesByKind: Readonly<Record<string, () => readonly State[]>> = {
  visitLeder: lederStates,
  visitTeam: teamStates,
};
