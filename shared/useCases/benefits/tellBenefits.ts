import type { BenefitEvent } from '#shared/domain/benefits/benefit.ts';
import type { BenefitNow } from '#shared/domain/benefits/now.ts';
import { benefitAnswerers } from '#shared/domain/benefits/rules.ts';
import { benefitHelperOf } from '#shared/domain/benefits/view.ts';
import { holdersOfRole } from '#shared/domain/inquiries/people.ts';
import { messageAbout } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  type Asked,
  type AskingMessages,
  type DueMessage,
  tellingOf,
} from '../asking/tellAsked.ts';
import { isBenefitWaitingNow } from '../checklist/benefitsHeld.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';

const kinds: AskingMessages = {
  ask: 'benefitAsk',
  nudge: 'benefitNudge',
  overdue: 'benefitOverdue',
  question: 'benefitQuestion',
  reply: 'benefitReply',
  told: 'benefitTold',
};

/** Who leads the project, while the list of people has them; else the consultants. */
const leadsOf = (deps: Deps, { leadId }: Pick<Project, 'leadId'>): readonly PersonId[] => {
  const people = peopleIn(deps);
  return leadId !== null && people.some(({ id }) => id === leadId)
    ? [leadId]
    : holdersOfRole('consultant', people).map(({ id }) => id);
};

/** Nobody can answer: a new owner has to be chosen. */
const ownerless = (
  { ask }: Pick<BenefitNow, 'ask'>,
  hasAnswerers: boolean,
  leads: readonly PersonId[],
): readonly DueMessage[] =>
  ask === null || hasAnswerers
    ? []
    : leads.map((to) => ({ kind: 'benefitOwner', about: ask.round, to }));

/** The number, or that there never will be one; a day is only a day. */
const answerOf = ({ word }: Pick<BenefitNow, 'word'>): BenefitEvent | null =>
  word === null || word.kind === 'notYet' ? null : word;

const askedIn = (deps: Deps, now: BenefitNow): Asked | null => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return null;
  const isWaiting = isBenefitWaitingNow(stores, now);
  const ask = isWaiting ? now.ask : null;
  const answerers = benefitAnswerers(now, peopleIn(deps), clock.day());
  const leads = leadsOf(deps, project);
  return {
    id: now.id,
    about: (event) => messageAbout.benefit(now.id, event),
    ...{ kinds, ask, leads },
    overdue: ask !== null && clock.now() >= ask.dueAt ? ask.seq : null,
    answerers: answerers.map(({ id }) => id),
    helper: benefitHelperOf({ project, answerers }),
    exchanges: isWaiting ? now.exchanges : [],
    answer: answerOf(now),
    beside: ownerless({ ask }, answerers.length > 0, leads),
  };
};

export const {
  isDue: isBenefitMessageDue,
  isUntold: isBenefitUntold,
  tell: tellBenefit,
} = tellingOf(askedIn);
