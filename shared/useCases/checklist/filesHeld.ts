import { arrived, type StepFile } from '#shared/domain/files/file.ts';
import {
  type Binding,
  type Resting,
  restingOnFile,
  restingOnLink,
} from '#shared/domain/files/resting.ts';
import { isPaperCode } from '#shared/domain/papers/paper.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import type { GateRequest } from '#shared/domain/request.ts';
import { type Step, type StepCode, stepId } from '#shared/domain/steps.ts';
import type { Row, Stores } from '../ports.ts';
import { paperIn } from './papersHeld.ts';
import { stepsByCode } from './steps.ts';

type Held = Pick<Stores, 'decisions'>;

/** What became of a request; one that is being sent on to somebody else is still asked. */
const bindingOf = (stores: Held, request: GateRequest): readonly Binding[] => {
  const ending = stores.decisions.get(request.id)?.value.ending;
  const isOpen = ending === undefined || (ending !== 'decided' && request.closedAt === null);
  if (ending === 'withdrawn' || !(isOpen || ending === 'decided')) return [];
  const { gate, askedAt, paper } = request;
  return [{ gate, askedAt, paper, isOpen }];
};

const bindingsIn = (stores: Held, rows: readonly Row<GateRequest>[]): readonly Binding[] =>
  rows.flatMap(({ value }) => bindingOf(stores, value));

/** What rests on a document, by the requests as they were just read, or as memory has them. */
export const fileRests = (
  stores: Stores,
  { projectId, code }: { readonly projectId: ProjectId; readonly code: StepCode },
  file: StepFile,
  rows: readonly Row<GateRequest>[] = stores.requests.where('projectId', projectId),
): Resting | null =>
  restingOnFile(code, file, {
    bindings: bindingsIn(stores, rows),
    all: [...stepsByCode(stores, projectId).values()],
  });

/** What rests on the link that a step has. */
export const linkRests = (stores: Stores, projectId: ProjectId, code: StepCode): Resting | null => {
  const link = stores.steps.get(stepId(projectId, code))?.value.link ?? '';
  const versions = isPaperCode(code) ? paperIn(stores, projectId, code).versions : [];
  return restingOnLink(code, link, {
    bindings: bindingsIn(stores, stores.requests.where('projectId', projectId)),
    written: versions.flatMap((version) => version.link ?? []),
  });
};

type RestingPart = { readonly code: StepCode; readonly name: string | null; readonly why: Resting };

const restingOfStep = (
  stores: Stores,
  { projectId, code, files }: Step,
): readonly RestingPart[] => [
  ...arrived(files).flatMap((file): readonly RestingPart[] => {
    const why = fileRests(stores, { projectId, code }, file);
    return why ? [{ code, name: file.name, why }] : [];
  }),
  ...[linkRests(stores, projectId, code)].flatMap((why): readonly RestingPart[] =>
    why ? [{ code, name: null, why }] : [],
  ),
];

/** Every document and link of a project that something rests on. */
export const restingIn = (stores: Stores, projectId: ProjectId): readonly RestingPart[] =>
  stores.steps
    .where('projectId', projectId)
    .filter(({ value }) => value.link !== '' || value.files.length > 0)
    .flatMap(({ value }) => restingOfStep(stores, value));
