import type {
  InquiriesOnPage,
  InquiryLine,
  InquiryReply,
  PurchaseOnPage,
} from '#shared/contract/inquiries.ts';
import { isInIntake } from '#shared/domain/ideas/intake.ts';
import { isToBeBought, payersAllowed } from '#shared/domain/inquiries/chain.ts';
import { isItStep, itIdOf, purchaseIdOf, talkIdOf } from '#shared/domain/inquiries/inquiry.ts';
import {
  type InquiryNow,
  inquiryNowBy,
  lastAnswer,
  waitedNames,
} from '#shared/domain/inquiries/now.ts';
import { askableOf } from '#shared/domain/inquiries/people.ts';
import {
  type InquiryFacts,
  inquiryMoveFor,
  mayAskChain,
  mayAskInquiry,
  mayAskRole,
} from '#shared/domain/inquiries/rules.ts';
import {
  type InquiryView,
  inquiryReaderOf,
  inquiryWaitsOn,
  openInquiryQuestion,
} from '#shared/domain/inquiries/view.ts';
import { ledereOf } from '#shared/domain/interest/rules.ts';
import type { Actor } from '#shared/domain/person.ts';
import { isOver, type Project } from '#shared/domain/project.ts';
import { stepsOf } from '#shared/domain/steps.ts';
import { dueIn } from '../asking/around.ts';
import { chefNameIn } from '../checklist/askedBeforeGate.ts';
import { inquiriesOf, inquiryById } from '../checklist/inquiriesHeld.ts';
import { inquiryFactsOf, inquiryViewFrom, purchaseFactsOf } from '../inquiries/inquiries.ts';
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
        askedName: waitedNames(now),
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

const chainFor = (
  deps: Deps,
  actor: Actor,
  now: InquiryNow,
  project: Project,
): PurchaseOnPage['mayAskOf'] => {
  const facts = inquiryFactsOf(deps, now);
  if (!facts || !mayAskChain(now, actor, facts)) return [];
  const chef = chefNameIn(deps.stores, project.leadArea);
  return [
    ...ledereOf(project, peopleIn(deps)).map(({ id, name }) => ({ id, name })),
    ...(chef === '' ? [] : [{ id: null, name: chef }]),
  ];
};

/** How an idea stands as something to be bought; null where it is none on its way in. */
const purchaseOf = (deps: Deps, actor: Actor, project: Project): PurchaseOnPage | null => {
  if (!isInIntake(project)) return null;
  const { id } = project;
  const ids = [
    purchaseIdOf(id, 'screening'),
    purchaseIdOf(id, 'purchase'),
    itIdOf(id, 'purchaseOrProject'),
  ];
  const nows = ids.flatMap((one) => inquiryById(deps.stores, one) ?? []);
  const [screening, chain, it] = nows.flatMap((now) => lineOf(deps, actor, now));
  const [screeningNow, chainNow] = nows;
  if (!screening || !chain || !it || !screeningNow || !chainNow) return null;
  const facts = purchaseFactsOf(deps, id);
  const isTeam = mayAskInquiry(actor, screeningNow, project);
  const isPurchase = screeningNow.ask !== null;
  return {
    ...{ isPurchase, screening, chain, it },
    ore: chainNow.asked?.ore ?? null,
    payer: chainNow.asked?.payer ?? null,
    chefFromOre: facts.chefFromOre,
    screeningDueAt: dueIn(deps, 'screeningDays').dueAt,
    mayAskOf: chainFor(deps, actor, chainNow, project),
    pool: payersAllowed(null, facts).find((pool) => pool !== null) ?? null,
    pools: facts.pools,
    leadArea: facts.leadArea,
    payers: payersAllowed(chainNow.asked?.payer ?? null, facts),
    mayMark: isTeam && (!isPurchase || !facts.isChainAsked),
    mayBuy: isTeam && isToBeBought(chainNow, facts),
  };
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
  purchase: purchaseOf(deps, actor, project),
  talkDueAt: dueIn(deps, 'talkDays').dueAt,
  itDueAt: dueIn(deps, 'itDays').dueAt,
});
