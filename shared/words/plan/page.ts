import type { PersonId } from '#shared/domain/person.ts';
import {
  type Milestone,
  type MilestoneState,
  milestoneState,
} from '#shared/domain/plan/milestone.ts';
import { monthNo, quarterMonth } from '#shared/domain/plan/month.ts';
import type { Planned } from '#shared/domain/plan/planned.ts';
import type { BarGate } from '#shared/domain/plan/segments.ts';
import type { Move, Suggestion } from '#shared/domain/plan/whatIf.ts';
import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import { shortDayText, timeText } from '../dates.ts';
import { formatKr } from '../money.ts';
import { stepName } from '../words.ts';
import { hoursNumber, hoursText, monthOnly, monthText, planText, spanText } from './words.ts';

/* What the page of the plan says, and what it says aloud. */

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

export const planGroupings = ['area', 'phase', 'type', 'lead'] as const;
export type PlanGrouping = (typeof planGroupings)[number];

export const planGroupingNames: Record<PlanGrouping, string> = {
  area: 'Områder',
  phase: 'Faser',
  type: 'Typer',
  lead: 'Projektledere',
};

/** How much is in sight, in months (P31). */
export const planZooms = [6, 12, 24, 36] as const;
export type PlanZoom = (typeof planZooms)[number];

/** "oktober 2026" of a quarter. */
export const quarterName = (quarter: number): string => monthText(quarterMonth(quarter));
const quarterShort = (quarter: number): string => capital(monthOnly(quarterMonth(quarter)));

/** "1 kvartal", "2 måneder": how far a bar has moved. */
export const lengthText = (months: number): string => {
  const whole = Math.abs(months);
  return whole % 3 === 0 && whole > 0
    ? count(whole / 3, 'kvartal', 'kvartaler')
    : count(whole, 'måned', 'måneder');
};

const isElsewhere = (from: Planned, to: Planned): boolean => from.start !== to.start;

/** "flytter 1 kvartal", "slutter 2 måneder senere", "får 40 timer". */
export const moveText = ({ from, to }: Pick<Move, 'from' | 'to'>): string => {
  if (to === null) return 'tages ud';
  if (from === null) return 'lægges ind';
  const [by, ends] = [monthNo(to.start) - monthNo(from.start), monthNo(to.end) - monthNo(from.end)];
  if (isElsewhere(from, to)) return `flytter ${lengthText(by)}${by < 0 ? ' tidligere' : ''}`;
  if (ends !== 0) return `slutter ${lengthText(ends)} ${ends > 0 ? 'senere' : 'tidligere'}`;
  return `får ${hoursText(to.hours)}`;
};

/** "SMS-rådgivning til unge, flytter 1 kvartal, fra november til februar". */
export const movedAloud = ({ row, from, to }: Pick<Move, 'row' | 'from' | 'to'>): string => {
  const said = `${row.title}, ${moveText({ from, to })}`;
  if (to === null) return said;
  if (from === null) return `${said}, ${planText(to)}`;
  if (isElsewhere(from, to))
    return `${said}, fra ${monthOnly(from.start)} til ${monthOnly(to.start)}`;
  return from.end === to.end ? said : `${said}, i ${monthText(to.end)}`;
};

const gateStates: Record<BarGate['state'], string> = {
  past: 'passeret',
  asked: 'venter på svar',
  next: 'den næste',
  ahead: 'senere',
};

/** Who hears of a saved plan besides whoever saved it. */
const toldText = (told: number | undefined): string => {
  if (told === undefined) return 'De, der skal vide det, får besked.';
  if (told === 0) return 'Ingen andre skal have besked.';
  return told === 1
    ? 'Den, der skal vide det, får besked.'
    : `De ${told}, der skal vide det, får besked.`;
};

export const planWords = {
  waiting: 'Henter planen',
  title: 'Plan',
  fits: 'Der er plads i alle kvartaler',
  over: (quarter: number, hours: number): string =>
    `${quarterShort(quarter)} har ${hoursText(hours)} for meget`,
  getsOver: (quarter: number, hours: number): string =>
    `${quarterShort(quarter)} får ${hoursText(hours)} for meget`,
  moreOver: (quarters: number): string => `og ${count(quarters, 'kvartal', 'kvartaler')} mere`,
  planned: (planned: number): string => `${count(planned, 'projekt', 'projekter')} i planen`,
  unplanned: (unplanned: number): string =>
    unplanned === 1 ? '1 i gang uden plan' : `${unplanned} i gang uden plan`,
  proposals: (proposals: number): string =>
    proposals === 1 ? '1 forslag venter' : `${proposals} forslag venter`,
  fresh: (at: string): string => `opdateret ${timeText(at)}`,
  tryIt: 'Prøv: hvad nu hvis?',
  backlog: (waiting: number): string => `Backlog ${waiting}`,
  export: 'Hent CSV',
  exporting: 'Henter …',
  compare: (day: string): string => `Som den var ${shortDayText(day)}`,
  compared: (moved: number, day: string): string =>
    moved === 0
      ? `Intet har flyttet sig siden ${shortDayText(day)}`
      : `${count(moved, 'projekt har', 'projekter har')} flyttet sig siden ${shortDayText(day)}`,
  noThen: 'Der har ikke været en kvartalsstatus endnu',
  stoodThen: (then: Planned | null): string =>
    then === null ? 'ikke i planen da' : `stod ${spanText(then)}`,
  grouping: 'Vis efter',
  filters: 'Filtre',
  area: 'Område',
  phase: 'Fase',
  type: 'Type',
  all: 'Alle',
  across: 'På tværs',
  none: 'Ingen projektleder',
  search: 'Søg i planen',
  clear: 'Ryd filter',
  empty: 'Intet passer.',
  nothing: 'Ingen projekter i planen endnu. Træk et ind fra Backlog.',
  zoom: 'Vis',
  zoomText: (months: PlanZoom): string => `${months} måneder`,
  earlier: 'Tidligere',
  later: 'Senere',
  today: 'i dag',
  project: 'Projekt',
  chart: 'Planen, et projekt i hver række',
  quarterHead: (quarter: number): string => monthOnly(quarterMonth(quarter)),
  meeting: (day: string): string => `status ${shortDayText(day)}`,
  legend: 'Forklaring',
  operation: 'Drift',
  gate: 'Gate',
  gateAsked: 'Gate, venter nu',
  suggested: 'Forslag, ikke gemt',
  due: (day: string): string => `Frist ${shortDayText(day)}`,
  stoodHere: 'stod her før',
  milestones: 'Milepæle',
  hours: 'Timer i DigiTek',
  hoursProjects: 'projekter',
  hoursStudy: 'DigiTek 360',
  hoursSudden: 'plads til det uventede',
  hoursSuggested: 'forslag uden plan',
  capacity: (hours: number): string => `DigiTek har ${hoursText(hours)}`,
  free: (hours: number): string => `${hoursNumber(hours)} ledige`,
  tooMany: (hours: number): string => `${hoursNumber(hours)} for meget`,
  before: (hours: number): string => `før ${hoursNumber(hours)}`,
  besides: (hours: number): string => `+ ${hoursNumber(hours)} i forslag`,
  keys: 'Pil til siden flytter en måned. Skift og pil strækker. Esc fortryder. Enter åbner projektet.',

  frame: 'Prøve · intet er gemt',
  whatIf: 'Hvad nu hvis',
  onlyTry: 'Flyt en bjælke, træk et projekt ind, eller læg et nyt SKAL-projekt ind.',
  moves: 'Det flytter',
  yours: 'Det har du lagt ind',
  room: 'Der er plads. Ingen flytter.',
  letStand: 'Lad stå',
  undoOne: 'Fortryd',
  letStandLabel: (title: string): string => `Lad ${title} stå`,
  undoOneLabel: (title: string): string => `Fortryd ${title}`,
  money: 'Puljer',
  poolMove: (pool: string, year: number, before: number, after: number): string =>
    `${pool} ${year}: ${formatKr(before)} → ${formatKr(after)}`,
  poolLeft: (ore: number): string => `${formatKr(ore)} tilbage i puljen nu`,
  poolNotOpen: 'Puljen er ikke åbnet endnu',
  know: 'De skal vide det',
  chefOf: (area: string): string => `Chef, ${area}`,
  leads: (number: number): string => count(number, 'projektleder', 'projektledere'),
  owners: (number: number): string => count(number, 'projektejer', 'projektejere'),
  knowWhen: 'De får én besked, når planen er gemt.',
  knowNobody: 'Ingen andre end dig. Der sendes ingen besked.',
  chefgruppe: 'Chefgruppen, fordi fællespuljen skal bruges i et andet år',
  copy: 'Kopiér besked til dem',
  copied: 'Beskeden ligger i udklipsholderen.',
  noCopy: 'Beskeden kunne ikke kopieres.',
  stillOver: (quarter: number, hours: number): string =>
    `${quarterShort(quarter)} har stadig ${hoursText(hours)} for meget`,
  suggestion: ({ row, way, left }: Suggestion): string => {
    const what = way === 'wait' ? 'kan vente 1 kvartal' : 'kan strækkes 1 kvartal';
    const then =
      left > 0
        ? `Så er der stadig ${hoursText(left)} for meget.`
        : `Så er der ${hoursText(-left)} ledige.`;
    return `${row.title} ${what}. ${then}`;
  },
  noSuggestion: 'Intet enkelt projekt kan afhjælpe det.',
  doIt: 'Prøv det',
  save: 'Gem',
  saving: 'Gemmer …',
  undo: 'Fortryd',
  propose: 'Send som forslag',
  proposeWhy: 'Hvorfor',
  proposes: (moved: number): string =>
    `Sender ${count(moved, 'forslag', 'forslag')} til DigiTek. Planen står, som den står, til de har svaret.`,
  mayNotPropose: 'Du kan prøve. Kun DigiTek gemmer, og projektets leder eller ejer kan foreslå.',
  nothingYet: 'Intet er ændret endnu.',
  saves: (moved: number, added: number, over: boolean): string => {
    const parts = [
      ...(moved > 0 ? [`flytter ${count(moved, 'projekt', 'projekter')}`] : []),
      ...(added > 0 ? [`opretter ${count(added, 'SKAL-projekt', 'SKAL-projekter')}`] : []),
    ];
    return `Gem ${parts.join(' og ')}.${over ? ' Der gemmes over det, DigiTek har timer til.' : ''}`;
  },
  saved: (changed: number, told: number | undefined): string =>
    changed === 0
      ? 'Gemt. Intet var ændret.'
      : `Gemt. ${count(changed, 'projekt', 'projekter')} ændret. ${toldText(told)}`,
  proposed: 'Sendt til DigiTek. Planen er ikke ændret.',
  declined: 'Forslaget er afvist.',
  recalculate: 'Regn igen',
  meanwhile: (titles: readonly string[]): string =>
    `Andre har flyttet: ${titles.join(', ')}. De står nu, som andre satte dem.`,

  pull: 'Træk ind',
  pullLabel: (title: string): string => `Træk ${title} ind i planen`,
  backlogTitle: 'Backlog og pipeline',
  backlogEmpty: 'Intet venter i backlog.',
  backlogMore: (number: number): string => `${number} mere. Søg, eller vælg et område.`,
  newSkal: 'Nyt SKAL-projekt',
  skalTitle: 'Hvad hedder det',
  skalArea: 'Chefområde',
  skalDue: 'Frist',
  skalHours: 'Timer i DigiTek',
  skalAdd: 'Læg ind',
  skalCancel: 'Annullér',
  skalTitleMissing: 'Skriv, hvad det hedder.',
  skalDueMissing: 'Vælg en frist, der ikke er gået.',
  skalHoursWrong: 'Skriv hele timer, for eksempel 120.',
  takeSuggestion: 'Brug forslaget',
  suggestionLabel: (title: string): string => `Brug forslaget til ${title}`,
  chosen: 'Valgt bjælke',
  from: 'Fra',
  to: 'Til',
  hoursField: 'Timer',
  takeOut: 'Tag ud af planen',
  open: 'Åbn projektet',
  proposalBy: (name: string): string => `${name} foreslår`,
  takeProposal: 'Prøv forslaget',
  decline: 'Afvis',
  close: 'Luk',

  phone: {
    quarter: 'Kvartal',
    list: (quarter: number): string => `Projekter i ${monthOnly(quarterMonth(quarter))} kvartal`,
    back: 'En måned før',
    on: 'En måned senere',
    backLabel: (title: string): string => `${title} en måned før`,
    onLabel: (title: string): string => `${title} en måned senere`,
    stood: (from: Planned | null): string =>
      from === null ? 'ikke i planen før' : `før ${spanText(from)}`,
    nothing: 'Ingen projekter i kvartalet.',
    onlyMoves: 'Kun det, der flytter',
  },
} as const;

const milestoneSaid = {
  reached: 'nået',
  late: 'dagen er gået',
  ahead: '',
} as const satisfies Record<MilestoneState, string>;

/** "Evaluering 12. marts, nået". */
export const milestoneText = (milestone: Milestone, made: StepTemplates, today: string): string => {
  const said = milestoneSaid[milestoneState(milestone, today)];
  const named = `${stepName(milestone.code, made)} ${shortDayText(milestone.due)}`;
  return said === '' ? named : `${named}, ${said}`;
};

/** All that a screen reader hears of a bar that stands still. */
export const barAloud = (
  title: string,
  planned: Planned | null,
  more: {
    readonly phase: string;
    readonly gates: readonly BarGate[];
    readonly due: string | null;
    readonly milestones: readonly string[];
  },
): string => {
  const gates = more.gates
    .filter(({ state }) => state !== 'past')
    .map(
      ({ door, state, at }) =>
        `gate ${door.slice(-1)} i ${monthOnly(`0000-${String((Math.floor(at) % 12) + 1).padStart(2, '0')}`)}${state === 'asked' ? `, ${gateStates.asked}` : ''}`,
    );
  return [
    title,
    more.phase,
    planned === null ? 'ikke i planen' : planText(planned),
    ...gates,
    ...(more.due === null ? [] : [planWords.due(more.due)]),
    ...more.milestones,
  ].join(', ');
};

/** A suggestion is said to be one. */
export const suggestedAloud = (title: string, planned: Planned): string =>
  `${title}, ikke planlagt, forslag ${planText(planned)}`;

/** Ready to be sent to whoever must know. */
export const knowText = (
  moves: readonly Move[],
  names: Readonly<Record<PersonId, string>>,
): string =>
  [
    'Planen ændrer sig:',
    ...moves.map((move) => {
      const lead = move.row.lead === undefined ? '' : (names[move.row.lead] ?? '');
      const where = move.to === null ? '' : ` Nu ${spanText(move.to)}.`;
      return `- ${move.row.title} ${moveText(move)}.${where}${lead === '' ? '' : ` Projektleder: ${lead}.`}`;
    }),
  ].join('\n');
