import type { Project } from '#shared/domain/project.ts';
import { type GateRequest, openQuestionsOf, type Statement } from '#shared/domain/request.ts';
import { stuckLimitsOf } from '#shared/domain/settings.ts';
import { type Stuck, type StuckBefore, stuckBefore, stuckOf } from '#shared/domain/stuck.ts';
import { stepsByCode } from '../checklist/steps.ts';
import type { Deps, Stores } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

const openRequestIn = (stores: Stores, project: Project): GateRequest | undefined =>
  stores.requests
    .where('projectId', project.id)
    .map((row) => row.value)
    .findLast((request) => request.closedAt === null && !stores.decisions.get(request.id));

/** The request that is open, and what was said of it. */
export type Open = {
  readonly request: GateRequest;
  readonly statements: readonly Statement[];
};

/** Nothing is waited for any more. */
export const isEnded = ({ status }: Project): boolean =>
  status === 'stopped' || status === 'closed';

export const openIn = (stores: Stores, project: Project): Open | undefined => {
  const request = openRequestIn(stores, project);
  return (
    request && {
      request,
      statements: stores.statements.where('requestId', request.id).map((row) => row.value),
    }
  );
};

/** What people have written that it waits for; an open request is what it waits for before that. */
export const somebodyIn = ({ waitsFor, waitsSince, phaseSince }: Project) =>
  waitsFor === ''
    ? undefined
    : { type: 'somebody' as const, whom: waitsFor, since: waitsSince ?? phaseSince };

/** Of whoever leads it, and else owns it; nobody is named where nobody is appointed. */
const whoseOf = (...names: readonly string[]): Pick<Stuck, 'whose'> => {
  const whose = names.find((name) => name !== '');
  return whose === undefined ? {} : { whose };
};

/** A project that is on its way through the gates; in operation it is where it should be. */
const isOnItsWay = ({ status, phase }: Project): boolean =>
  status === 'active' && phase !== 'operation' && phase !== 'spread';

/** The latest that moved: the phase, the row, a step, the request. That it was put in is no move. */
const lastMovementOf = (stores: Stores, project: Project, open: Open | undefined): string => {
  const { phaseSince, lastChange } = project;
  const steps = [...stepsByCode(stores, project.id).values()].map(({ doneAt }) => doneAt ?? '');
  return [
    phaseSince,
    lastChange && lastChange.before !== '{}' ? lastChange.at : '',
    ...steps,
    open?.request.askedAt ?? '',
    open?.statements.at(-1)?.at ?? '',
  ]
    .sort()
    .reduce((_, at) => at);
};

/** Why it sits, whose it is, and since when; undefined when it does not. */
export const stuckIn = (
  stores: Stores,
  project: Project,
  open: Open | undefined,
  before: StuckBefore,
): Stuck | undefined => {
  const [question] = open ? openQuestionsOf(open.statements) : [];
  const somebody = open ? undefined : somebodyIn(project);
  const { leadName, ownerName, phaseSince } = project;
  return stuckOf(
    {
      question: question && {
        since: question.at,
        ...whoseOf(leadName, open?.request.askedByName ?? ''),
      },
      gate: open && { since: open.request.askedAt },
      somebody: somebody && { since: somebody.since },
      // Few have been in their phase for so long: only of those is asked what has moved since.
      phase: () =>
        isOnItsWay(project) && phaseSince < before.phase
          ? { since: lastMovementOf(stores, project, open), ...whoseOf(leadName, ownerName) }
          : undefined,
    },
    before,
  );
};

/** By what column a row names the project it belongs to, of the lists that what it waits for rests on. */
export const ofProject = {
  projects: 'id',
  requests: 'projectId',
  decisions: 'projectId',
  steps: 'projectId',
  approvals: 'projectId',
  chefComments: 'projectId',
  interests: 'projectId',
  inquiries: 'projectId',
  spreadUnits: 'projectId',
} as const;

/** The days before which something sits: the same for all, and another with each new day. */
export const stuckBeforeIn = (deps: Deps): StuckBefore => stuckBeforeOn(deps, deps.clock.day());

/** The same of another day. */
export const stuckBeforeOn = (
  { stores, calendarOf }: Pick<Deps, 'stores' | 'calendarOf'>,
  day: string,
): StuckBefore => {
  const settings = settingsOf(stores);
  return stuckBefore(stuckLimitsOf(settings), day, calendarOf(settings.closingDays));
};
