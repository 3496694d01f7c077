import type { EndingAgreement } from '#shared/domain/agreements.ts';
import { dayOf } from '#shared/domain/day.ts';
import { askingKinds, type Message, morningKey, reminderKinds } from '#shared/domain/message.ts';
import { linesOf } from '#shared/domain/morning.ts';
import type {
  Morning,
  MorningLate,
  MorningLong,
  MorningMatter,
  MorningWait,
} from '#shared/domain/notice.ts';
import type { Person, PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { namedFrom, type Rhythm } from '#shared/domain/rhythm.ts';
import { isLate } from '#shared/domain/spread/spreadUnit.ts';
import { madeStep } from '#shared/domain/stepTemplates.ts';
import {
  chosenFor,
  leadTasks,
  type ProjectTask,
  type Underway,
} from '#shared/domain/tasks/tasks.ts';
import { standingGone, type Uncovered, uncoveredOn } from '#shared/domain/uncovered.ts';
import { nextDay, type WorkCalendar } from '#shared/domain/workday.ts';
import { type NearPoint, nearPoints } from '#shared/domain/yearPoints.ts';
import { hasNewIdeas, newIdeasAt } from '../ideas/tellNewIdeas.ts';
import { yearReminders } from '../money/tellYear.ts';
import { peopleIn } from '../people.ts';
import { planNewsAt, planNewsNow } from '../plan/planNews.ts';
import type { Deps } from '../ports.ts';
import { agreementsByPerson } from '../projects/agreementsHeld.ts';
import { unheldRequests } from '../requests/unheld.ts';
import { morningOf, rhythmIn } from '../settings/hours.ts';
import { readsReplies } from '../settings/mailboxes.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { underwayOf } from '../tasks/underway.ts';
import type { WaitingMatter } from './kind.ts';
import { waitingNow } from './waiting.ts';

/** Everything the mornings of a day are made of, looked up once for all who are told. */
type Look = {
  readonly deps: Deps;
  readonly day: string;
  /** The moment at which the morning began. */
  readonly from: string;
  readonly rhythm: Rhythm;
  readonly calendar: WorkCalendar;
  readonly waitingFor: (personId: PersonId) => readonly WaitingMatter[];
  readonly late: ReadonlyMap<PersonId, readonly MorningLate[]>;
  readonly agreements: ReadonlyMap<PersonId, readonly EndingAgreement[]>;
  readonly points: readonly NearPoint[];
  readonly uncovered: readonly Uncovered[];
  readonly plan: ReturnType<typeof planNewsNow>;
  readonly long: () => readonly MorningLong[];
};

const matterIn = (waiting: WaitingMatter): MorningMatter =>
  waiting.type === 'request' ? { type: 'request', view: waiting.waiting.view } : waiting;

const idOf = (matter: MorningMatter): string =>
  matter.type === 'request' ? matter.view.request.id : `${matter.type}:${matter.view.now.id}`;

const dueAtOf = (waiting: WaitingMatter): string | null =>
  waiting.type === 'request' || waiting.waits === 'reply'
    ? null
    : (waiting.view.now.ask?.dueAt ?? null);

const waitOf = (waiting: WaitingMatter): MorningWait => ({
  matter: matterIn(waiting),
  waits: waiting.waits,
  since: waiting.since,
  dueAt: dueAtOf(waiting),
});

/** Due first, then oldest. */
const inOrder = (a: MorningWait, b: MorningWait): number =>
  (a.dueAt ?? '9999').localeCompare(b.dueAt ?? '9999') || a.since.localeCompare(b.since);

const isDated = (task: ProjectTask, day: string): boolean => task.due !== null && task.due < day;

/** What is told of it; a gate that can be sent is never late. */
const toldTask = (task: ProjectTask, { made }: Underway): MorningLate['task'] | null => {
  switch (task.type) {
    case 'step':
      return { type: 'step', code: task.code, name: madeStep(made, task.code).name };
    case 'nextStep':
      return { type: 'nextStep', text: task.text };
    case 'unit':
      return { type: 'unit', name: task.name };
    case 'send':
      return null;
  }
};

const lateOf = (
  underway: Underway,
  tasks: readonly ProjectTask[],
  day: string,
): readonly MorningLate[] =>
  tasks
    .filter((task) => isDated(task, day))
    .flatMap((task): MorningLate[] => {
      const { id, title } = underway.project;
      const what = toldTask(task, underway);
      return what === null ? [] : [{ project: { id, title }, due: task.due ?? '', task: what }];
    });

/** Projects on which something was to be done before a day. */
const lateProjects = ({ stores }: Deps, day: string): ReadonlySet<string> =>
  new Set([
    ...stores.steps
      .all()
      .filter(({ value: { done, due } }) => !done && due !== null && due < day)
      .map(({ value }) => value.projectId),
    ...stores.projects
      .all()
      .filter(({ value: { nextStepDue } }) => nextStepDue !== null && nextStepDue < day)
      .map(({ value }) => value.id),
    ...stores.spreadUnits
      .all()
      .filter(({ value }) => isLate(value, day))
      .map(({ value }) => value.projectId),
  ]);

/** What is late on one project, and for whom: its lead, and those who were chosen for a step. */
const lateOn = (deps: Deps, project: Project, day: string): Look['late'] => {
  const underway = underwayOf(deps, project);
  const { leadId } = project;
  const chosen = [...underway.steps.values()].map((step) => step.responsibleId);
  const people = new Set([leadId, ...chosen].filter((id) => id !== null));
  return new Map(
    [...people].map((id) => {
      const tasks = id === leadId ? leadTasks(underway, id) : chosenFor(underway, id);
      return [id, lateOf(underway, tasks, day)];
    }),
  );
};

const lateByPerson = (deps: Deps, day: string): Look['late'] => {
  const byPerson = new Map<PersonId, readonly MorningLate[]>();
  for (const id of lateProjects(deps, day)) {
    const project = deps.stores.projects.get(id)?.value;
    for (const [person, late] of project ? lateOn(deps, project, day) : [])
      if (late.length > 0) byPerson.set(person, [...(byPerson.get(person) ?? []), ...late]);
  }
  return byPerson;
};

/** What nobody can answer is the consultant's as soon as it would have been named to somebody. */
const unheldWaits = ({ deps, day, rhythm, calendar }: Omit<Look, 'long'>): readonly MorningLong[] =>
  unheldRequests(deps).flatMap(({ view, seats }): readonly MorningLong[] => {
    const since = view.request.askedAt;
    const named = namedFrom(dayOf(since), rhythm.remindAfterDays, day, calendar);
    return named === null
      ? []
      : [{ ...{ matter: { type: 'request', view }, since, whom: [] }, unheld: seats }];
  });

/** What has waited long for each who was asked. */
const longFor = (
  { day, rhythm, calendar, waitingFor }: Omit<Look, 'long'>,
  { id, name }: Person,
): readonly MorningLong[] =>
  waitingFor(id)
    .filter(({ waits }) => waits !== 'reply')
    .filter(
      ({ since }) => namedFrom(dayOf(since), rhythm.consultantAfterDays, day, calendar) !== null,
    )
    .map((waiting) => ({
      ...{ matter: matterIn(waiting), since: waiting.since, whom: [name], unheld: [] },
    }));

/** What has waited so long that the consultant is told, and what nobody can answer; oldest first. */
const longWaits = (look: Omit<Look, 'long'>, people: readonly Person[]): readonly MorningLong[] => {
  const found = new Map<string, MorningLong>();
  for (const one of [...people.flatMap((person) => longFor(look, person)), ...unheldWaits(look)]) {
    const known = found.get(idOf(one.matter));
    found.set(idOf(one.matter), { ...one, whom: [...(known?.whom ?? []), ...one.whom] });
  }
  return [...found.values()].sort((a, b) => a.since.localeCompare(b.since));
};

/** Who is away while nobody answers for them, and whose standing deputy has left, where that is used. */
const uncoveredIn = (deps: Deps, day: string, calendar: WorkCalendar): readonly Uncovered[] => {
  const people = peopleIn(deps);
  return [
    ...uncoveredOn(people, day, calendar),
    ...(readsReplies(deps) ? standingGone(people) : []),
  ];
};

const lookAt = (deps: Deps, day: string): Look => {
  let long: readonly MorningLong[] | undefined;
  const settings = settingsOf(deps.stores);
  const { rhythm, calendar } = rhythmIn(deps);
  const look = {
    ...{ deps, day, from: morningOf(deps, day) },
    ...{ rhythm, calendar },
    waitingFor: waitingNow(deps),
    late: lateByPerson(deps, day),
    agreements: agreementsByPerson(deps, day),
    points: nearPoints(settings.yearPoints, { day, days: settings.yearPointDays, calendar }),
    uncovered: uncoveredIn(deps, day, calendar),
    plan: planNewsNow(deps),
  };
  return {
    ...look,
    long: () => {
      long ??= longWaits(look, peopleIn(deps));
      return long;
    },
  };
};

const isConsultant = ({ stores }: Deps, id: PersonId): boolean =>
  stores.people.get(id)?.value.roles.includes('consultant') ?? false;

type Named = Omit<Morning, 'isPast' | 'at'>;

/** What a morning's message says to somebody, as it stands. */
const namedIn = (look: Look, personId: PersonId): Named => {
  const { deps, day, from } = look;
  return {
    day,
    waits: look
      .waitingFor(personId)
      .filter(({ since }) => since < from)
      .map(waitOf)
      .sort(inOrder),
    late: [...(look.late.get(personId) ?? [])].sort((a, b) => a.due.localeCompare(b.due)),
    long: isConsultant(deps, personId) ? look.long() : [],
    agreements: look.agreements.get(personId) ?? [],
    points: isConsultant(deps, personId) ? look.points : [],
    uncovered: isConsultant(deps, personId) ? look.uncovered : [],
    plan: planNewsAt(deps, look.plan, day, personId),
    ideas: hasNewIdeas(deps, day, personId) ? newIdeasAt(deps, day).length : 0,
  };
};

/** One that was dropped before it left has told nothing. */
const isTold = ({ stores }: Deps, day: string, personId: PersonId): boolean => {
  const message = stores.messages.get(morningKey(day, personId))?.value;
  return message !== undefined && message.state !== 'dropped';
};

/** Whether a message of a morning from a day on, and before today, has named it. */
const isNamedSince = ({ deps, day }: Look, personId: PersonId, from: string): boolean => {
  for (let at = from; at < day; at = nextDay(at)) if (isTold(deps, at, personId)) return true;
  return false;
};

const callsFor = (look: Look, personId: PersonId, since: string, days: number): boolean => {
  const from = namedFrom(since, days, look.day, look.calendar);
  return from !== null && !isNamedSince(look, personId, from);
};

/** What is due is nudged on the day itself: it has waited too long when that day is over. */
const isOldWait = (look: Look, personId: PersonId, { since, dueAt }: MorningWait): boolean =>
  dueAt === null
    ? callsFor(look, personId, dayOf(since), look.rhythm.remindAfterDays)
    : callsFor(look, personId, dayOf(dueAt), 1);

/** What would be told this day by itself; of two or more one message is made. */
const toldToday = ({ deps, day }: Look, personId: PersonId, named: Named): number =>
  named.waits.filter(({ dueAt }) => dueAt !== null && dayOf(dueAt) === day).length +
  Number(named.ideas > 0) +
  Number(named.plan.length > 0) +
  Number(yearReminders(deps).some(({ to }) => to.type === 'person' && to.id === personId));

/** Whether something calls for a message this morning. */
const isCalledFor = (look: Look, personId: PersonId, named: Named): boolean =>
  named.waits.some((one) => isOldWait(look, personId, one)) ||
  named.late.some(({ due }) => callsFor(look, personId, due, 1)) ||
  [...named.agreements, ...named.points, ...named.uncovered].some(({ since }) =>
    callsFor(look, personId, since, 1),
  ) ||
  named.long.some(({ since, unheld }) => {
    const { remindAfterDays, consultantAfterDays } = look.rhythm;
    const days = unheld.length > 0 ? remindAfterDays : consultantAfterDays;
    return callsFor(look, personId, dayOf(since), days);
  }) ||
  toldToday(look, personId, named) > 1;

/** A reminder of an earlier day that comes today; a morning of another day is dropped as it would leave. */
const isUnderway = ({ kind, state }: Message): boolean =>
  kind !== 'morning' && (state === 'queued' || state === 'sending');

const personIn = ({ to }: Message): PersonId | null => (to.type === 'person' ? to.id : null);

/** All for whom there may be something to say, and whom nothing has reminded today. */
const candidates = ({ deps, day, late, agreements, plan }: Look): ReadonlySet<PersonId> => {
  const sent = deps.stores.messages
    .all()
    .map(({ value }) => value)
    .filter(({ state }) => state !== 'dropped');
  const to = (messages: readonly Message[]): readonly PersonId[] =>
    messages.map(personIn).filter((id) => id !== null);
  const reminded = new Set(
    to(
      sent
        .filter(({ kind }) => reminderKinds.includes(kind))
        .filter((one) => dayOf(one.createdAt) === day || isUnderway(one)),
    ),
  );
  const known = peopleIn(deps).filter(({ roles }) => roles.length > 0);
  const asked = to(sent.filter(({ kind }) => askingKinds.includes(kind)));
  const found = new Set([
    ...late.keys(),
    ...agreements.keys(),
    ...plan.keys(),
    ...known.map(({ id }) => id),
    ...asked,
  ]);
  return new Set([...found].filter((id) => !reminded.has(id)));
};

/** Everybody who is to have a message this morning. */
export const toldThisMorning = (deps: Deps, day: string): readonly PersonId[] => {
  const look = lookAt(deps, day);
  return [...candidates(look)].filter((id) => isCalledFor(look, id, namedIn(look, id)));
};

/** What a morning's message says, as it stands. */
export const morningFor = (deps: Deps, day: string, personId: PersonId): Named =>
  namedIn(lookAt(deps, day), personId);

type Counted = { readonly minute: string; readonly lines: Map<string, number>; look: Look | null };
const counted = new WeakMap<Deps, Map<string, Counted>>();

/**
 * How many lines of a morning's message still stand. Looked at once a minute: whoever opens the
 * message sees it as it is at once.
 */
export const linesLeft = (deps: Deps, day: string, personId: PersonId): number => {
  const minute = deps.clock.now().slice(0, 16);
  const days = counted.get(deps) ?? new Map<string, Counted>();
  counted.set(deps, days);
  const known = days.get(day);
  const now: Counted = known?.minute === minute ? known : { minute, lines: new Map(), look: null };
  days.set(day, now);
  const lines = now.lines.get(personId);
  if (lines !== undefined) return lines;
  now.look ??= lookAt(deps, day);
  const left = linesOf(namedIn(now.look, personId));
  now.lines.set(personId, left);
  return left;
};
