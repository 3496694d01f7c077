import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { AbsenceAction } from '#shared/contract/cardActions.ts';
import { answersForSomething, standingOf, timeOfAbsence } from '#shared/domain/absence.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import { answersFor } from '#shared/domain/uncovered.ts';
import { isWorkday, nextDay } from '#shared/domain/workday.ts';
import { setAbsence, setStanding, stopAbsence } from '#shared/useCases/absences/absences.ts';
import { nameOfPersonIn, peopleIn } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { rhythmIn } from '#shared/useCases/settings/hours.ts';
import { readsReplies } from '#shared/useCases/settings/mailboxes.ts';
import { absenceWords } from '#shared/words/absences/words.ts';
import {
  type AbsenceForm,
  absenceEndedCard,
  absenceFormCard,
  absenceReceiptCard,
  nobody,
  standingReceiptCard,
} from '../cards/absences/absenceCards.ts';
import { plainCard } from '../cards/chat/chatCards.ts';
import { type Kind, nothingHeld, type Press, type Shown } from './actions.ts';
import type { BotParts } from './botParts.ts';

type Typed = Pick<AbsenceForm, 'key' | 'from' | 'to' | 'deputyId'>;

/** Tomorrow, or the working day after. */
const nextWorkday = (deps: Deps): string => {
  const { calendar } = rhythmIn(deps);
  let day = nextDay(deps.clock.day());
  for (let searched = 0; searched < 14 && !isWorkday(day, calendar); searched += 1)
    day = nextDay(day);
  return day;
};

/** Whoever always stands in, or did last time, is likely to do it again. */
const likelyDeputy = (own: Person | undefined): string =>
  (own && standingOf(own)) ?? own?.absences.at(-1)?.deputyId ?? '';

const formOf = (deps: Deps, actor: Actor, typed: Partial<Typed>): AbsenceForm => {
  const people = peopleIn(deps);
  const own = people.find(({ id }) => id === actor.id);
  const first = nextWorkday(deps);
  return {
    key: typed.key ?? `absence-${deps.newId()}`,
    from: typed.from ?? first,
    to: typed.to ?? first,
    deputyId: typed.deputyId ?? likelyDeputy(own),
    standing: (own && standingOf(own)) ?? '',
    readsReplies: readsReplies(deps),
    people: people
      .filter(({ id, roles }) => id !== actor.id && roles.length > 0)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'da')),
    known: (own?.absences ?? [])
      .filter((absence) => timeOfAbsence(absence, deps.clock.day()) !== 'over')
      .map((absence) => ({ absence, deputy: nameOfPersonIn(deps, absence.deputyId) })),
  };
};

/** The card behind `fravær`, for whoever is asked something. */
export const absenceFormFor = ({ deps }: BotParts, actor: Actor): IAdaptiveCard =>
  answersForSomething(actor)
    ? absenceFormCard(formOf(deps, actor, {}))
    : plainCard(`${absenceWords.form.nothing} ${absenceWords.form.inTab}`);

const shownCard = (card: IAdaptiveCard): Shown => ({ type: 'card', card, view: null });

const typedIn = (action: AbsenceAction): Partial<Typed> =>
  action.verb === 'setDeputy'
    ? { key: action.key, from: action.from, to: action.to, deputyId: action.deputy }
    : {};

const formAgain = (
  { deps }: BotParts,
  { actor, action }: Press<AbsenceAction>,
  why: string,
): Shown => shownCard(absenceFormCard(formOf(deps, actor, typedIn(action)), why));

const carriedOut = async (
  { deps, links }: BotParts,
  { actor, action }: Press<AbsenceAction>,
): Promise<IAdaptiveCard | { readonly refused: string }> => {
  const personId = actor.id;
  if (action.verb === 'endAbsence') {
    const ended = await stopAbsence(deps, actor, { personId, id: action.absence });
    return ended.ok
      ? absenceEndedCard(links)
      : { refused: absenceWords.refusals[ended.refusal.type] };
  }
  if (action.verb === 'setStanding') {
    const standing = action.standing === nobody ? '' : action.standing;
    const named = await setStanding(deps, actor, { personId, deputyId: standing });
    return named.ok
      ? standingReceiptCard(nameOfPersonIn(deps, standing), readsReplies(deps), links)
      : { refused: absenceWords.refusals[named.refusal.type] };
  }
  const { key: id, from, to, deputy: deputyId } = action;
  const set = await setAbsence(deps, actor, { id, personId, deputyId, from, to });
  return set.ok
    ? absenceReceiptCard(
        {
          absence: set.value,
          deputy: nameOfPersonIn(deps, set.value.deputyId),
          alsoFor: answersFor(actor, peopleIn(deps), set.value).map(({ name }) => name),
        },
        links,
      )
    : { refused: absenceWords.refusals[set.refusal.type] };
};

/** Sæt stedfortræder, and Stop fraværet: one's own only; another's is set in the tab. */
export const absenceKind: Kind<AbsenceAction, never> = {
  held: nothingHeld,
  asked: (parts, press) => ({
    type: 'store',
    work: async () => {
      const done = await carriedOut(parts, press);
      return 'refused' in done
        ? { ending: 'refused', shown: formAgain(parts, press, done.refused) }
        : { ending: 'kept', shown: shownCard(done) };
    },
  }),
  received: () => shownCard(plainCard(absenceWords.sending)),
  failed: (parts, press, ending) =>
    formAgain(
      parts,
      press,
      ending === 'notStored' ? absenceWords.notStored : absenceWords.uncertain,
    ),
};
