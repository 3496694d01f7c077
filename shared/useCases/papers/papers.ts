import type { PaperContent } from '#shared/domain/papers/content.ts';
import { type PaperEvent, type PaperNow, paperNowOf } from '#shared/domain/papers/now.ts';
import { type PaperCode, paperIdOf } from '#shared/domain/papers/paper.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { eventsOf } from '../asking/events.ts';
import { type Deps, Fault } from '../ports.ts';
import { type Appended, appendEvent, type Numbered } from '../record/appendEvent.ts';

export type PaperNamed = { readonly projectId: ProjectId; readonly paper: PaperCode };

/** A paper's events as either the lists or memory know them. */
export const readPaper = async (
  { stores }: Deps,
  { projectId, paper }: PaperNamed,
): Promise<PaperNow> => {
  const id = paperIdOf(projectId, paper);
  const read = await stores.paperVersions.readWhere('paperId', id);
  return paperNowOf(
    { projectId, paper },
    eventsOf([...stores.paperVersions.where('paperId', id), ...read]),
  );
};

type Appending<R> = {
  readonly seen: number;
  readonly causeOf: (now: PaperNow) => string;
  readonly eventFor: (
    now: PaperNow,
    numbered: Numbered,
  ) => { readonly event: PaperEvent } | { readonly refusal: R };
};

export const appendToPaper = <R>(
  { stores }: Deps,
  first: PaperNow,
  { seen, causeOf, eventFor }: Appending<R>,
): Promise<Appended<PaperNow, R>> =>
  appendEvent(
    {
      table: stores.paperVersions,
      idOf: (seq) => `${first.id}:${seq}`,
      withEvents: (now, events) => paperNowOf(now, [...now.events, ...events]),
      seen,
      causeOf,
      eventFor: async (now, numbered) => eventFor(now, numbered),
    },
    first,
  );

/** Several lines of a list hold 63,999 signs; the content takes two such fields. */
const pieceOf = 60_000;

/** Keeps what a version says, once; false when there is no room for it. */
export const keepContent = async (
  { stores }: Deps,
  projectId: ProjectId,
  id: string,
  content: PaperContent,
): Promise<boolean> => {
  const text = JSON.stringify(content);
  if (text.length > 2 * pieceOf) return false;
  const pieces = { content: text.slice(0, pieceOf), rest: text.slice(pieceOf) };
  await stores.paperContents.insert({ id, projectId, ...pieces });
  return true;
};

/** What a version says, as it was kept. */
export const readContent = async ({ stores }: Deps, id: string): Promise<PaperContent> => {
  const row = await stores.paperContents.read(id);
  if (!row) throw new Fault('row.invalid', { id, problem: 'contentMissing' });
  return JSON.parse(row.value.content + row.value.rest) as PaperContent;
};
