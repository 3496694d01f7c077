import type { PostVisitMove, VisitChoices } from '#shared/contract/visits.ts';
import { type VisitHours, visitHoursOf } from '#shared/domain/visits/hours.ts';
import { noDays, type VisitDays, type VisitTerms } from '#shared/domain/visits/visit.ts';

/** A plan as it is typed. */
export type VisitDraft = {
  readonly lederId: string;
  readonly unit: string;
  readonly area: string;
  readonly employees: string;
  readonly chosen: string;
  readonly consultants: readonly [string, string];
  readonly days: VisitDays;
};

export const blankVisit: VisitDraft = {
  ...{ lederId: '', unit: '', area: '', employees: '', chosen: '3' },
  ...{ consultants: ['', ''], days: noDays },
};

/** What a shape alone cannot say of a plan that lay on the device. */
export const isVisitDraft = ({ consultants, days }: VisitDraft): boolean =>
  consultants.length === 2 &&
  consultants.every((id) => typeof id === 'string') &&
  Object.values(days).every((day) => day === null || typeof day === 'string');

export const draftOf = (terms: VisitTerms): VisitDraft => ({
  ...{ lederId: terms.lederId ?? '', unit: terms.unit, area: terms.area },
  ...{ employees: String(terms.employees), chosen: String(terms.chosen), days: terms.days },
  consultants: [terms.consultants[0]?.id ?? '', terms.consultants[1]?.id ?? ''],
});

/** What the leder's own row says of the unit, where nobody has typed anything else. */
export const withLeder = (
  draft: VisitDraft,
  lederId: string,
  ledere: VisitChoices['ledere'],
): VisitDraft => {
  const before = ledere.find(({ id }) => id === draft.lederId);
  const leder = ledere.find(({ id }) => id === lederId);
  const isOwn = draft.unit === '' || draft.unit === before?.unit;
  return {
    ...draft,
    lederId,
    area: leder?.area ?? draft.area,
    unit: isOwn && leder?.unit ? leder.unit : draft.unit,
  };
};

const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);

export const hoursIn = (
  { employees, chosen }: VisitDraft,
  { frame }: Pick<VisitChoices, 'frame'>,
): VisitHours => visitHoursOf({ employees: whole(employees), chosen: whole(chosen) }, frame);

type PlannedMove = Extract<PostVisitMove, { type: 'planned' }>;

export const moveOf = (draft: VisitDraft, revision: number): PlannedMove => ({
  type: 'planned',
  revision,
  terms: {
    ...{ area: draft.area, unit: draft.unit, days: draft.days },
    lederId: draft.lederId === '' ? null : draft.lederId,
    ...{ employees: whole(draft.employees), chosen: whole(draft.chosen) },
    consultantIds: draft.consultants.filter((id) => id !== ''),
  },
});
