import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import type { BenefitsOnPage } from '#shared/contract/benefits.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { type BenefitEvent, type BenefitId, benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import { type FollowUp, nextAsk, nextDay, usualMonths } from '#shared/domain/benefits/followUp.ts';
import { type BenefitNow, benefitNowBy } from '#shared/domain/benefits/now.ts';
import {
  askOfClock,
  type BenefitFacts,
  type BenefitGiven,
  type BenefitMove,
  type BenefitRefusal,
  benefitAnswerers,
  benefitMoveFor,
  isBenefitOpen,
  isBenefitWaiting,
  type TypedTerms,
} from '#shared/domain/benefits/rules.ts';
import type { BenefitView } from '#shared/domain/benefits/view.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { dueOf } from '#shared/domain/workday.ts';
import { aReadyProject, people as everybody } from './portfolio.ts';

export const benefitKey = '0c8f9b63-7d2e-4f40-8b91-6e3d8f52a074';
export const benefitId = benefitIdOf('p1', benefitKey);

/** What stands around a benefit in these tests, and what has happened to it. */
export type Following = {
  readonly now: BenefitNow;
  readonly project: Project;
  readonly people: readonly Person[];
  readonly at: string;
  readonly follow: Pick<FollowUp, 'operatingSince' | 'months'>;
};

const nowOf = (id: BenefitId, events: readonly BenefitEvent[]): BenefitNow => {
  const now = benefitNowBy(id, events);
  if (!now) throw new RangeError(id);
  return now;
};

/** A promise as somebody types it: 3,400 hours of driving a year. */
export const typedTerms = (more: Partial<TypedTerms> = {}): TypedTerms => ({
  ...{ title: 'Sparet kørsel', measure: 'hoursAYear', unitName: '', indicator: 'Kørebogen' },
  ...{ baseline: 0, target: 3_400_00, uncertainty: 400_00, isWorse: false },
  ...{ ownerId: 'owner', startsOn: null, ...more },
});

/** A project in operation since 1 May 2026, and a benefit that nobody has written. */
export const following = (others: Partial<Following> = {}): Following => ({
  now: nowOf(benefitId, []),
  project: aReadyProject('gate3', { phase: 'operation', status: 'operating' }),
  people: everybody,
  at: '2026-05-04T09:02:00Z',
  follow: { operatingSince: '2026-05-01', months: usualMonths },
  ...others,
});

export const followUpIn = ({ follow, at }: Following): FollowUp => ({
  ...follow,
  today: dayOf(at),
});

export const benefitActor = ({ people }: Following, id: string): Actor => {
  const person = people.find((one) => one.id === id);
  return { id, name: person?.name ?? id, roles: person?.roles ?? [], area: person?.area ?? null };
};

const factsOf = ({ project, people, at }: Following): BenefitFacts => ({
  ...{ project, people, day: dayOf(at), dayOf },
  due: dueOf(at, { days: 5, dueTime: '16:00', nudgeTime: '09:00' }, danishCalendar([])),
});

const withMove = (one: Following, by: Pick<Actor, 'id' | 'name'>, move: BenefitMove): Following => {
  const { now, at } = one;
  const seq = now.revision + 1;
  const event: BenefitEvent = {
    ...move,
    ...{ id: `${now.id}:${seq}`, cause: `${now.id}:cause${seq}`, benefitId: now.id, seq, at },
    ...{ projectId: now.projectId, byId: by.id, byName: by.name },
  };
  return { ...one, now: nowOf(now.id, [...now.events, event]) };
};

/** What somebody's press comes to by the rules: as it is then, or why not. */
export const triedBenefit = (
  one: Following,
  by: string,
  given: BenefitGiven,
): Following | BenefitRefusal => {
  const actor = benefitActor(one, by);
  const made = benefitMoveFor(one.now, actor, given, factsOf(one));
  return made.ok ? withMove(one, actor, made.value) : made.refusal;
};

export const afterBenefit = (one: Following, by: string, given: BenefitGiven): Following => {
  const made = triedBenefit(one, by, given);
  if ('now' in made) return made;
  throw new Error(`${by} ${given.type}: ${JSON.stringify(made)}`);
};

/** Written by the lead. */
export const promised = (
  more: Partial<TypedTerms> = {},
  others: Partial<Following> = {},
): Following =>
  afterBenefit(following(others), 'lead', {
    ...{ type: 'written', revision: 0, terms: typedTerms(more) },
  });

/** What the clock makes of it on a day. */
export const clockOn = (one: Following, day: string): Following => {
  const then = { ...one, at: `${day}T07:00:00Z` };
  const next = nextAsk(then.now, followUpIn(then));
  const { terms } = then.now;
  return next === null || terms === null
    ? then
    : withMove(then, { id: '', name: '' }, askOfClock(terms, next.month, factsOf(then).due));
};

/** Asked after three months. */
export const askedAfterThree = (more: Partial<TypedTerms> = {}): Following =>
  clockOn(promised(more), '2026-08-03');

/** What a card that was drawn now would send along. */
export const seenBenefit = ({ now }: Following) => ({
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

export const measuredBy = (
  one: Following,
  by: string,
  hundredths: number,
  comment = '',
): Following =>
  afterBenefit(one, by, {
    ...{ type: 'answered', ...seenBenefit(one), value: hundredths, uncertainty: null, comment },
  });

export const hoursLater = (one: Following, hours: number): Following => ({
  ...one,
  at: new Date(Date.parse(one.at) + hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z'),
});

/** As a card or a page is given it. */
export const benefitViewOf = (one: Following): BenefitView => {
  const { now, project, people, at } = one;
  const isWaiting = isBenefitWaiting(now, project);
  const answerers = benefitAnswerers(now, people, dayOf(at));
  return {
    ...{ now, project, isWaiting, answerers, at, today: dayOf(at) },
    areas: defaultAreas,
    isOpen: isBenefitOpen(now, project),
    overdue: isWaiting && now.ask !== null && at >= now.ask.dueAt,
    isOwnerless: answerers.length === 0,
    nextOn: nextDay(now, followUpIn(one)),
  };
};

/** A project's page without benefits, whose reader may write none. */
export const noBenefits: BenefitsOnPage = {
  ...{ rows: [], withdrawn: [], mayWrite: false, operatingSince: null, left: [] },
  stories: {},
  months: usualMonths,
};
