import type { Area } from '../area.ts';
import { type Answerer, unreplied } from '../asking/asking.ts';
import { may } from '../permissions.ts';
import type { Actor, PersonId } from '../person.ts';
import type { Project } from '../project.ts';
import { blankStep, type Step, type StepCode } from '../steps.ts';
import { changedFacts, type FactName, type PaperFacts } from './approval.ts';
import { type ApprovalNow, isWaiting, type Yes } from './now.ts';
import { mayAskOwner } from './rules.ts';

/** All that a card or a page needs to show an approval, as it stands when it is drawn. */
export type ApprovalView = {
  readonly now: ApprovalNow;
  readonly project: Project;
  /** The paper as it is now. */
  readonly facts: PaperFacts;
  /** Reading time of the paper in minutes; null = not said. */
  readonly minutes: number | null;
  /** The steps before the gate that are done. */
  readonly doneSteps: readonly StepCode[];
  readonly areas: readonly Area[];
  /** The yes that holds; null when there is none, or when the paper has changed since. */
  readonly yes: Yes | null;
  readonly answerers: readonly Answerer[];
  /** An answer is waited for, and the gate ahead rests on it. */
  readonly isOpen: boolean;
  readonly overdue: boolean;
  /** The moment of the drawing. */
  readonly at: string;
};

/** What the reader of an approval may do with it. */
export type ApprovalReader = {
  readonly id: PersonId | null;
  /** The owner, or somebody who stands in. */
  readonly answers: boolean;
  readonly onBehalf: boolean;
  readonly replies: boolean;
  readonly asks: boolean;
};

export const approvalReaderOf = (view: ApprovalView, actor: Actor | null): ApprovalReader => {
  const mine = view.answerers.find(({ id }) => id === actor?.id);
  return {
    id: actor?.id ?? null,
    answers: mine !== undefined,
    onBehalf: mine?.onBehalf ?? false,
    replies: actor !== null && may(actor, 'replyToQuestion', view.project),
    asks: actor !== null && mayAskOwner(actor, view.project),
  };
};

/** What has changed since the owner's last yes; empty when there is none to tell against. */
export const changesSinceYes = ({ now }: ApprovalView): readonly FactName[] =>
  now.ask && now.base ? changedFacts(now.base.facts, now.ask.facts) : [];

/** What is told of a change; the version stands in the question and in the link already. */
export const toldChanges = (view: ApprovalView): readonly FactName[] =>
  changesSinceYes(view).filter((name) => name !== 'version');

/** What a step of the checklist says when it is an approval: done by the yes that holds. */
export const asStep = (view: Pick<ApprovalView, 'now' | 'yes'>, row: Step | undefined): Step => {
  const { now, yes } = view;
  return {
    ...(row ?? blankStep(now.projectId, now.step)),
    id: now.id,
    done: yes !== null,
    doneByName: yes?.byName ?? '',
    doneAt: yes?.at ?? null,
    note: yes?.comment ?? '',
  };
};

/** The first question that nobody has replied to. */
export const openQuestionOf = ({ now }: Pick<ApprovalView, 'now'>): number | null =>
  isWaiting(now) ? unreplied(now.exchanges) : null;

/** Who helps a question of the owner's along: the lead, else whoever asked. */
export const helperOf = ({
  now,
  project,
}: Pick<ApprovalView, 'now' | 'project'>): PersonId | null =>
  project.leadId ?? now.ask?.byId ?? null;

/** What an open approval waits for from this person: the owner's answer, or the lead's reply. */
export const waitsOn = (view: ApprovalView, personId: PersonId): 'answer' | 'reply' | null => {
  if (!view.isOpen) return null;
  if (view.answerers.some(({ id }) => id === personId)) return 'answer';
  return helperOf(view) === personId && openQuestionOf(view) !== null ? 'reply' : null;
};
