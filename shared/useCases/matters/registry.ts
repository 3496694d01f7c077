import type { Message } from '#shared/domain/message.ts';
import type { Matter } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import type { Deps, Row } from '../ports.ts';
import { approvalMatter } from './approvalMatter.ts';
import { chefCommentMatter } from './chefCommentMatter.ts';
import { inquiryMatter } from './inquiryMatter.ts';
import { interestMatter } from './interestMatter.ts';
import type { MatterKind, Told, Unfinished, WaitingMatter } from './kind.ts';
import { poolMarkMatter, yearMatter } from './moneyMatters.ts';
import { newIdeasMatter } from './newIdeasMatter.ts';
import { requestMatter } from './requestMatter.ts';
import { stepMatter } from './stepMatter.ts';
import { storyMatter } from './storyMatter.ts';

/** Every kind there is. A new kind is one more line. */
const kinds: Readonly<Record<Matter['type'], MatterKind>> = {
  request: requestMatter,
  story: storyMatter,
  approval: approvalMatter,
  chefComment: chefCommentMatter,
  interest: interestMatter,
  inquiry: inquiryMatter,
  newIdeas: newIdeasMatter,
  step: stepMatter,
  poolMark: poolMarkMatter,
  year: yearMatter,
};

/** What a message is about; that somebody cannot be reached is no matter of its own (`notices.ts`). */
export type AboutMatter = Message & { readonly kind: Exclude<Message['kind'], 'unreached'> };

export const isAboutMatter = (message: Message): message is AboutMatter =>
  message.kind !== 'unreached';

const kindOf = ({
  kind,
  requestId,
  storyId,
  approvalId,
  chefCommentId,
  interestId,
  inquiryId,
}: AboutMatter): MatterKind => {
  if (kind === 'yearNotOpened') return kinds.year;
  if (kind === 'newIdeas') return kinds.newIdeas;
  if (kind === 'stepNudge') return kinds.step;
  if (storyId !== null) return kinds.story;
  if (approvalId !== null) return kinds.approval;
  if (chefCommentId !== null) return kinds.chefComment;
  if (interestId !== null) return kinds.interest;
  if (inquiryId !== null) return kinds.inquiry;
  return requestId === null ? kinds.poolMark : kinds.request;
};

/** The revision a message about a matter should show; cheaper than drawing it. */
export const matterRevision = (deps: Deps, message: AboutMatter): number =>
  kindOf(message).revision(deps, message);

/** The matter a message tells of, as it stands; undefined when it is not there (any more). */
export const matterTold = (deps: Deps, message: AboutMatter): Told | undefined =>
  kindOf(message).told(deps, message);

/** Who may answer what a message asks this person, the person included. */
export const answerersTo = (
  deps: Deps,
  message: AboutMatter,
  personId: PersonId,
): readonly PersonId[] => kindOf(message).answerers(deps, message, personId);

/** All that waits for a person, longest waiting first. */
export const mattersWaitingFor = (deps: Deps, personId: PersonId): readonly WaitingMatter[] =>
  Object.values(kinds)
    .flatMap((kind) => kind.waiting(deps, personId))
    .sort((a, b) => a.since.localeCompare(b.since));

/** Every message about the matters of a project. */
export const messagesOfProject = (deps: Deps, projectId: ProjectId): readonly Row<Message>[] =>
  Object.values(kinds).flatMap((kind) => kind.toldOfProject(deps, projectId));

/** Matters of which something was cut off. */
export const unfinishedMatters = async (deps: Deps): Promise<readonly Unfinished[]> => {
  const found: Unfinished[] = [];
  for (const kind of Object.values(kinds)) found.push(...(await kind.unfinished(deps)));
  return found;
};

/**
 * The scheduler: what the clock, a new deputy or a project's new phase calls for. Any number of
 * servers may run it at once; a message's key lets it in once. Returns how many were put in.
 */
export const tellByClock = async (deps: Deps): Promise<number> => {
  let told = 0;
  for (const kind of Object.values(kinds)) told += await kind.byClock(deps);
  return told;
};
