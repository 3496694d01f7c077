import type { Phase } from '#shared/domain/phase.ts';
import type { ProjectType, Status } from '#shared/domain/project.ts';
import { phaseNames, statusNames, typeNames } from '../words.ts';

/* Moving a project without a gate. */

export const moveWords = {
  open: 'Flyt eller skift type',
  what: 'Hvad skal der ske?',
  why: 'Hvorfor?',
  mayWhy: 'Hvorfor? (må stå tomt)',
  reasonMissing: 'Skriv hvorfor. En sætning er nok.',
  changed: 'En anden har ændret projektet. Se det igen, før du flytter det.',
  left: 'Ikke gjort i fasen:',
  move: 'Udfør',
  cancel: 'Fortryd',
} as const;

const statusMoves: Record<Status, string> = {
  raw: `Læg i ${statusNames.raw.toLowerCase()}`,
  backlog: 'Læg i backlog',
  pipeline: 'Sæt i pipeline',
  active: 'Sæt i gang',
  operating: statusNames.operating,
  stopped: 'Stop projektet',
  closed: 'Afslut projektet',
};

/** "Flyt til AFPRØVNING", "Stop projektet", "Gør til SKAL-projekt". */
export const moveName = (changes: {
  readonly type?: ProjectType;
  readonly phase?: Phase;
  readonly status?: Status;
}): string => {
  if (changes.phase) return `Flyt til ${phaseNames[changes.phase]}`;
  if (changes.type) return `Skift type til ${typeNames[changes.type]}`;
  return changes.status ? statusMoves[changes.status] : '';
};
