import { type Message, messageAbout, morningKey, unsent } from '#shared/domain/message.ts';
import { holdersOf, type Person, type PersonId } from '#shared/domain/person.ts';
import { concernedBy, type PlanNews, planNewsOf } from '#shared/domain/plan/news.ts';
import type { Project } from '#shared/domain/project.ts';
import { opensAt } from '#shared/domain/rhythm.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { isTellingHour, morningOf, rhythmIn } from '../settings/hours.ts';
import { areaIdsOf, settingsOf } from '../settings/settingsOf.ts';

/* Those who must know are told what a saved plan moved: one message, not one for each *Gem*. */

/** Whoever saves a plan often saves it again: what comes within this is told together. */
const collectMs = 10 * 60_000;
/** Longer than any holiday; who has become chef or owner since is not told of what is older. */
const longestMs = 14 * 86_400_000;

const later = (at: string, ms: number): string =>
  new Date(Date.parse(at) + ms).toISOString().replace('.000', '');

/** Whether what was saved then has not been told yet: the next *Gem* is told with it. */
export const isCollecting = (deps: Deps, savedAt: string): boolean => {
  const { rhythm, calendar } = rhythmIn(deps);
  const hours = { from: rhythm.digestTime, until: rhythm.until };
  return opensAt(later(savedAt, collectMs), hours, calendar) > deps.clock.now();
};

const chefsOf = (deps: Deps, people: readonly Person[], area: string): readonly PersonId[] => {
  const { chef, deputies } = holdersOf(area, people, deps.clock.day());
  return [...(chef ? [chef] : []), ...deputies].map(({ id }) => id);
};

type ByPerson = ReadonlyMap<PersonId, readonly PlanNews[]>;

/** Whom a saved move concerns today, whoever saved it left out. */
const toldOf = (deps: Deps, people: readonly Person[], project: Project, news: PlanNews) => {
  const { plan } = settingsOf(deps.stores);
  const around = { settings: plan, today: news.at.slice(0, 10) };
  const concerned = concernedBy(project, news, around);
  const areas = concerned.chefgruppe ? areaIdsOf(deps.stores) : concerned.areas;
  const chefs = areas.flatMap((area) => chefsOf(deps, people, area));
  return [...new Set([...concerned.people, ...chefs])].filter((id) => id !== news.byId);
};

/** Those that a saved plan moved lately; the oldest first. */
const movedLately = ({ stores, clock }: Deps): readonly Project[] => {
  const since = later(clock.now(), -longestMs);
  const at = ({ planMoved }: Project): string => planMoved?.at ?? '';
  return stores.projects
    .all()
    .map(({ value }) => value)
    .filter((project) => at(project) > since)
    .sort((a, b) => at(a).localeCompare(at(b)));
};

/** What was moved lately, for each whom it concerns; the oldest first. */
export const planNewsNow = (deps: Deps): ByPerson => {
  const moved = movedLately(deps);
  const byPerson = new Map<PersonId, readonly PlanNews[]>();
  if (moved.length === 0) return byPerson;
  const people = peopleIn(deps);
  const told = moved.flatMap((project) => {
    const news = planNewsOf(project);
    return news === null ? [] : toldOf(deps, people, project, news).map((id) => ({ id, news }));
  });
  for (const { id, news } of told) byPerson.set(id, [...(byPerson.get(id) ?? []), news]);
  return byPerson;
};

/** How many others are to hear of what somebody has saved from a moment on. */
export const toldOfSaved = (deps: Deps, byId: PersonId, from: string): number =>
  [...planNewsNow(deps).values()].filter((news) =>
    news.some((one) => one.byId === byId && one.at >= from),
  ).length;

const keyOf = (day: string, to: PersonId): string => `planMoved:${day}:${to}`;

/** The moment up to which a message tells of the plan; null where it tells nothing of it. */
const toldBy = (deps: Deps, { kind, about, state, createdAt }: Message): string | null => {
  if (state === 'dropped') return null;
  if (kind === 'planMoved') return createdAt;
  return kind === 'morning' && about !== null ? morningOf(deps, about) : null;
};

const isTo = ({ to }: Message, id: PersonId): boolean => to.type === 'person' && to.id === id;

/** Until when somebody has been told, by what was put in before a moment; '' = never. */
const toldUntil = (
  { deps, to, before }: { readonly deps: Deps; readonly to: PersonId; readonly before: string },
  counts: (message: Message) => boolean = () => true,
): string =>
  deps.stores.messages
    .all()
    .map(({ value }) => value)
    .filter((one) => isTo(one, to) && one.createdAt < before && counts(one))
    .map((one) => toldBy(deps, one) ?? '')
    .sort()
    .at(-1) ?? '';

const between = (
  news: readonly PlanNews[] | undefined,
  from: string,
  until: string,
): readonly PlanNews[] => (news ?? []).filter(({ at }) => at > from && at <= until);

/** What the morning of a day tells of the plan: what was saved before it and not told. */
export const planNewsAt = (
  deps: Deps,
  byPerson: ByPerson,
  day: string,
  to: PersonId,
): readonly PlanNews[] => {
  const morning = morningOf(deps, day);
  const news = byPerson.get(to);
  return news ? between(news, toldUntil({ deps, to, before: morning }), morning) : [];
};

/** What a message tells: what was saved before it was put in, and after what has left before it. */
export const newsIn = (deps: Deps, { to, createdAt, about }: Message): readonly PlanNews[] => {
  if (to.type !== 'person') return [];
  const { id } = to;
  const isFollowed = deps.stores.messages
    .all()
    .map(({ value }) => value)
    .filter((one) => one.kind === 'planMoved' && isTo(one, id) && one.state !== 'dropped')
    .some((one) => (one.about ?? '') > (about ?? ''));
  // One that could not leave is told by the newer, all of it.
  if (isFollowed) return [];
  const told = toldUntil({ deps, to: id, before: createdAt }, ({ state }) => state === 'sent');
  return between(planNewsNow(deps).get(id), told, createdAt);
};

const message = (day: string, to: PersonId, at: string): Message => ({
  id: keyOf(day, to),
  kind: 'planMoved',
  ...messageAbout.morning(day),
  to: { type: 'person', id: to },
  ...unsent,
  createdAt: at,
});

/** What somebody is to be told now; nothing while more may come, or when this day has told it. */
const dueFor = (deps: Deps, news: readonly PlanNews[], to: PersonId): readonly PlanNews[] => {
  const { messages } = deps.stores;
  const [day, now] = [deps.clock.day(), deps.clock.now()];
  if (messages.get(keyOf(day, to))) return [];
  const morning = messages.get(morningKey(day, to))?.value;
  const byMorning = morning && morning.state !== 'dropped' ? morningOf(deps, day) : '';
  const told = [byMorning, toldUntil({ deps, to, before: now })].sort().at(-1) ?? '';
  const untold = between(news, told, now);
  const newest = untold.at(-1)?.at ?? '';
  return newest > morningOf(deps, day) && later(newest, collectMs) > now ? [] : untold;
};

/**
 * Tells each who must know what has been saved, in one message a day at most: within the hours, and
 * not what the morning has told. The key names person and day, so any number of servers tell once.
 * Returns how many were put in.
 */
export const tellPlan = async (deps: Deps): Promise<number> => {
  if (!isTellingHour(deps)) return 0;
  let told = 0;
  for (const [to, news] of planNewsNow(deps)) {
    if (dueFor(deps, news, to).length === 0) continue;
    const [day, at] = [deps.clock.day(), deps.clock.now()];
    const { type } = await deps.stores.messages.insert(message(day, to, at));
    if (type === 'inserted') told += 1;
  }
  return told;
};
