import type { AbsenceGiven, AbsenceRefusal } from '#shared/domain/absence.ts';
import { endAbsence, nameDeputy, timeOfAbsence } from '#shared/domain/absence.ts';
import type { Change } from '#shared/domain/history.ts';
import { type Message, messageAbout, unsent } from '#shared/domain/message.ts';
import type { Absence, Actor, Person, PersonId } from '#shared/domain/person.ts';
import { type Result, refused } from '#shared/domain/result.ts';
import { peopleIn } from '../people.ts';
import { type Deps, Fault, type Row } from '../ports.ts';
import { recordHistory } from '../record/recordHistory.ts';
import { isUntold, tellAbout } from '../requests/tell.ts';
import { openRequests } from '../requests/views.ts';

/** The history that a person's absences belong in. */
export const personSubject = (id: PersonId): string => `person:${id}`;

const changeOf = (
  { id, deputyId, from, to }: Absence,
  what: 'named' | 'ended',
  by: Pick<Absence, 'byId' | 'byName' | 'at'>,
): Change => {
  const days = JSON.stringify({ deputyId, from, to });
  return {
    ...{ cause: `absence:${id}:${what}`, kind: 'absence', at: by.at },
    ...{ byId: by.byId, byName: by.byName },
    before: what === 'ended' ? days : '{}',
    after: what === 'ended' ? '{}' : days,
  };
};

/** What each absence says of itself: that it was named, and that it was ended. */
export const absenceChanges = ({ absences }: Person): readonly Change[] =>
  absences.flatMap((one) => [
    changeOf(one, 'named', one),
    ...(one.ended ? [changeOf(one, 'ended', one.ended)] : []),
  ]);

const messageTo = (absence: Absence, away: PersonId, to: PersonId, at: string): Message => ({
  id: `absence:${absence.id}:${to}`,
  kind: 'absence',
  ...messageAbout.absence(away, absence.id),
  to: { type: 'person', id: to },
  ...unsent,
  createdAt: at,
});

/** The deputy is told, and whoever is away when another has said so for them. */
const messagesOf = ({ clock }: Deps, away: Person): readonly Message[] =>
  away.absences
    .filter((absence) => timeOfAbsence(absence, clock.day()) !== 'over')
    .flatMap((absence) => {
      const others = absence.byId === away.id ? [] : [away.id];
      return [absence.deputyId, ...others].map((to) =>
        messageTo(absence, away.id, to, clock.now()),
      );
    });

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

/** What waits for whoever is away goes to the deputy at once, and not only by the clock. */
const tellNow = async (deps: Deps): Promise<void> => {
  await tellAbsences(deps);
  for (const request of openRequests(deps))
    if (isUntold(deps, request)) await tellAbout(deps, request.id);
};

const mostTries = 20;

export type AbsenceResult = Result<Absence, AbsenceRefusal>;

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
const tryChange = async (
  deps: Deps,
  row: Row<Person> | undefined,
  decide: (away: Person | undefined) => AbsenceResult,
): Promise<AbsenceResult | null> => {
  const decided = decide(row?.value);
  const absences = decided.ok && row ? absencesWith(row.value, decided.value) : null;
  if (!row || absences === null) return decided;
  const updated = await deps.stores.people.update(row, { absences });
  if (updated.type === 'gone') return refused({ type: 'unknown' });
  if (updated.type === 'changed') return null;
  follow(deps, updated.row.value);
  return decided;
};

const change = async (
  deps: Deps,
  personId: PersonId,
  decide: (away: Person | undefined) => AbsenceResult,
): Promise<AbsenceResult> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const done = await tryChange(deps, await deps.stores.people.read(personId), decide);
    if (done) return done;
  }
  throw new Fault('graph.unavailable', { personId, tries: mostTries });
};

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
