import { approvalNowOf } from '#shared/domain/approvals/now.ts';
import { benefitNowOf } from '#shared/domain/benefits/now.ts';
import { chefCommentNowOf } from '#shared/domain/chefComments/now.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { InquirySubject } from '#shared/domain/inquiries/inquiry.ts';
import { inquiryNowOf } from '#shared/domain/inquiries/now.ts';
import { interestNowOf } from '#shared/domain/interest/now.ts';
import {
  type AskKind,
  type AskPace,
  answersIn,
  askKinds,
  byWorkdays,
  fewAnswers,
  type Lasted,
  type Turn,
} from '#shared/domain/pace.ts';
import { isWaiting, storyNowOf } from '#shared/domain/stories/now.ts';
import type { StoryEvent } from '#shared/domain/stories/story.ts';
import { visitNowOf } from '#shared/domain/visits/now.ts';
import type { VisitEvent } from '#shared/domain/visits/visit.ts';
import { daysBefore, workdaysBetween } from '#shared/domain/workday.ts';
import { openApprovals } from '../approvals/approvals.ts';
import { openBenefits } from '../benefits/benefits.ts';
import { allApprovals } from '../checklist/approvalsHeld.ts';
import { allBenefits } from '../checklist/benefitsHeld.ts';
import { allChefComments } from '../checklist/chefCommentsHeld.ts';
import { allInquiries } from '../checklist/inquiriesHeld.ts';
import { allInterests } from '../checklist/interestHeld.ts';
import { openChefComments } from '../chefComments/chefComments.ts';
import { openInquiries } from '../inquiries/inquiries.ts';
import { openInterests } from '../interest/interests.ts';
import { remembered } from '../kept/remembered.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { allStories, waitingStories } from '../stories/stories.ts';
import { openVisits } from '../visits/visits.ts';
import { allVisits } from '../visits/visitsHeld.ts';

/* How long what is asked beside the gates takes to be answered (features N41). */

type Event = { readonly at: string; readonly kind: string };
type Asked = { readonly ask: object | null; readonly word: object | null };

/** What ends the waiting without an answer: it was taken back, or its deadline let it pass. */
const noAnswers = ['withdrawn', 'passed', 'closed', 'taken'];

/**
 * What each event made of it, by folding anew as far as the event: when an answer is waited for is
 * said by the kind itself, and nowhere else.
 */
const turnsOf = <E extends Event, N>(
  events: readonly E[],
  fold: (events: readonly E[]) => N | undefined,
  waits: (now: N) => boolean,
): readonly Turn[] =>
  events.map(({ at, kind }, place) => {
    const now = fold(events.slice(0, place + 1));
    return { at, waits: now !== undefined && waits(now), isAnswer: !noAnswers.includes(kind) };
  });

type Answers = ReturnType<typeof answersIn>;
const known = new WeakMap<object, Answers>();

/** What is folded stays the same until something more happens to it. */
const answersOf = <E extends Event, N extends { readonly events: readonly E[] }>(
  now: N,
  fold: (now: N, events: readonly E[]) => N | undefined,
  waits: (now: N) => boolean,
): Answers => {
  const found = known.get(now) ?? answersIn(turnsOf(now.events, (some) => fold(now, some), waits));
  known.set(now, found);
  return found;
};

const isAsked = ({ ask, word }: Asked): boolean => ask !== null && word === null;

const kindOfSubject: Record<InquirySubject, AskKind> = {
  it: 'it',
  talk: 'talk',
  screening: 'purchase',
  purchase: 'purchase',
};

type Kinded<T> = readonly (readonly [AskKind, T])[];

const answered = (deps: Deps): Kinded<Answers> => {
  const { stores } = deps;
  return [
    ...allApprovals(stores).map(
      (now) =>
        [
          'approval',
          answersOf(now, approvalNowOf, (one) => one.ask !== null && !one.answer),
        ] as const,
    ),
    ...allChefComments(stores).map(
      (now) => ['chefComment', answersOf(now, chefCommentNowOf, isAsked)] as const,
    ),
    ...allInterests(stores).map(
      (now) => ['interest', answersOf(now, interestNowOf, isAsked)] as const,
    ),
    ...allInquiries(stores).map(
      (now) => [kindOfSubject[now.subject], answersOf(now, inquiryNowOf, isAsked)] as const,
    ),
    ...allBenefits(stores).map(
      (now) => ['benefit', answersOf(now, benefitNowOf, isAsked)] as const,
    ),
    ...allStories(deps).map(
      (now) =>
        [
          'story',
          answersOf(now, (_, events: readonly StoryEvent[]) => storyNowOf(events), isWaiting),
        ] as const,
    ),
    ...allVisits(stores).map(
      (now) =>
        [
          'visit',
          answersOf(
            now,
            ({ id }, events: readonly VisitEvent[]) => visitNowOf(id, events),
            isAsked,
          ),
        ] as const,
    ),
  ];
};

type Ask = { readonly at: string; readonly dueAt: string };

const askOf = ({ now: { ask } }: { readonly now: { readonly ask: Ask | null } }): readonly Ask[] =>
  ask ? [ask] : [];

/** As the lists of what waits have it: a question of a project that was stopped waits for nobody. */
const waiting = (deps: Deps): Kinded<readonly Ask[]> => [
  ...openApprovals(deps).map((view) => ['approval', askOf(view)] as const),
  ...openChefComments(deps)
    .filter(({ now }) => isAsked(now))
    .map((view) => ['chefComment', askOf(view)] as const),
  ...openInterests(deps)
    .filter(({ now }) => isAsked(now))
    .map((view) => ['interest', askOf(view)] as const),
  ...openInquiries(deps).map((view) => [kindOfSubject[view.now.subject], askOf(view)] as const),
  ...openBenefits(deps).map((view) => ['benefit', askOf(view)] as const),
  ...waitingStories(deps).map((view) => ['story', askOf(view)] as const),
  ...openVisits(deps).map((view) => ['visit', askOf(view)] as const),
];

const of = <T>(all: Kinded<readonly T[]>, kind: AskKind): readonly T[] =>
  all.flatMap(([one, values]) => (one === kind ? values : []));

/** Of few answers no time is told: it would be one or two people's. */
const toldOf = ({ count, middle, longest }: Lasted): AskPace['answered'] =>
  count < fewAnswers ? { count, middle: null, longest: null } : { count, middle, longest };

/** From memory, and the same until somebody asks or answers, or a new day comes. Never by person. */
export const asksNow = remembered((deps): readonly AskPace[] => {
  const today = deps.clock.day();
  const calendar = deps.calendarOf(settingsOf(deps.stores).closingDays);
  const from = daysBefore(today, 365);
  const workdays = (since: string, until: string): number =>
    workdaysBetween(dayOf(since), until, calendar);
  const [answers, open] = [answered(deps), waiting(deps)];
  return askKinds.flatMap((kind): readonly AskPace[] => {
    const asks = of(open, kind);
    const done = of(answers, kind).filter(({ to }) => dayOf(to) >= from);
    const all = byWorkdays(done.map((one) => workdays(one.from, dayOf(one.to))));
    const waits = byWorkdays(asks.map(({ at }) => workdays(at, today)));
    if (all.count + waits.count === 0) return [];
    return [
      {
        ...{ kind, answered: toldOf(all) },
        waiting: { count: waits.count, longest: waits.longest },
        late: asks.filter(({ dueAt }) => dayOf(dueAt) < today).length,
      },
    ];
  });
});
