import type { Absence, Days } from '#shared/domain/person.ts';
import { absenceWords } from '#shared/words/absences/words.ts';
import {
  type AbsenceForm,
  absenceCard,
  absenceEndedCard,
  absenceFormCard,
  absenceReceiptCard,
  standingCard,
  standingReceiptCard,
} from '../../bot/cards/absences/absenceCards.ts';
import { context, type State } from './states.ts';

const { links } = context;
const absence: Absence = {
  ...{ id: 'absence-0001', deputyId: 'owner', from: '2026-12-02', to: '2026-12-04' },
  ...{ byId: 'chef-omsorg', byName: 'Chef, Omsorg', at: '2026-11-23T09:14:00Z', ended: null },
};
const ended = { byId: 'chef-omsorg', byName: 'Chef, Omsorg', at: '2026-12-03T09:14:00Z' };
const oneDay = { ...absence, to: '2026-12-02' };
const byConsultant = { ...absence, byId: 'consultant', byName: 'Konsulent, DigiTek' };

const replies = { start: '2026-12-02T06:00:00Z', isOver: false, moves: [] };
const byReplies: Absence = { ...absence, byId: '', byName: '', replies };
const whileOn: Absence = { ...byReplies, replies: { ...replies, start: null } };

const told = (one: Absence, isDeputy: boolean, gap: Days | null = null) =>
  absenceCard(
    {
      ...{ type: 'absence', revision: 1, absence: one, isDeputy, gap },
      away: { id: 'chef-omsorg', name: 'Chef, Omsorg' },
      deputy: 'Leder, nattevagten',
    },
    links,
  );

const standing = (isDeputy: boolean, byName: string, isOver = false, readsReplies = true) =>
  standingCard(
    {
      ...{ type: 'standing', revision: 1, isDeputy, readsReplies },
      away: { id: 'chef-omsorg', name: 'Chef, Omsorg' },
      deputy: 'Leder, nattevagten',
      said: isOver
        ? null
        : {
            deputyId: 'owner',
            ...{ byId: byName === 'Chef, Omsorg' ? 'chef-omsorg' : 'consultant', byName },
            at: '2026-11-23T09:14:00Z',
          },
    },
    links,
  );

const form: AbsenceForm = {
  ...{ key: 'absence-0002', from: '2026-11-24', to: '2026-11-24', deputyId: '', known: [] },
  ...{ standing: '', readsReplies: false },
  people: [
    { id: 'owner', name: 'Leder, nattevagten' },
    { id: 'chef-social', name: 'Chef, Social' },
  ],
};
const known = [{ absence, deputy: 'Leder, nattevagten' }];

/** Every card about who answers while somebody is away. */
export const absenceStates = (): readonly State[] => [
  { name: 'fravær: skema', card: absenceFormCard(form) },
  {
    name: 'fravær: skema, og noget er sat',
    card: absenceFormCard({ ...form, deputyId: 'owner', known }),
  },
  {
    name: 'fravær: afvist',
    card: absenceFormCard(form, absenceWords.refusals.deputyAway),
  },
  {
    name: 'fravær: sat',
    card: absenceReceiptCard({ absence, deputy: 'Leder, nattevagten', alsoFor: [] }, links),
  },
  {
    name: 'fravær: sat af en, der selv er stedfortræder',
    card: absenceReceiptCard(
      { absence, deputy: 'Leder, nattevagten', alsoFor: ['Chef, Social', 'Chef, Sundhed'] },
      links,
    ),
  },
  {
    name: 'fravær: skema, med fast stedfortræder og autosvar',
    card: absenceFormCard({ ...form, standing: 'owner', readsReplies: true }),
  },
  {
    name: 'fravær: fast stedfortræder gemt',
    card: standingReceiptCard('Leder, nattevagten', true, links),
  },
  { name: 'fravær: ingen fast stedfortræder', card: standingReceiptCard('', true, links) },
  { name: 'fravær: til en fast stedfortræder', card: standing(true, 'Chef, Omsorg') },
  {
    name: 'fravær: til en fast stedfortræder, uden autosvar',
    card: standing(true, 'Konsulent, DigiTek', false, false),
  },
  {
    name: 'fravær: til en, der var fast stedfortræder',
    card: standing(true, 'Chef, Omsorg', true),
  },
  { name: 'fravær: til den, der har fået en', card: standing(false, 'Konsulent, DigiTek') },
  { name: 'fravær: stoppet', card: absenceEndedCard(links) },
  { name: 'fravær: til stedfortræderen', card: told(absence, true) },
  { name: 'fravær: til stedfortræderen, én dag', card: told(oneDay, true) },
  { name: 'fravær: til stedfortræderen, sat af konsulenten', card: told(byConsultant, true) },
  { name: 'fravær: til stedfortræderen, slut', card: told({ ...absence, ended }, true) },
  { name: 'fravær: til stedfortræderen, efter autosvar', card: told(byReplies, true) },
  { name: 'fravær: til den, hvis autosvar er slået til', card: told(whileOn, false) },
  {
    name: 'fravær: til den, hvis stedfortræder selv er væk',
    card: told(byReplies, false, { from: '2026-12-02', to: '2026-12-03' }),
  },
  { name: 'fravær: til den, der er syg', card: told(byConsultant, false) },
  { name: 'fravær: til den, der er tilbage', card: told({ ...byConsultant, ended }, false) },
];
