import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Notice } from '#shared/domain/notice.ts';
import type { Absence, Person } from '#shared/domain/person.ts';
import { uncoveredWords } from '#shared/words/absences/uncovered.ts';
import { standingWords, absenceWords as words } from '#shared/words/absences/words.ts';
import type { Links } from '../context.ts';
import {
  actionSet,
  bold,
  box,
  card,
  choose,
  dateField,
  type Element,
  execute,
  heading,
  kicker,
  line,
  note,
  openUrl,
  strong,
} from '../elements.ts';
import { around } from '../summary.ts';

type Told = Extract<Notice, { type: 'absence' }>;

/** Why it is so, where that is not the word of whoever is away. */
const saidBy = ({ absence, isDeputy, away }: Told): Element | null => {
  if (absence.replies && !isDeputy && !absence.ended) return note(words.ownReplies);
  return !isDeputy || absence.byName !== away.name ? note(words.saidBy(absence)) : null;
};

/** To whoever answers for somebody, and to whoever is away when another has said so. */
export const absenceCard = (told: Told, links: Links): IAdaptiveCard => {
  const { absence } = told;
  const title = words.title(told);
  return card(
    [
      kicker(words.kicker),
      heading(title),
      absence.ended ? null : line([strong(words.days(absence))]),
      line([words.meaning(told)]),
      told.gap && !absence.ended ? box('attention', [line([uncoveredWords.gap(told.gap)])]) : null,
      saidBy(told),
      actionSet([openUrl(words.openDecide, links.decide())]),
    ],
    around('', title, ''),
    null,
  );
};

/** To whoever is named to answer every time, and to whoever it is for when another has named them. */
export const standingCard = (
  told: Extract<Notice, { type: 'standing' }>,
  links: Links,
): IAdaptiveCard => {
  const title = standingWords.title(told);
  const isByOther = told.said !== null && told.said.byId !== told.away.id;
  return card(
    [
      kicker(words.kicker),
      heading(title),
      line([standingWords.meaning(told)]),
      told.said && isByOther ? note(words.saidBy(told.said)) : null,
      actionSet([openUrl(words.openDecide, links.decide())]),
    ],
    around('', title, ''),
    null,
  );
};

export type AbsenceForm = {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly deputyId: string;
  /** Who answers every time; '' when nobody is named. */
  readonly standing: string;
  /** Whether their automatic replies are read. */
  readonly readsReplies: boolean;
  /** Who may be chosen, by name. */
  readonly people: readonly Pick<Person, 'id' | 'name'>[];
  /** What runs or is to come, with the deputy's name. */
  readonly known: readonly { readonly absence: Absence; readonly deputy: string }[];
};

const knownLines = ({ known }: AbsenceForm): readonly Element[] =>
  known.length === 0
    ? []
    : [
        bold(words.form.current, 'Medium'),
        ...known.flatMap(({ absence, deputy }) => [
          line([strong(deputy), ` · ${words.days(absence)}`], 'Small'),
          actionSet([execute(words.form.end, 'endAbsence', { absence: absence.id })]),
        ]),
      ];

/** As a card says it that nobody is chosen: a choice has to have a value. */
export const nobody = 'nobody';

const standingLines = (form: AbsenceForm): readonly Element[] => [
  bold(words.form.standing, 'Medium'),
  line([words.form.standingMeans(form.readsReplies)], 'Small'),
  choose(words.form.standing, 'standing', form.standing === '' ? nobody : form.standing, [
    { title: words.form.standingNone, value: nobody },
    ...form.people.map(({ id, name }) => ({ title: name, value: id })),
  ]),
  actionSet([execute(words.form.standingSave, 'setStanding', {})]),
];

/** Most that fit a card with six buttons. */
const mostKnown = 3;

/** The form behind `fravær`; after a refusal it says why over what was chosen. */
export const absenceFormCard = (form: AbsenceForm, refused: string | null = null): IAdaptiveCard =>
  card(
    [
      kicker(words.kicker),
      heading(words.form.title),
      line([words.form.text]),
      refused === null ? null : box('attention', [line([refused])]),
      dateField(words.form.from, 'from', form.from),
      dateField(words.form.to, 'to', form.to),
      choose(
        words.form.deputy,
        'deputy',
        form.deputyId,
        form.people.map(({ id, name }) => ({ title: name, value: id })),
      ),
      actionSet([execute(words.form.send, 'setDeputy', { key: form.key })]),
      ...standingLines(form),
      ...knownLines({ ...form, known: form.known.slice(0, mostKnown) }),
    ],
    words.form.title,
    null,
  );

/** It is set; it can be stopped from the very card. */
export const absenceReceiptCard = (
  {
    absence,
    deputy,
    alsoFor,
  }: AbsenceForm['known'][number] & { readonly alsoFor: readonly string[] },
  links: Links,
): IAdaptiveCard =>
  card(
    [
      kicker(words.kicker),
      heading(words.receiptTitle),
      line([words.receipt(deputy, absence)]),
      alsoFor.length === 0 ? null : box('attention', [line([uncoveredWords.alsoFor(alsoFor)])]),
      actionSet([
        execute(words.form.end, 'endAbsence', { absence: absence.id }),
        openUrl(words.openDecide, links.decide()),
      ]),
    ],
    words.receiptTitle,
    null,
  );

/** Who answers every time. */
export const standingReceiptCard = (
  deputy: string,
  readsReplies: boolean,
  links: Links,
): IAdaptiveCard =>
  card(
    [
      kicker(words.kicker),
      heading(words.standingTitle),
      line([words.form.standingSaved(deputy)]),
      deputy === '' ? null : line([words.form.standingMeans(readsReplies)]),
      actionSet([openUrl(words.openDecide, links.decide())]),
    ],
    words.standingTitle,
    null,
  );

export const absenceEndedCard = (links: Links): IAdaptiveCard =>
  card(
    [
      kicker(words.kicker),
      heading(words.ended),
      line([words.endedText]),
      actionSet([openUrl(words.openDecide, links.decide())]),
    ],
    words.ended,
    null,
  );
