import type { AbsenceGiven, AbsenceRefusal } from '#shared/domain/absence.ts';
import {
  endAbsence,
  nameDeputy,
  nameStanding,
  standingOf,
  timeOfAbsence,
} from '#shared/domain/absence.ts';
import type { Change } from '#shared/domain/history.ts';
import { type Message, messageAbout, unsent } from '#shared/domain/message.ts';
import type { Absence, Actor, Person, PersonId, StandingDeputy } from '#shared/domain/person.ts';
import { type Result, refused } from '#shared/domain/result.ts';
import { peopleIn } from '../people.ts';
import { type Deps, Fault, type Row } from '../ports.ts';
import { recordHistory } from '../record/recordHistory.ts';
import { isUntold, tellAbout } from '../requests/tell.ts';
import { openRequests } from '../requests/views.ts';

/** The history that a person's absences belong in. */
export const personSubject = (id: PersonId): string => `person:${id}`;

type By = Pick<Absence, 'byId' | 'byName' | 'at'>;

const changeOf = (
  cause: string,
  { byId, byName, at }: By,
  before: object,
  after: object,
): Change => ({
  ...{ cause: `absence:${cause}`, kind: 'absence', byId, byName, at },
  ...{ before: JSON.stringify(before), after: JSON.stringify(after) },
});

const nobody = { byId: '', byName: '' } as const;

/** What an absence says of itself: that it was named, each time it was moved, and that it was ended. */
const changesOf = ({ id, deputyId, from, to, ...one }: Absence): readonly Change[] => {
  const moves = one.replies?.moves ?? [];
  const days = [...moves, { from, to }].map((each) => ({
    ...{ deputyId, from: each.from, to: each.to },
  }));
  return [
    changeOf(`${id}:named`, one, {}, days[0] ?? {}),
    ...moves.map(({ at }, place) =>
      changeOf(
        `${id}:moved:${place + 1}`,
        { ...nobody, at },
        days[place] ?? {},
        days[place + 1] ?? {},
      ),
    ),
    ...(one.ended ? [changeOf(`${id}:ended`, one.ended, days.at(-1) ?? {}, {})] : []),
  ];
};

/** Who answers whenever somebody is away; what was said before stands in the history already. */
const standingChange = (personId: PersonId, standing: StandingDeputy): Change =>
  changeOf(
    `standing:${personId}:${standing.at}:${standing.deputyId}`,
    standing,
    {},
    { standing: standing.deputyId },
  );

export const absenceChanges = ({ id, absences, standing }: Person): readonly Change[] => [
  ...absences.flatMap(changesOf),
  ...(standing ? [standingChange(id, standing)] : []),
];

const messageTo = (
  absence: Pick<Absence, 'id'>,
  away: PersonId,
  to: PersonId,
  at: string,
): Message => ({
  id: `absence:${absence.id}:${to}`,
  kind: 'absence',
  ...messageAbout.absence(away, absence.id),
  to: { type: 'person', id: to },
  ...unsent,
  createdAt: at,
});

/** The deputy is told, and whoever is away when another has said so for them. */
const toldOf = (
  { deputyId, byId }: Pick<Absence, 'deputyId' | 'byId'>,
  away: PersonId,
): readonly PersonId[] => [deputyId, ...(byId === away ? [] : [away])];

const absenceMessages = ({ clock }: Deps, away: Person): readonly Message[] =>
  away.absences
    .filter((absence) => timeOfAbsence(absence, clock.day()) !== 'over')
    .flatMap((absence) =>
      toldOf(absence, away.id).map((to) => messageTo(absence, away.id, to, clock.now())),
    );

/** The standing deputy is told when they are named: they hear it before the first day it matters. */
const standingMessages = (deps: Deps, away: Person): readonly Message[] => {
  const { standing } = away;
  const deputyId = standingOf(away);
  if (!standing || deputyId === null || !deps.stores.people.get(deputyId)) return [];
  const id = `standing:${standing.at}:${deputyId}`;
  return toldOf(standing, away.id).map((to) => messageTo({ id }, away.id, to, deps.clock.now()));
};

const messagesOf = (deps: Deps, away: Person): readonly Message[] => [
  ...absenceMessages(deps, away),
  ...standingMessages(deps, away),
];

/** Tells of the absences that run or are to come, each once. Returns how many were put in. */
export const tellAbsences = async (deps: Deps): Promise<number> => {
  const { messages } = deps.stores;
  let told = 0;
  for (const message of peopleIn(deps).flatMap((person) => messagesOf(deps, person))) {
    if (messages.get(message.id)) continue;
    if ((await messages.insert(message)).type === 'inserted') told += 1;
  }
  return told;
};

/** The absence a message tells of, as it stands; undefined when it is not there (any more). */
export const absenceTold = (
  deps: Deps,
  about: string | null,
): { readonly away: Person; readonly absence: Absence } | undefined => {
  const [personId = '', id = ''] = (about ?? '').split('/');
  const away = deps.stores.people.get(personId)?.value;
  const absence = away?.absences.find((one) => one.id === id);
  return away && absence ? { away, absence } : undefined;
};

export type StandingTold = {
  readonly away: Person;
  readonly deputyId: PersonId;
  /** Left out when another is named, or nobody. */
  readonly standing?: StandingDeputy;
};

/** The standing deputy a message tells of; undefined when it tells of something else. */
export const standingTold = (deps: Deps, about: string | null): StandingTold | undefined => {
  const [personId = '', id = ''] = (about ?? '').split('/');
  const away = deps.stores.people.get(personId)?.value;
  const [, at, deputyId] = /^standing:(.+):([^:]+)$/.exec(id) ?? [];
  if (!away || deputyId === undefined) return undefined;
  const { standing } = away;
  const isSo = standing?.at === at && standing?.deputyId === deputyId;
  return { away, deputyId, ...(standing && isSo ? { standing } : {}) };
};

/** What waits for whoever is away goes to the deputy at once, and not only by the clock. */
const tellNow = async (deps: Deps): Promise<void> => {
  await tellAbsences(deps);
  for (const request of openRequests(deps))
    if (isUntold(deps, request)) await tellAbout(deps, request.id);
};

const mostTries = 20;

export type AbsenceResult = Result<Absence, AbsenceRefusal>;
export type StandingResult = Result<StandingDeputy, AbsenceRefusal>;

/** What is written of the person, and what comes of it; nothing to write = it stands there already. */
type Decided<T> = {
  readonly result: Result<T, AbsenceRefusal>;
  readonly changes: Partial<Pick<Person, 'absences' | 'standing'>> | null;
};
type Decide<T> = (away: Person | undefined) => Decided<T>;

/** The row's absences with this one as it is decided; null when it stands there already. */
const absencesWith = (away: Person, absence: Absence): readonly Absence[] | null => {
  const known = away.absences.find(({ id }) => id === absence.id);
  if (known && (known === absence || known.ended !== null)) return null;
  const others = away.absences.filter(({ id }) => id !== absence.id);
  return [...others, absence].sort((a, b) => a.from.localeCompare(b.from));
};

const follow = (deps: Deps, away: Person): void =>
  deps.later('absence', async () => {
    for (const one of absenceChanges(away)) await recordHistory(deps, personSubject(away.id), one);
    await tellNow(deps);
  });

/** Asks the rule of the row as it is, and writes what it says; null when somebody was faster. */
const tryChange = async <T>(
  deps: Deps,
  row: Row<Person> | undefined,
  decide: Decide<T>,
): Promise<Result<T, AbsenceRefusal> | null> => {
  const { result, changes } = decide(row?.value);
  if (!row || changes === null) return result;
  const { standing } = row.value;
  // It is not in the row any more when another takes its place.
  if (changes.standing && standing)
    await recordHistory(deps, personSubject(row.value.id), standingChange(row.value.id, standing));
  const updated = await deps.stores.people.update(row, changes);
  if (updated.type === 'gone') return refused({ type: 'unknown' });
  if (updated.type === 'changed') return null;
  follow(deps, updated.row.value);
  return result;
};

/** Changes what somebody's row says of their absences, whoever else is at it. */
export const changeAbsences = async <T>(
  deps: Deps,
  personId: PersonId,
  decide: Decide<T>,
): Promise<Result<T, AbsenceRefusal>> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const done = await tryChange(deps, await deps.stores.people.read(personId), decide);
    if (done) return done;
  }
  throw new Fault('graph.unavailable', { personId, tries: mostTries });
};

const change = (
  deps: Deps,
  personId: PersonId,
  decide: (away: Person | undefined) => AbsenceResult,
): Promise<AbsenceResult> =>
  changeAbsences(deps, personId, (away) => {
    const result = decide(away);
    const absences = result.ok && away ? absencesWith(away, result.value) : null;
    return { result, changes: absences && { absences } };
  });

const around = (deps: Deps, actor: Actor, away: Person | undefined) => {
  const others = peopleIn(deps).filter(({ id }) => id !== away?.id);
  return {
    actor,
    people: away ? [...others, away] : others,
    today: deps.clock.day(),
    now: deps.clock.now(),
  };
};

/** Names who answers for somebody on the days they are away. The key makes a double press one. */
export const setAbsence = (deps: Deps, actor: Actor, given: AbsenceGiven): Promise<AbsenceResult> =>
  change(deps, given.personId, (away) => nameDeputy(given, around(deps, actor, away)));

/** Ends an absence that runs or is to come. */
export const stopAbsence = (
  deps: Deps,
  actor: Actor,
  { personId, id }: { readonly personId: PersonId; readonly id: string },
): Promise<AbsenceResult> =>
  change(deps, personId, (away) => endAbsence(away, id, around(deps, actor, away)));

/** Names who answers whenever somebody is away, or nobody (''). */
export const setStanding = (
  deps: Deps,
  actor: Actor,
  { personId, deputyId }: Pick<AbsenceGiven, 'personId' | 'deputyId'>,
): Promise<StandingResult> =>
  changeAbsences(deps, personId, (away) => {
    const result = nameStanding(away, deputyId, around(deps, actor, away));
    const isNew = result.ok && result.value !== away?.standing;
    return { result, changes: isNew ? { standing: result.value } : null };
  });
