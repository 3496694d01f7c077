import { done, type Result, refused } from '../result.ts';
import { cprLikeIn } from '../stories/privacy.ts';
import { type Group, groupForm, groupNamed } from './findings.ts';
import {
  mayPlanVisits,
  move,
  no,
  type PlainRefusal,
  type Turn,
  type VisitGiven,
  type VisitMove,
  type VisitRefusal,
} from './given.ts';
import { longestGroup, projectIdOfGroup } from './visit.ts';

/* What was seen is laid in groups, valued, chosen, and becomes ideas. */

const numberIn = (turn: Turn, ...texts: readonly string[]): VisitRefusal | null => {
  const found = texts.flatMap((text) => cprLikeIn(text, turn.around.day))[0];
  return found ? { type: 'personNumber', found: found.text } : null;
};

const nameProblem = (turn: Turn, name: string, ...texts: readonly string[]): VisitRefusal | null =>
  name.length > longestGroup
    ? { type: 'wordTooLong', longest: longestGroup }
    : numberIn(turn, name, ...texts);

export const grouped = (
  turn: Turn,
  { note, group }: Extract<VisitGiven, { type: 'grouped' }>,
): Result<VisitMove, VisitRefusal> => {
  const { actor, around } = turn;
  if (!mayPlanVisits(actor)) return no('notAllowed');
  const found = around.findings.notes.find(({ key }) => key === note);
  if (!found) return no('unknownNote');
  const name = group.trim();
  const problem = nameProblem(turn, name);
  if (problem) return refused(problem);
  return groupForm(found.group) === groupForm(name)
    ? no('holdsAlready')
    : done(move('grouped', { note, group: name }));
};

export const dropped = (
  { actor, around }: Turn,
  { note }: Extract<VisitGiven, { type: 'dropped' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(actor)) return no('notAllowed');
  return around.findings.notes.some(({ key }) => key === note)
    ? done(move('dropped', { note }))
    : no('unknownNote');
};

type Valued = Extract<VisitGiven, { type: 'valued' }>;

const isSame = (group: Group, said: Omit<Valued, 'type' | 'seen' | 'group'>): boolean =>
  group.name === said.name &&
  group.value === said.value &&
  group.effort === said.effort &&
  group.isChosen === said.isChosen &&
  group.why === said.comment;

const valuedLack = (turn: Turn, group: Group, given: Valued): PlainRefusal | null => {
  if (given.name.trim() === '') return 'nameMissing';
  if (group.seq !== given.seen) return 'changed';
  const isOther = groupForm(group.name) !== groupForm(given.name);
  const there = isOther ? groupNamed(turn.around.findings, given.name) : undefined;
  const isTold = group.projectId !== null || (there?.projectId ?? null) !== null;
  return (isOther && isTold) || (group.projectId !== null && !given.isChosen) ? 'isIdea' : null;
};

export const valued = (turn: Turn, given: Valued): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(turn.actor)) return no('notAllowed');
  const group = groupNamed(turn.around.findings, given.group);
  if (!group) return no('unknownGroup');
  const said = { ...given, name: given.name.trim(), comment: given.comment.trim() };
  const lack = isSame(group, said) ? 'holdsAlready' : valuedLack(turn, group, said);
  if (lack) return no(lack);
  const problem = nameProblem(turn, said.name, said.comment);
  if (problem) return refused(problem);
  const { value, effort, isChosen, comment } = said;
  return done(
    move('valued', {
      ...{ group: group.name, value, effort, done: isChosen, comment },
      name: said.name === group.name ? '' : said.name,
    }),
  );
};

export const becameIdea = (
  { now, actor, around }: Turn,
  { group: name, projectId: known }: Extract<VisitGiven, { type: 'becameIdea' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(actor)) return no('notAllowed');
  const group = groupNamed(around.findings, name);
  if (!group) return no('unknownGroup');
  if (group.projectId !== null) return no('holdsAlready');
  if (!group.isChosen) return no('notChosen');
  if (known !== undefined && !around.isProject(known)) return no('unknownProject');
  const projectId = known ?? projectIdOfGroup(now.id, now.revision + 1);
  return done(move('becameIdea', { group: group.name, projectId }));
};
