import type { InquiriesOnPage, InquiryLine, InquiryReply } from '#shared/contract/inquiries.ts';
import { isItStep, itIdOf, talkIdOf } from '#shared/domain/inquiries/inquiry.ts';
import { type InquiryNow, inquiryNowBy, lastAnswer } from '#shared/domain/inquiries/now.ts';
import { askableOf } from '#shared/domain/inquiries/people.ts';
import {
  type InquiryFacts,
  inquiryMoveFor,
  mayAskInquiry,
  mayAskRole,
} from '#shared/domain/inquiries/rules.ts';
import {
  type InquiryView,
  inquiryReaderOf,
  inquiryWaitsOn,
  openInquiryQuestion,
} from '#shared/domain/inquiries/view.ts';
import type { Actor } from '#shared/domain/person.ts';
import { isOver, type Project } from '#shared/domain/project.ts';
import { stepsOf } from '#shared/domain/steps.ts';
import { dueIn } from '../asking/around.ts';
import { inquiriesOf, inquiryById } from '../checklist/inquiriesHeld.ts';
import { inquiryFactsOf, inquiryViewFrom } from '../inquiries/inquiries.ts';
import { unreachedAbout } from '../outbox/reach.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';

/** Something that is asked, as one person sees it. */
export const inquiryReplyOf = (deps: Deps, view: InquiryView, actor: Actor): InquiryReply => ({
  view,
  reader: inquiryReaderOf(view, actor),
  waits: inquiryWaitsOn(view, actor.id),
  unreached: unreachedAbout(deps, 'inquiryId', view.now.id),
});

const may = (now: InquiryNow, actor: Actor, facts: InquiryFacts | undefined) => {
  const { revision } = now;
  return {
    mayAsk: facts !== undefined && mayAskRole(now, actor, facts),
    mayTakeBack:
      facts !== undefined && inquiryMoveFor(now, actor, { type: 'withdrawn', revision }, facts).ok,
  };
};

const lineOf = (deps: Deps, actor: Actor, now: InquiryNow): readonly InquiryLine[] => {
  const view = inquiryViewFrom(deps, now);
  if (!view) return [];
  const { id, subject, step, revision, ask, asked } = now;
  const answer = lastAnswer(now);
  return [
    {
      ...{ id, subject, step, revision, ask: ask?.seq ?? 0 },
      asked: asked && {
        ...{ byName: asked.byName, comment: asked.comment, at: asked.at },
        askedName: asked.askedName,
      },
      isGone: view.isWaiting && view.answerers.length === 0,
      isWaiting: view.isWaiting,
      overdue: view.overdue,
      dueAt: view.isWaiting ? (ask?.dueAt ?? null) : null,
      hasOpenQuestion: openInquiryQuestion(view) !== null,
      answer: answer && {
        ...{ byName: answer.byName, comment: answer.comment, at: answer.at },
        answer: answer.answer,
      },
      waits: inquiryWaitsOn(view, actor.id),
      ...may(now, actor, inquiryFactsOf(deps, now)),
    },
  ];
};

/** The steps of the phase at which IT can be asked, asked or not. */
const itNow = ({ stores }: Deps, { id, phase, fastTracked }: Project): readonly InquiryNow[] =>
  stepsOf(phase, fastTracked)
    .filter(isItStep)
    .map((step) => inquiryById(stores, itIdOf(id, step)))
    .filter((now) => now !== undefined);

/** What was taken back before anybody answered says nothing. */
const isTold = (now: InquiryNow): boolean => now.ask !== null || lastAnswer(now) !== null;

const mayTalk = (actor: Actor, project: Project): boolean => {
  const talk = inquiryNowBy(talkIdOf(project.id, '00000000-0000-0000-0000-000000000000'), []);
  return talk !== undefined && !isOver(project) && mayAskInquiry(actor, talk, project);
};

/** Everything that is asked about a project, and whom the reader may ask, from memory. */
export const inquiriesOnPage = (deps: Deps, actor: Actor, project: Project): InquiriesOnPage => ({
  talk: inquiriesOf(deps.stores, project.id)
    .filter((now) => now.subject === 'talk' && isTold(now))
    .flatMap((now) => lineOf(deps, actor, now)),
  it: itNow(deps, project).flatMap((now) => lineOf(deps, actor, now)),
  askable: mayTalk(actor, project)
    ? askableOf(project, peopleIn(deps)).filter(({ id }) => id !== actor.id)
    : [],
  talkDueAt: dueIn(deps, 'talkDays').dueAt,
  itDueAt: dueIn(deps, 'itDays').dueAt,
});
