import type { ProjectReply } from '#shared/contract/api.ts';
import {
  type MoveFacts,
  type MoveRefusal,
  moveRefusalOf,
  stepsLeftIn,
} from '#shared/domain/movement.ts';
import { phases } from '#shared/domain/phase.ts';
import { type Project, projectTypes, statuses } from '#shared/domain/project.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import type { StepTemplates } from '#shared/domain/stepTemplates.ts';

export type Move = {
  readonly changes: MoveFacts['changes'];
  /** A word why has to be written. */
  readonly needsReason: boolean;
  /** The steps of the phase that are left undone when it is moved on like this. */
  readonly left: readonly StepCode[];
};

const doneIn = ({ steps }: ProjectReply): ReadonlySet<StepCode> =>
  new Set(steps.filter((step) => step.done).map((step) => step.code));

const candidates = (project: Project): readonly MoveFacts['changes'][] => [
  ...phases.filter((phase) => phase !== project.phase).map((phase) => ({ phase })),
  ...statuses.filter((status) => status !== project.status).map((status) => ({ status })),
  ...projectTypes.filter((type) => type !== project.type).map((type) => ({ type })),
];

const refusalOf = (
  reply: ProjectReply,
  changes: MoveFacts['changes'],
  reason: string,
): MoveRefusal | null =>
  moveRefusalOf({
    project: reply.project,
    changes,
    reason,
    isOpen: reply.open !== null,
    decisions: reply.decisions,
    doneSteps: doneIn(reply),
    unitsLeft: reply.units.filter(({ state }) => state === 'planned').length,
    benefitsLeft: reply.benefits.left,
  });

/** What the reader may do to the project without a gate, by the very rule the server asks. */
export const movesOf = (reply: ProjectReply, made: StepTemplates): readonly Move[] =>
  candidates(reply.project)
    .filter((changes) =>
      (Object.keys(changes) as (keyof typeof changes)[]).every((field) =>
        reply.mayChange.includes(field),
      ),
    )
    .filter((changes) => refusalOf(reply, changes, 'fordi') === null)
    .map((changes) => ({
      changes,
      needsReason: refusalOf(reply, changes, '') !== null,
      left: changes.phase ? stepsLeftIn(reply.project, doneIn(reply), made) : [],
    }));
