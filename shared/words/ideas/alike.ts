import type { AlikeProject } from '#shared/domain/ideas/alike.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { Status } from '#shared/domain/project.ts';

/* What is alike to an idea, and why: beside the fields, and on the card that says it has come. */

export const alikeWords = {
  title: 'Det ligner',
  invite: 'Findes det allerede? Så kan du hægte dig på.',
  before: 'Skriv et par ord, så ser vi, om vi kender noget, der ligner.',
  none: 'Vi kender ikke noget, der ligner.',
  both: 'Begge:',
  learnt: 'Det lærte de:',
} as const;

/** "5 ligner": what is folded on a phone, and what is read aloud when it changes. */
export const alikeCount = (count: number): string => (count === 1 ? '1 ligner' : `${count} ligner`);

const underway: Record<Phase, string> = {
  idea: 'beskrives',
  investigation: 'undersøges',
  trial: 'afprøves',
  operation: 'i drift',
  spread: 'i drift og spredes',
};

const still: Record<Exclude<Status, 'active' | 'operating'>, string> = {
  raw: 'ny idé',
  backlog: 'idé i backlog',
  pipeline: 'idé i pipeline',
  stopped: 'stoppet',
  closed: 'afsluttet',
};

/** "afprøves", "i drift", "stoppet". */
export const standingText = ({ status, phase }: Pick<AlikeProject, 'status' | 'phase'>): string => {
  if (status === 'operating') return underway[phase === 'spread' ? 'spread' : 'operation'];
  return status === 'active' ? underway[phase] : still[status];
};

/** "Horsens og 3 til": a project of many municipalities is told by the first. */
const whose = (municipality: string): string => {
  const [first = '', ...others] = municipality.split(/[|,]/).map((name) => name.trim());
  if (first === '') return 'Hos os';
  return others.length === 0 ? first : `${first} og ${others.length} til`;
};

/** "Odense · i drift og spredes"; without a municipality it is our own: "Hos os · stoppet". */
export const alikeWhere = (project: AlikeProject): string =>
  `${whose(project.municipality)} · ${standingText(project)}`;

/** What whoever stopped it said, or who knows of it; '' when nobody did or does. */
export const alikeMore = ({ stoppedBecause, learnt, knownBy }: AlikeProject): string => {
  // What was learnt is shown line by line, and says more than a word at the end.
  if (stoppedBecause !== '' && learnt.length === 0) return `Stoppet, fordi: ${stoppedBecause}`;
  return knownBy === '' ? '' : `Tal med ${knownBy}`;
};
