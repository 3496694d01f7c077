import type { Lack } from '#shared/domain/chain/check.ts';
import type { DrawnLink } from '#shared/domain/chain/drawing.ts';
import type {
  ComparedField,
  ComparedLink,
  Comparison,
  LinkChange,
  PromisedThen,
} from '#shared/domain/chain/versions.ts';
import { amountText, numberText } from '../benefits/numbers.ts';
import { dayYearText } from '../dates.ts';
import { hyphenated } from './hyphens.ts';
import { columnNames, kickerOf, lackShort, spoken } from './words.ts';

/** "Fra 40 til 12 timer om året". */
const promiseText = (promised: PromisedThen): string =>
  promised.baseline === 0
    ? amountText(promised, promised.target)
    : `${numberText(promised.baseline)} → ${amountText(promised, promised.target)}`;

/** By when a benefit is there, or from when something holds. */
const whenText = ({ column, day }: Pick<ComparedLink, 'column' | 'day'>): string => {
  if (day === null) return '';
  return column === 'benefit' ? `senest ${dayYearText(day)}` : `fra ${dayYearText(day)}`;
};

/** What a link says beside its text, in one line. */
export const metaText = (link: ComparedLink): string =>
  [
    link.promised ? promiseText(link.promised) : '',
    link.promised?.ownerName ?? '',
    link.who,
    link.indicator === '' ? '' : `måles: ${link.indicator}`,
    whenText(link),
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** In its box there is room for the first of it. */
const shortMeta = (link: ComparedLink): string =>
  [link.promised ? promiseText(link.promised) : '', link.who, link.indicator].find(
    (part) => part !== '',
  ) ?? '';

/** A link as a box of the picture, with what it lacks. */
export const drawnLink = (link: ComparedLink, lacks: readonly Lack[] = []): DrawnLink => {
  const [first] = lacks;
  return {
    ...{ id: link.id, column: link.column, row: link.row },
    ...{ kicker: kickerOf(link), title: hyphenated(link.text), meta: shortMeta(link) },
    isWorse: link.column === 'benefit' && link.isWorse,
    mark: first ? lackShort(first) : '',
    look: first ? 'lack' : 'plain',
  };
};

export const changedFieldNames: Record<ComparedField, string> = {
  text: 'Tekst',
  column: 'Kolonne',
  stops: 'Begynder eller stopper',
  isWorse: 'Bedre eller værre',
  indicator: 'Indikator',
  who: 'Hvem',
  day: 'Dato',
  promised: 'Mål og ejer',
};

const nothing = 'ikke skrevet';

/** What a link said, field by field. */
export const fieldSaid = (link: ComparedLink, field: ComparedField): string => {
  switch (field) {
    case 'text':
      return link.text;
    case 'column':
      return columnNames[link.column];
    case 'stops':
    case 'isWorse':
      return kickerOf(link);
    case 'indicator':
    case 'who':
      return link[field] || nothing;
    case 'day':
      return link.day === null ? nothing : dayYearText(link.day);
    case 'promised':
      return link.promised
        ? [promiseText(link.promised), link.promised.ownerName]
            .filter((one) => one !== '')
            .join(', ')
        : nothing;
  }
};

/** "Tekst: før »…«, nu »…«". */
export const changeText = ({ before, after }: LinkChange, field: ComparedField): string =>
  `${changedFieldNames[field]}: før »${fieldSaid(before, field)}«, nu »${fieldSaid(after, field)}«`;

const marked = (link: ComparedLink, look: DrawnLink['look'], mark: string): DrawnLink => ({
  ...drawnLink(link),
  ...{ look, mark },
});

/** Two versions as one picture: what is gone stands where it stood. */
export const drawnComparison = (
  after: readonly ComparedLink[],
  { added, removed, changed }: Comparison,
): readonly DrawnLink[] => {
  const isNew = new Set(added.map(({ id }) => id));
  const isOther = new Set(changed.map((one) => one.after.id));
  return [
    ...after.map((link) => {
      if (isNew.has(link.id)) return marked(link, 'added', '+ ny');
      return isOther.has(link.id) ? marked(link, 'changed', '≠ ændret') : marked(link, 'plain', '');
    }),
    ...removed.map((link) => marked(link, 'removed', '− slettet')),
  ];
};

const counted = (count: number, one: string, more: string): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];

/** "3 nye led, 1 slettet, 2 ændret". */
export const comparisonText = (found: Comparison): string => {
  const parts = [
    ...counted(found.added.length, 'nyt led', 'nye led'),
    ...counted(found.removed.length, 'slettet', 'slettet'),
    ...counted(found.changed.length, 'ændret', 'ændret'),
    ...counted(found.joined.length, 'ny pil', 'nye pile'),
    ...counted(found.parted.length, 'pil er væk', 'pile er væk'),
  ];
  return parts.length === 0 ? 'De to udgaver siger det samme.' : parts.join(', ');
};

export const spokenLink = (link: ComparedLink): string => spoken(link, link.text);
