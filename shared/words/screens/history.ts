import type { Area } from '#shared/domain/area.ts';
import type { Decider } from '#shared/domain/decider.ts';
import { type Choice, isGate, isOutcome } from '#shared/domain/gates.ts';
import type { HistoryEntry, HistoryKind } from '#shared/domain/history.ts';
import { isPaperCode } from '#shared/domain/papers/paper.ts';
import { phases } from '#shared/domain/phase.ts';
import { statuses } from '#shared/domain/project.ts';
import {
  type Ending,
  endings,
  type StatementKind,
  statementKinds,
} from '#shared/domain/request.ts';
import { isStepCode } from '#shared/domain/steps.ts';
import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import { fileWords } from '../files/words.ts';
import { followWords } from '../ideas/follow.ts';
import { matterHistory } from '../matters.ts';
import { savedVersionText } from '../papers/page.ts';
import { planHistory } from '../plan/words.ts';
import { reportWords } from '../reports/words.ts';
import { spreadHistory } from '../spread/words.ts';
import {
  choiceName,
  choicePast,
  deciderName,
  endingNames,
  gateLabels,
  phaseNames,
  seatName,
  statusNames,
  stepName,
} from '../words.ts';
import { fieldName, valueText } from './project.ts';

/** One line of the history. Decisions are large, everything else is small. */
export type HistorySaid = {
  readonly head: string;
  /** Who, on whose behalf. */
  readonly who: string;
  /** Somebody's own words. */
  readonly words: string;
  readonly large: boolean;
};

type Fields = Readonly<Record<string, unknown>>;

/** What areas and steps are called here. */
type Around = { readonly areas: readonly Area[]; readonly made: StepTemplates };

const fieldsOf = (json: string): Fields => {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    // A line somebody edited by hand in the list is shown without its details.
    return {};
  }
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const gateText = (after: Fields): string =>
  isGate(after['gate']) ? gateLabels[after['gate']] : 'Gate';

const choiceIn = (after: Fields): Choice | null => {
  const outcome = after['outcome'];
  return isOutcome(outcome)
    ? { outcome, spread: after['spread'] === true, rethink: after['rethink'] === true }
    : null;
};

const choiceText = (after: Fields): string => {
  const choice = choiceIn(after);
  return choice ? choicePast(choice) : '';
};

const isEnding = (value: unknown): value is Ending =>
  (endings as readonly unknown[]).includes(value);

const isDecider = (value: unknown): value is Decider =>
  typeof value === 'object' && value !== null && 'seats' in value && Array.isArray(value.seats);

/** Whom a matter was handed on to; histories of before do not say. */
const handedOnTo = (after: Fields, areas: readonly Area[]): string => {
  const to = after['reroutedTo'];
  return isDecider(to) ? ` til ${deciderName(to, areas)}` : '';
};

const endedText = (after: Fields, { areas }: Around): string => {
  const choice = choiceIn(after);
  if (choice) return `${gateText(after)}: ${choiceName(choice)}`;
  const ending = after['ending'];
  return `${gateText(after)}: ${isEnding(ending) ? endingNames[ending].toLowerCase() : ''}${handedOnTo(after, areas)}`;
};

/** What a meeting decided is told by its decision. */
const statementTexts: Record<Exclude<StatementKind, 'recorded'>, (after: Fields) => string> = {
  position: (after) => `Svar i høringen: ${choiceText(after)}`,
  meeting: () => 'Ønsker sagen på mødet',
  agenda: () => 'Sat på dagsordenen',
  question: () => 'Spørgsmål',
  reply: () => 'Svar på et spørgsmål',
};

const statedText = (after: Fields): string => {
  const kind = after['kind'];
  const known = statementKinds.find((one) => one === kind);
  return known && known !== 'recorded' ? statementTexts[known](after) : 'Sagt om sagen';
};

const fileIn = ({ file }: Fields): { name: string; size: number } | null =>
  typeof file === 'object' && file !== null && 'name' in file && 'size' in file
    ? { name: String(file.name), size: Number(file.size) }
    : null;

const removedIn = ({ removedFile: file }: Fields): string | null =>
  typeof file === 'object' && file !== null && 'name' in file ? String(file.name) : null;

const stepText = (after: Fields, { made }: Around): string => {
  const code = after['code'];
  const name = isStepCode(code) ? stepName(code, made) : 'Et trin';
  const file = fileIn(after);
  if (file) return `${name}: ${fileWords.history(file.name, file.size)}`;
  const removed = removedIn(after);
  if (removed !== null) return `${name}: ${fileWords.removedHistory(removed)}`;
  if (after['done'] === true) return `${name}: klar`;
  return after['done'] === false ? `${name}: ikke klar` : `${name}: rettet`;
};

const paperText = (after: Fields): string =>
  isPaperCode(after['paper'])
    ? savedVersionText(after['paper'], Number(after['version']))
    : 'Et papir er gemt';

const movedText = (after: Fields): string => {
  const status = statuses.find((one) => one === after['status']);
  if (status === 'stopped' || status === 'closed') return statusNames[status];
  const phase = phases.find((one) => one === after['phase']);
  return phase ? `Nu i ${phaseNames[phase]}` : 'Flyttet';
};

const editedText = (after: Fields, { areas }: Around): string => {
  const named = Object.entries(after).flatMap(([field, value]) => {
    const name = fieldName(field);
    return name === null || field.endsWith('Id') ? [] : [[name, field, value] as const];
  });
  const [first] = named;
  if (!first) return 'Rettet';
  if (named.length > 1)
    return `Rettet: ${[...new Set(named.map(([name]) => name.toLowerCase()))].slice(0, 3).join(', ')}`;
  const value = valueText(first[1], first[2], areas);
  return value.length > 40 ? `Rettet: ${first[0].toLowerCase()}` : `${first[0]}: ${value}`;
};

const heads: Record<HistoryKind, (after: Fields, around: Around) => string> = {
  created: () => 'Idéen kom ind',
  imported: () => 'Hentet ind fra en fil',
  edited: editedText,
  stepChanged: stepText,
  requested: (after) => `${gateText(after)} er sendt`,
  stated: statedText,
  ended: endedText,
  moved: movedText,
  spread: spreadHistory,
  followed: () => followWords.history,
  paper: paperText,
  absence: () => 'Fravær',
  report: () => reportWords.history,
  planned: planHistory,
  ...matterHistory,
};

const whoText = (entry: HistoryEntry, after: Fields, areas: readonly Area[]): string => {
  const seat = textOf(after['seat']);
  if (after['onBehalf'] === true)
    return `${entry.byName} for ${seat === '' ? 'lederen' : seatName(areas, seat)}`;
  return entry.byName;
};

/** What was left undone in the phase when a project without gates was moved on. */
const leftText = (after: Fields, made: StepTemplates): string => {
  const left = after['stepsLeft'];
  const codes = Array.isArray(left) ? left.filter(isStepCode) : [];
  return codes.length === 0
    ? ''
    : `Ikke gjort: ${codes.map((code) => stepName(code, made)).join(', ')}.`;
};

/** What happened, in a line. */
export const historyText = (entry: HistoryEntry, around: Around): HistorySaid => {
  const { areas, made } = around;
  const after = fieldsOf(entry.after);
  return {
    head: heads[entry.kind](after, around),
    who: whoText(entry, after, areas),
    words: [textOf(after['comment']) || textOf(after['text']), leftText(after, made)]
      .filter((part) => part !== '')
      .join(' '),
    large: entry.kind === 'ended' && isOutcome(after['outcome']),
  };
};
