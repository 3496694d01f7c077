import type { AbsenceLine, AbsencesReply } from '#shared/contract/absences.ts';
import {
  type AbsenceRefusal,
  answersForSomething,
  mayNameDeputy,
  standingOf,
  timeOfAbsence,
} from '#shared/domain/absence.ts';
import { type Actor, has, type Person } from '#shared/domain/person.ts';
import { gapAhead } from '#shared/domain/uncovered.ts';
import {
  type AbsenceResult,
  type StandingResult,
  setAbsence,
  setStanding,
  stopAbsence,
} from '#shared/useCases/absences/absences.ts';
import { nameOfPersonIn, peopleIn } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { readsReplies } from '#shared/useCases/settings/mailboxes.ts';
import { absenceWords } from '#shared/words/absences/words.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'da');

const named = ({ id, name }: Person) => ({ id, name });

const linesOf = (deps: Deps, actor: Actor, away: Person): readonly AbsenceLine[] =>
  away.absences
    .filter(({ deputyId }) => mayNameDeputy(actor, away.id) || deputyId === actor.id)
    .map((absence) => ({ absence, time: timeOfAbsence(absence, deps.clock.day()) }))
    .filter(({ time }) => time !== 'over')
    .map(({ absence: { id, from, to, deputyId, replies }, time }) => ({
      ...{ id, from, to, ...(replies ? { replies } : {}) },
      person: named(away),
      deputy: { id: deputyId, name: nameOfPersonIn(deps, deputyId) },
      isRunning: time === 'running',
      gap: gapAhead(away, { from, to }, peopleIn(deps), deps.clock.day()),
      mayEnd: mayNameDeputy(actor, away.id),
    }));

const replyFor = (deps: Deps, actor: Actor): AbsencesReply => {
  const people = peopleIn(deps);
  const own = people.filter(({ id }) => id === actor.id && mayNameDeputy(actor, id));
  const others = has(actor, 'consultant')
    ? people.filter((person) => person.id !== actor.id && answersForSomething(person)).sort(byName)
    : [];
  const mayFor = [...own, ...others];
  return {
    today: deps.clock.day(),
    lines: people
      .flatMap((away) => linesOf(deps, actor, away))
      .sort((a, b) => a.from.localeCompare(b.from) || byName(a.person, b.person)),
    mayFor: mayFor.map(named),
    standing: mayFor.flatMap((person) => {
      const deputyId = standingOf(person);
      return deputyId === null ? [] : [{ personId: person.id, deputyId }];
    }),
    readsReplies: readsReplies(deps),
    deputies: people
      .filter(({ roles }) => roles.length > 0)
      .map(named)
      .sort(byName),
  };
};

const statusOf: Readonly<Partial<Record<AbsenceRefusal['type'], number>>> = {
  notAllowed: 403,
  unknown: 404,
  over: 409,
};

const orRefuse = (result: AbsenceResult | StandingResult): void => {
  if (result.ok) return;
  const { type } = result.refusal;
  throw new ApiRefusal(statusOf[type] ?? 422, type, absenceWords.refusals[type]);
};

/** Who is away, and who answers meanwhile, as far as it is the reader's. */
export const getAbsences: Handler<'GET /api/absences'> =
  ({ deps }) =>
  ({ actor }) =>
    replyFor(deps, actor);

/** Names a deputy for some days. */
export const postAbsence: Handler<'POST /api/absences'> =
  ({ deps }) =>
  async ({ actor, body, reply }) => {
    const { key: id, ...given } = body();
    orRefuse(await setAbsence(deps, actor, { id, ...given }));
    reply.code(201);
    return replyFor(deps, actor);
  };

/** Names who answers whenever somebody is away. */
export const postStanding: Handler<'POST /api/absences/standing'> =
  ({ deps }) =>
  async ({ actor, body }) => {
    orRefuse(await setStanding(deps, actor, body()));
    return replyFor(deps, actor);
  };

/** Ends an absence that runs or is to come. */
export const postAbsenceEnd: Handler<'POST /api/absences/:id/end'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const id = idIn('id', absenceWords.refusals.unknown);
    orRefuse(await stopAbsence(deps, actor, { ...body(), id }));
    return replyFor(deps, actor);
  };
