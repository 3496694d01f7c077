import type { PersonId } from '../person.ts';
import type { ProjectId } from '../project.ts';
import { type PaperCode, type PaperId, paperIdOf, versionName } from './paper.ts';

export const paperEventKinds = [
  /** The draft became the next version. */
  'saved',
  /** Its Word document lies in the library, and the step says so. */
  'filed',
] as const;
export type PaperEventKind = (typeof paperEventKinds)[number];

/** One thing that happened to a paper; numbered, never edited. */
export type PaperEvent = {
  /** `<project>:<paper>:<seq>`. */
  readonly id: string;
  readonly cause: string;
  readonly seq: number;
  readonly paperId: PaperId;
  readonly projectId: ProjectId;
  readonly paper: PaperCode;
  readonly kind: PaperEventKind;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
  /** Which version it is about: the first is 1. */
  readonly version: number;
  /** What was written then, as one hash; '' of what is filed. */
  readonly fieldsHash: string;
  /** The row of `PaperContents` that holds it all. */
  readonly contentId: string;
  readonly words: number;
  /** Where the document lies; '' before that. */
  readonly link: string;
};

/** A numbered version of a paper. */
export type PaperVersion = Pick<
  PaperEvent,
  'version' | 'byId' | 'byName' | 'at' | 'fieldsHash' | 'contentId' | 'words'
> & {
  /** Null until its Word document is in the library. */
  readonly link: string | null;
};

/** What has come of a paper since somebody was asked about a version of it. */
export type PaperNews = {
  readonly paper: PaperCode;
  /** A newer version, and where it lies; null when there is only a draft. */
  readonly newer: { readonly version: number; readonly link: string | null } | null;
  /** Somebody has written in it since, and it is in no version yet. */
  readonly hasDraft: boolean;
};

/** What a paper's events come to. */
export type PaperNow = {
  readonly id: PaperId;
  readonly projectId: ProjectId;
  readonly paper: PaperCode;
  /** How many events there are: rises with each. */
  readonly revision: number;
  /** Oldest first. */
  readonly versions: readonly PaperVersion[];
  readonly events: readonly PaperEvent[];
};

/** Up to the first number that is not known: what came after it is not understood without it. */
const unbroken = (events: readonly PaperEvent[]): readonly PaperEvent[] => {
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const found: PaperEvent[] = [];
  for (let seq = 1; bySeq.has(seq); seq += 1) {
    const event = bySeq.get(seq);
    if (event) found.push(event);
  }
  return found;
};

/** Folds a paper's events; none yet is a paper without a version. */
export const paperNowOf = (
  { projectId, paper }: Pick<PaperNow, 'projectId' | 'paper'>,
  given: readonly PaperEvent[],
): PaperNow => {
  const events = unbroken(given);
  const links = new Map(
    events.filter(({ kind }) => kind === 'filed').map(({ version, link }) => [version, link]),
  );
  const versions = events
    .filter(({ kind }) => kind === 'saved')
    .map(({ version, byId, byName, at, fieldsHash, contentId, words }) => ({
      ...{ version, byId, byName, at, fieldsHash, contentId, words },
      link: links.get(version) ?? null,
    }));
  return {
    ...{ id: paperIdOf(projectId, paper), projectId, paper },
    ...{ revision: events.length, versions, events },
  };
};

export const latestOf = ({ versions }: Pick<PaperNow, 'versions'>): PaperVersion | undefined =>
  versions.at(-1);

/** The version a link and a name mean; undefined for a paper that was written elsewhere. */
export const versionMeant = (
  { versions }: Pick<PaperNow, 'versions'>,
  meant: { readonly link: string; readonly version: string },
): PaperVersion | undefined =>
  versions.find(
    ({ version, link }) => versionName(version) === meant.version && link === meant.link,
  );
