import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import type { InquiriesOnPage } from '#shared/contract/inquiries.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { dayOf } from '#shared/domain/day.ts';
import {
  closedYearIn,
  lackIn,
  type PurchaseFacts,
  seatsAfter,
} from '#shared/domain/inquiries/chain.ts';
import {
  type InquiryAnswer,
  type InquiryEvent,
  type InquiryId,
  inquiryRules,
  itIdOf,
  talkIdOf,
} from '#shared/domain/inquiries/inquiry.ts';
import { type InquiryNow, inquiryNowBy } from '#shared/domain/inquiries/now.ts';
import { inquiryAnswerers } from '#shared/domain/inquiries/people.ts';
import {
  type InquiryFacts,
  type InquiryGiven,
  type InquiryRefusal,
  inquiryMoveFor,
  isInquiryOpen,
  isInquiryWaiting,
} from '#shared/domain/inquiries/rules.ts';
import type { InquiryView } from '#shared/domain/inquiries/view.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { dueOf } from '#shared/domain/workday.ts';
import { aReadyProject, people as everybody } from './portfolio.ts';

const somebody = (id: string, name: string): Person => ({
  ...{ id, name, upn: `${id}@viborg.example`, roles: ['it'], area: null },
  ...{ deputyFor: null, deputyFrom: null, deputyTo: null, absences: [], standing: null, unit: '' },
});

/** Two who hold the role IT og Digitalisering. */
export const itPeople: readonly Person[] = [
  somebody('it-arkitekt', 'Arkitekt, IT'),
  somebody('it-sikkerhed', 'Sikkerhed, IT'),
];

export const talkKey = '0b7f8a52-6c1d-4e3f-9a80-5d2c7e41f963';
export const talkId = talkIdOf('p1', talkKey);
export const designId = itIdOf('p1', 'serviceDesign');

/** What stands around something that is asked in these tests, and what has happened to it. */
export type Inquiring = {
  readonly purchase: PurchaseFacts;
  readonly now: InquiryNow;
  readonly project: Project;
  readonly people: readonly Person[];
  readonly at: string;
};

const nowOf = (id: InquiryId, events: readonly InquiryEvent[]): InquiryNow => {
  const now = inquiryNowBy(id, events);
  if (!now) throw new RangeError(id);
  return now;
};

/** Something that nobody has asked yet, about a project on its way to gate 2. */
export const inquiring = (
  id: InquiryId = talkId,
  more: Partial<Project> = {},
  others: Partial<Inquiring> = {},
): Inquiring => ({
  now: nowOf(id, []),
  project: aReadyProject('gate2', more),
  people: [...everybody, ...itPeople],
  at: '2026-11-23T09:02:00Z',
  purchase: {
    ...{ screened: null, isChainAsked: false, chefFromOre: 25_000_00 },
    ...{ leadArea: 'omsorg', areas: ['social', 'sundhed', 'omsorg'], year: 2026 },
    pools: [
      { pool: 'area:sundhed', leftOre: 10_000_00 },
      { pool: 'area:omsorg', leftOre: 200_000_00 },
      { pool: 'common', leftOre: 1_372_000_00 },
    ],
  },
  ...others,
});

export const inquiryActor = ({ people }: Inquiring, id: string): Actor => {
  const person = people.find((one) => one.id === id);
  return { id, name: person?.name ?? id, roles: person?.roles ?? [], area: person?.area ?? null };
};

const factsOf = ({ project, people, at, now, purchase }: Inquiring): InquiryFacts => {
  const days = { talkDays: 2, itDays: 5, screeningDays: 5, purchaseDays: 2 }[
    inquiryRules[now.subject].days
  ];
  return {
    ...{ project, people, day: dayOf(at), purchase },
    due: dueOf(at, { days, dueTime: '16:00', nudgeTime: '09:00' }, danishCalendar([])),
  };
};

/** What somebody's press comes to by the rules: as it is then, or why not. */
export const triedInquiry = (
  one: Inquiring,
  by: string,
  given: InquiryGiven,
): Inquiring | InquiryRefusal => {
  const { now } = one;
  const { id, name } = inquiryActor(one, by);
  const made = inquiryMoveFor(now, inquiryActor(one, by), given, factsOf(one));
  if (!made.ok) return made.refusal;
  const seq = now.revision + 1;
  const event: InquiryEvent = {
    ...made.value,
    ...{ id: `${now.id}:${seq}`, cause: `${now.id}:cause${seq}`, inquiryId: now.id, seq },
    ...{ projectId: now.projectId, byId: id, byName: name, at: one.at },
  };
  return { ...one, now: nowOf(now.id, [...now.events, event]) };
};

export const afterInquiry = (one: Inquiring, by: string, given: InquiryGiven): Inquiring => {
  const made = triedInquiry(one, by, given);
  if ('now' in made) return made;
  throw new Error(`${by} ${given.type}: ${JSON.stringify(made)}`);
};

/** What a card that was drawn now would send along. */
export const seenInquiry = ({ now }: Inquiring) => ({
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

const question = 'Kan vagtplanen bære en aftenvagt mere?';

/** The lead asks the owner. */
export const askedOwner = (one: Inquiring = inquiring(), by = 'lead'): Inquiring =>
  afterInquiry(one, by, { type: 'asked', revision: 0, askedId: 'owner', comment: question });

/** The lead asks IT about a step. */
export const askedIt = (one: Inquiring = inquiring(designId), by = 'lead'): Inquiring =>
  afterInquiry(one, by, {
    ...{ type: 'asked', revision: one.now.revision, askedId: null },
    comment: 'Se især på log ind og datastrømmen.',
  });

export const answeredBy = (
  one: Inquiring,
  by: string,
  answer: InquiryAnswer,
  comment = '',
): Inquiring => afterInquiry(one, by, { type: 'answered', ...seenInquiry(one), answer, comment });

export const later = (one: Inquiring, hours: number): Inquiring => ({
  ...one,
  at: new Date(Date.parse(one.at) + hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z'),
});

/** As a card or a page is given it. */
export const inquiryViewOf = (one: Inquiring, link = ''): InquiryView => {
  const { now, project, people, at } = one;
  const isWaiting = isInquiryWaiting(now, project);
  return {
    ...{ now, project, isWaiting, at, link },
    areas: defaultAreas,
    chefFromOre: one.purchase.chefFromOre,
    seatsAfter: now.subject === 'purchase' ? seatsAfter(now, one.purchase) : [],
    closedYear:
      now.subject === 'purchase' && now.asked ? closedYearIn(one.purchase, now.asked) : null,
    lackOre: now.subject === 'purchase' && now.asked ? lackIn(one.purchase, now.asked) : 0,
    answerers: inquiryAnswerers(now, project, people, dayOf(at)),
    isOpen: isInquiryOpen(now, project),
    overdue: isWaiting && now.ask !== null && at >= now.ask.dueAt,
  };
};

/** A project's page where nobody has asked anything, and the reader may ask nobody. */
export const nothingAsked: InquiriesOnPage = {
  ...{ talk: [], it: [], askable: [], purchase: null },
  talkDueAt: '2026-11-25T15:00:00Z',
  itDueAt: '2026-11-30T15:00:00Z',
};
