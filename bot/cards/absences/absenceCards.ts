import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Notice } from '#shared/domain/notice.ts';
import type { Absence, Person } from '#shared/domain/person.ts';
import { absenceWords as words } from '#shared/words/absences/words.ts';
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

/** To whoever answers for somebody, and to whoever is away when another has said so. */
export const absenceCard = (told: Told, links: Links): IAdaptiveCard => {
  const { absence, isDeputy, away } = told;
  const title = words.title(told);
  return card(
    [
      kicker(words.kicker),
      heading(title),
      absence.ended ? null : line([strong(words.days(absence))]),
      line([words.meaning(told)]),
      !isDeputy || absence.byName !== away.name ? note(words.saidBy(absence.byName)) : null,
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
      ...knownLines({ ...form, known: form.known.slice(0, mostKnown) }),
    ],
    words.form.title,
    null,
  );

/** It is set; it can be stopped from the very card. */
export const absenceReceiptCard = (
  { absence, deputy }: AbsenceForm['known'][number],
  links: Links,
): IAdaptiveCard =>
  card(
    [
      kicker(words.kicker),
      heading(words.receiptTitle),
      line([words.receipt(deputy, absence)]),
      actionSet([
        execute(words.form.end, 'endAbsence', { absence: absence.id }),
        openUrl(words.openDecide, links.decide()),
      ]),
    ],
    words.receiptTitle,
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
