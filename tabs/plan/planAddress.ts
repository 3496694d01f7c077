import { hashOf } from '#shared/contract/tabAddress.ts';
import { type Month, monthAt, quarterMonth, quarterNo } from '#shared/domain/plan/month.ts';
import { projectTypes } from '#shared/domain/project.ts';
import {
  type PlanGrouping,
  type PlanZoom,
  planGroupings,
  planZooms,
} from '#shared/words/plan/page.ts';

/** How the plan is looked at; it stands in the address, so that a link shows the same. */
export type PlanLook = {
  readonly grouping: PlanGrouping;
  /** '' = every one; `across` = without a lead area. */
  readonly area: string;
  readonly phase: string;
  readonly type: string;
  readonly text: string;
  readonly zoom: PlanZoom;
  /** The first month in sight; '' = the quarter before this one. */
  readonly from: Month | '';
  /** Beside how it was at the last kvartalsstatus. */
  readonly compare: boolean;
};

const groupWords: Record<PlanGrouping, string> = {
  area: 'omraade',
  phase: 'fase',
  type: 'type',
  lead: 'leder',
};

export const firstLook: PlanLook = {
  ...{ grouping: 'area', area: '', phase: '', type: '', text: '' },
  ...{ zoom: 24, from: '', compare: false },
};

const longest = 200;

const monthOr = (text: string): Month | '' =>
  /^20\d{2}-(?:0[1-9]|1[0-2])$/.test(text) ? quarterMonth(quarterNo(text)) : '';

export const planLookOf = (query: string): PlanLook => {
  const said = new URLSearchParams(query);
  const text = (name: string): string => (said.get(name) ?? '').slice(0, longest);
  return {
    grouping: planGroupings.find((one) => groupWords[one] === said.get('efter')) ?? 'area',
    area: text('omraade'),
    phase: text('fase'),
    type: projectTypes.find((one) => one === said.get('type')) ?? '',
    text: text('soeg'),
    zoom: planZooms.find((one) => String(one) === said.get('maaneder')) ?? firstLook.zoom,
    from: monthOr(text('fra')),
    compare: said.get('som') === 'kvartalsstatus',
  };
};

/** Only what is otherwise than usual. */
export const planHash = (look: PlanLook): string => {
  const said = new URLSearchParams();
  const put = (name: string, value: string, usual = ''): void => {
    if (value !== usual) said.set(name, value);
  };
  put('efter', groupWords[look.grouping], groupWords[firstLook.grouping]);
  put('omraade', look.area);
  put('fase', look.phase);
  put('type', look.type);
  put('soeg', look.text);
  put('maaneder', String(look.zoom), String(firstLook.zoom));
  put('fra', look.from);
  put('som', look.compare ? 'kvartalsstatus' : '');
  return hashOf({ type: 'plan', query: said.toString() });
};

/** The first month in sight, as a number. */
export const firstMonth = (look: PlanLook, today: string): number =>
  look.from === ''
    ? (quarterNo(today) - (look.zoom > 6 ? 1 : 0)) * 3
    : Number(look.from.slice(0, 4)) * 12 + Number(look.from.slice(5, 7)) - 1;

export const laterLook = (look: PlanLook, today: string, months: number): PlanLook => ({
  ...look,
  from: monthAt(firstMonth(look, today) + months),
});
