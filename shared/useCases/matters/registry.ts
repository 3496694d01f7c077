import { askingKinds, type Message, type SubjectColumn } from '#shared/domain/message.ts';
import type { Matter } from '#shared/domain/notice.ts';
import { type PersonId, standingsOf } from '#shared/domain/person.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { peopleIn } from '../people.ts';
import type { Deps, Row } from '../ports.ts';
import { absenceMatter } from './absenceMatter.ts';
import type { MatterKind, Told, Unfinished } from './kind.ts';
import { poolMarkMatter, yearMatter } from './moneyMatters.ts';
import { morningMatter } from './morningMatter.ts';
import { newIdeasMatter } from './newIdeasMatter.ts';
import { planMatter } from './planMatter.ts';
import { stepMatter } from './stepMatter.ts';
import { asking } from './waiting.ts';

/** Every kind there is. A new kind is one more line; a standing deputy is told as absences are. */
const kinds: Readonly<Record<Exclude<Matter['type'], 'standing'>, MatterKind>> = {
  // First: what the morning says is not told again by itself.
  morning: morningMatter,
  ...asking,
  absence: absenceMatter,
  newIdeas: newIdeasMatter,
  step: stepMatter,
  plan: planMatter,
  poolMark: poolMarkMatter,
  year: yearMatter,
};

/** What a message is about; that somebody cannot be reached is no matter of its own (`notices.ts`). */
export type AboutMatter = Message & { readonly kind: Exclude<Message['kind'], 'unreached'> };

export const isAboutMatter = (message: Message): message is AboutMatter =>
  message.kind !== 'unreached';

/** Of those that are about no matter of a column of their own. */
const byKind: Readonly<Partial<Record<AboutMatter['kind'], MatterKind>>> = {
  yearNotOpened: kinds.year,
  newIdeas: kinds.newIdeas,
  morning: kinds.morning,
  absence: kinds.absence,
  stepNudge: kinds.step,
  planMoved: kinds.plan,
};

const byColumn = {
  storyId: kinds.story,
  approvalId: kinds.approval,
  chefCommentId: kinds.chefComment,
  interestId: kinds.interest,
  quarterId: kinds.quarter,
  inquiryId: kinds.inquiry,
  benefitId: kinds.benefit,
  visitId: kinds.visit,
  requestId: kinds.request,
} as const satisfies Record<SubjectColumn, MatterKind>;
const columns = Object.keys(byColumn) as readonly SubjectColumn[];

const kindOf = (message: AboutMatter): MatterKind => {
  const column = columns.find((one) => message[one] !== null);
  return byKind[message.kind] ?? (column ? byColumn[column] : kinds.poolMark);
};

type Standings = { readonly day: string; readonly byPerson: ReadonlyMap<PersonId, number> };
const standings = new WeakMap<readonly unknown[], Standings>();

/** Of everybody who ever answers for another; worked out when the people change, and each day. */
const standingsNow = (deps: Deps): Standings['byPerson'] => {
  const [rows, day] = [deps.stores.people.all(), deps.clock.day()];
  const known = standings.get(rows);
  if (known?.day === day) return known.byPerson;
  const people = peopleIn(deps);
  const named = new Set(people.flatMap(({ absences }) => absences.map((one) => one.deputyId)));
  const byPerson = new Map(
    people
      .filter(({ id, deputyFor }) => deputyFor !== null || named.has(id))
      .map((person) => [person.id, standingsOf(person, people, day)]),
  );
  standings.set(rows, { day, byPerson });
  return byPerson;
};

/**
 * Rises when somebody begins or ends to answer for another: their cards are drawn anew, with buttons
 * or without.
 */
const standingIn = (deps: Deps, { to, kind }: AboutMatter): number =>
  to.type === 'person' && askingKinds.includes(kind) ? (standingsNow(deps).get(to.id) ?? 0) : 0;

/** The revision a message about a matter should show; cheaper than drawing it. */
export const matterRevision = (deps: Deps, message: AboutMatter): number =>
  kindOf(message).revision(deps, message) + standingIn(deps, message);

/** The matter a message tells of, as it stands; undefined when it is not there (any more). */
export const matterTold = (deps: Deps, message: AboutMatter): Told | undefined => {
  const told = kindOf(message).told(deps, message);
  const standing = told ? standingIn(deps, message) : 0;
  if (!told || standing === 0) return told;
  return { ...told, matter: { ...told.matter, revision: told.matter.revision + standing } };
};

/** Who may answer what a message asks this person, the person included. */
export const answerersTo = (
  deps: Deps,
  message: AboutMatter,
  personId: PersonId,
): readonly PersonId[] => kindOf(message).answerers(deps, message, personId);

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
