import type { PaceReply } from '#shared/contract/pace.ts';
import { dayOf, daysBetween } from '#shared/domain/day.ts';
import { type Gate, gateNames } from '#shared/domain/gates.ts';
import {
  byMonths,
  byWorkdays,
  daysIn,
  type GatePace,
  hereOf,
  isWorkPhase,
  type LongStay,
  longestFirst,
  type PhasePace,
  type ProjectPace,
  type Stay,
  staysBefore,
} from '#shared/domain/pace.ts';
import type { Span } from '#shared/domain/past/span.ts';
import { type PlanSettings, type WorkPhase, workPhases } from '#shared/domain/plan/planned.ts';
import type { Project } from '#shared/domain/project.ts';
import type { GateRequest } from '#shared/domain/request.ts';
import { daysBefore, workdaysBetween } from '#shared/domain/workday.ts';
import { remembered } from '../kept/remembered.ts';
import { historySince } from '../past/historySince.ts';
import type { Deps, Stores } from '../ports.ts';
import { openRequests } from '../requests/views.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { asksNow } from './askPace.ts';

/** Each time that a project went from one phase to another: how long it had been in the first. */
const wentOnIn = (spans: readonly Span[], from: string): readonly Stay[] =>
  spans
    .flatMap(({ entries }) => entries)
    .filter(({ at, was, is }) => at >= from && 'phase' in is && was['phase'] !== is['phase'])
    .flatMap(({ at, was: { phase, phaseSince } }) =>
      isWorkPhase(phase) && typeof phaseSince === 'string'
        ? [{ phase, days: daysBetween(dayOf(phaseSince), dayOf(at)) }]
        : [],
    );

type Here = Stay & Pick<Project, 'id' | 'title'>;

/** Those that are at work in a phase before operation, and for how long. */
const hereNow = ({ stores, clock }: Deps): readonly Here[] => {
  const today = clock.day();
  return stores.projects.all().flatMap(({ value }) => {
    const here = hereOf(value, today);
    return here ? [{ id: value.id, title: value.title, ...here }] : [];
  });
};

const daysOf = (stays: readonly Stay[], phase: WorkPhase): readonly number[] =>
  stays.filter((stay) => stay.phase === phase).map(({ days }) => days);

const phasePace = (
  phase: WorkPhase,
  here: readonly Here[],
  wentOn: readonly Stay[],
  { months }: PlanSettings,
): PhasePace => {
  const days = daysOf(here, phase);
  const { count, middle } = byMonths(daysOf(wentOn, phase));
  return {
    ...{ phase, now: byMonths(days), usualMonths: months[phase] },
    over: days.filter((one) => one > daysIn(months[phase])).length,
    wentOn: { count, middle },
  };
};

/** When a gate was first asked for: handed on, lifted or asked anew, it waits on. */
const firstAskedAt = (stores: Stores, request: GateRequest): string => {
  let first = request;
  for (let left = 20; left > 0 && first.previous !== null; left -= 1)
    first = stores.requests.get(first.previous)?.value ?? { ...first, previous: null };
  return first.askedAt;
};

const yearBefore = ({ clock }: Deps): string => `${daysBefore(clock.day(), 365)}T00:00:00Z`;

type Answered = { readonly gate: Gate; readonly days: number };

/** How many working days there were from a gate was first asked for until a day. */
const workdaysIn = (deps: Deps): ((request: GateRequest, until: string) => number) => {
  const calendar = deps.calendarOf(settingsOf(deps.stores).closingDays);
  return (request, until) =>
    workdaysBetween(dayOf(firstAskedAt(deps.stores, request)), until, calendar);
};

/** What was decided in the last year. */
const answeredIn = (deps: Deps): readonly Answered[] => {
  const { requests, decisions } = deps.stores;
  const [from, workdays] = [yearBefore(deps), workdaysIn(deps)];
  return decisions.all().flatMap(({ value: { id, gate, ending, at } }) => {
    const request = ending === 'decided' && at >= from ? requests.get(id)?.value : undefined;
    return request ? [{ gate, days: workdays(request, dayOf(at)) }] : [];
  });
};

/** From memory, and the same until somebody asks or answers, or a new day comes. */
const gatesNow = remembered((deps): Pick<PaceReply, 'gates' | 'middle'> => {
  const [today, workdays] = [deps.clock.day(), workdaysIn(deps)];
  const answered = answeredIn(deps);
  const open = openRequests(deps).map(
    (request): Answered => ({ gate: request.gate, days: workdays(request, today) }),
  );
  const at = (all: readonly Answered[], gate: Gate) =>
    byWorkdays(all.filter((one) => one.gate === gate).map(({ days }) => days));
  return {
    gates: gateNames.map((gate): GatePace => {
      const { count, longest } = at(open, gate);
      return { gate, answered: at(answered, gate), waiting: { count, longest } };
    }),
    middle: byWorkdays(answered.map(({ days }) => days)).middle,
  };
});

const mostNamed = 12;

const longestIn = (here: readonly Here[], { months }: PlanSettings): readonly LongStay[] =>
  here
    .map(
      (one): LongStay => ({
        ...{ id: one.id, title: one.title, phase: one.phase, days: one.days },
        usualMonths: months[one.phase],
      }),
    )
    .filter(({ days, usualMonths }) => days > daysIn(usualMonths))
    .sort(longestFirst)
    .slice(0, mostNamed);

/** How long things take here, now and in the last year. */
export const pacePage = async (deps: Deps): Promise<Omit<PaceReply, 'asOf'>> => {
  const { plan } = settingsOf(deps.stores);
  const from = yearBefore(deps);
  const wentOn = wentOnIn(await historySince(deps, from), from);
  const here = hereNow(deps);
  return {
    phases: workPhases.map((phase) => phasePace(phase, here, wentOn, plan)),
    ...gatesNow(deps),
    asks: asksNow(deps),
    longest: longestIn(here, plan),
  };
};

/** How long a project is in its phase, beside what is usual; null where there is no phase to leave. */
export const projectPace = ({ stores, clock }: Deps, project: Project): ProjectPace | null => {
  const here = hereOf(project, clock.day());
  if (!here) return null;
  const decisions = stores.decisions.where('projectId', project.id).map(({ value }) => value);
  return {
    here,
    usualMonths: settingsOf(stores).plan.months[here.phase],
    before: staysBefore(project, decisions),
  };
};
