import type { Gate } from '../gates.ts';
import type { Paper } from '../request.ts';
import { type Step, type StepCode, steps } from '../steps.ts';
import type { StepFile } from './file.ts';

/** A request that waits for its answer, or was decided; one that was withdrawn binds nobody. */
export type Binding = {
  readonly gate: Gate;
  readonly askedAt: string;
  readonly paper: Pick<Paper, 'link'>;
  readonly isOpen: boolean;
};

/** Why a document, or a link, stays where it is. */
export type Resting =
  /** A gate was sent with it. */
  | { readonly type: 'request'; readonly gate: Gate; readonly isOpen: boolean }
  /** A step says that it is where its paper lies. */
  | { readonly type: 'linked'; readonly code: StepCode }
  /** It is a version of a paper that is written here. */
  | { readonly type: 'written' };

const requestOf = (bound: readonly Binding[]): Resting | null => {
  const binding = bound.find(({ isOpen }) => isOpen) ?? bound[0];
  return binding ? { type: 'request', gate: binding.gate, isOpen: binding.isOpen } : null;
};

/** What rests on a document at a step: what lay there when its gate was sent is what was asked about. */
export const restingOnFile = (
  code: StepCode,
  file: StepFile,
  around: { readonly bindings: readonly Binding[]; readonly all: readonly Step[] },
): Resting | null => {
  const bound = around.bindings.filter(
    ({ gate, askedAt, paper }) =>
      (steps[code].gate === gate && file.at <= askedAt) || paper.link === file.link,
  );
  const request = requestOf(bound);
  if (request) return request;
  const linked = around.all.find(({ link }) => link !== '' && link === file.link);
  return linked ? { type: 'linked', code: linked.code } : null;
};

/**
 * What rests on the link of a step. Of a paper a request keeps the link it was sent with; of another
 * step nobody knows when it came, so it stays while its gate waits for an answer.
 */
export const restingOnLink = (
  code: StepCode,
  link: string,
  around: { readonly bindings: readonly Binding[]; readonly written: readonly string[] },
): Resting | null => {
  if (link === '') return null;
  if (around.written.includes(link)) return { type: 'written' };
  return requestOf(
    around.bindings.filter(
      ({ gate, paper, isOpen }) =>
        steps[code].gate === gate && (steps[code].paper ? paper.link === link : isOpen),
    ),
  );
};
