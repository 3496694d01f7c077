import { defaultAreas } from '#shared/domain/area.ts';
import { agendaOf } from '#shared/domain/quarter/agenda.ts';
import { minutesOf } from '#shared/domain/quarter/minutes.ts';
import { usualOrder } from '#shared/domain/quarter/order.ts';
import {
  isSigned,
  type QuarterEvent,
  type QuarterNow,
  quarterNowOf,
  quarterStateOf,
} from '#shared/domain/quarter/quarter.ts';
import { type QuarterGiven, quarterMoveFor } from '#shared/domain/quarter/rules.ts';
import type { QuarterView } from '#shared/domain/quarter/view.ts';
import { actor, people } from './portfolio.ts';
import { aDecision, aRequest } from './request.ts';

export type Pressed = readonly [who: string, given: QuarterGiven];

const day = '2027-01-21';
const seats = defaultAreas.map(({ id }) => id);
const requestId = 'p1-gate2-1';
const title = 'Telerehabilitering af hjertesvigtspatienter II';
const agendaFacts = {
  requests: [{ id: requestId, title, why: 'differ' as const }],
  standing: ['priorities', 'pools', 'stuck', 'stories'] as const,
  order: usualOrder,
};

const played = (presses: readonly Pressed[]): QuarterNow =>
  presses.reduce(
    (now, [who, given], place): QuarterNow => {
      const move = quarterMoveFor(now, actor(who), given, {
        ...{ people, day, seats, points: agendaOf(agendaFacts, now) },
        ...{ priorityOf: () => 'medium', isSigned: isSigned(now, seats) },
        dayProblem: () => null,
        order: usualOrder,
      });
      if (!move.ok) throw new Error(`${who} ${given.type}: ${move.refusal.type}`);
      const seq = now.revision + 1;
      const at = new Date(Date.parse('2027-01-21T08:00:00Z') + place * 600_000).toISOString();
      const event: QuarterEvent = {
        ...move.value,
        ...{ id: `${day}:${seq}`, cause: `c${seq}`, seq, quarterId: day, byId: who },
        ...{ byName: actor(who).name, at: at.replace('.000', '') },
      };
      return quarterNowOf(day, [...now.events, event]);
    },
    quarterNowOf(day, []),
  );

/** A kvartalsstatus after these presses, with a gate decided while it was held. */
export const aQuarterView = (presses: readonly Pressed[]): QuarterView => {
  const now = played(presses);
  const points = agendaOf(agendaFacts, now);
  const request = aRequest({ id: requestId, gate: 'gate2', askOre: 180_000_00 });
  const decision = aDecision(request, {
    ...{ choice: { outcome: 'trial', spread: false, rethink: false } },
    ...{ at: '2027-01-21T08:15:00Z', atMeeting: true, comment: 'Begynd i Nord.' },
    noted: [{ seat: 'omsorg', text: 'Aftenvagten er ikke aftalt.' }],
  });
  return {
    ...{ now, points, areas: defaultAreas, signers: { people, day, seats }, project: null },
    ...{ state: quarterStateOf(now, seats), at: '2027-01-22T08:00:00Z', next: '2027-04-15' },
    minutes: minutesOf(now, {
      points,
      gateOf: ({ key }) =>
        key === `request:${requestId}` ? { gate: 'gate2', area: 'sundhed', decision } : null,
      titleOf: () => 'GPS til borgere med demens',
    }),
    seats: seats.map((seat) => ({
      ...{ seat, deputies: [] },
      chefName:
        people.find(({ area, roles }) => area === seat && roles.includes('chef'))?.name ?? '',
    })),
  };
};
