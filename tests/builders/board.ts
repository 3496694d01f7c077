import type { BoardReply, MeReply } from '#shared/contract/api.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import type { BoardProject, WaitingFor } from '#shared/domain/board.ts';
import { actions } from '#shared/domain/permissions.ts';
import { priorities } from '#shared/domain/priority.ts';
import { defaultSettings, stuckLimitsOf } from '#shared/domain/settings.ts';

export const aBoardProject = (given: Partial<BoardProject> = {}): BoardProject => ({
  id: 'p1',
  title: 'Nøglefri hjemmepleje',
  phase: 'idea',
  status: 'active',
  type: 'digitek',
  area: 'omsorg',
  ...given,
});

export const aMeReply = (given: Partial<MeReply> = {}): MeReply => ({
  id: 'me',
  name: 'Konsulent, DigiTek',
  roles: ['consultant'],
  seats: [],
  may: actions,
  areas: defaultAreas,
  waiting: 0,
  ...given,
});

const names = [
  'Liva – digital sundhedsvejledning',
  'Nøglefri hjemmepleje',
  'VR til træning af sociale færdigheder',
  'TALT – talegenkendelse i dokumentation',
  'Vaske-tørre-toiletter på plejehjem',
  'Telerehabilitering af hjertesvigtspatienter',
  'DigiRehab i hjemmeplejen',
  'Teton – sensorer og kunstig intelligens om natten',
  'Online Bostøtte',
  'ICURA Trainer i genoptræningen',
] as const;

const phases = ['idea', 'investigation', 'trial', 'operation'] as const;

const waitingOf = (place: number): WaitingFor => {
  const since = new Date(Date.UTC(2026, 8, 1 + (place % 40))).toISOString();
  if (place % 11 === 0 && place % 4 !== 3)
    return {
      type: 'gate',
      gate: (['gate1', 'gate2', 'gate3'] as const)[place % 4] ?? 'gate1',
      requestId: `p${place}-r1`,
      decider: 'chef',
      seats: ['omsorg'],
      pending: ['omsorg'],
      since,
    };
  if (place % 7 === 0) return { type: 'somebody', whom: 'Leverandøren', since };
  return { type: 'step', text: 'Workshop', due: '2026-12-03' };
};

const people = Object.fromEntries(
  Array.from({ length: 40 }, (_, place) => [`person-${place}`, `Leder, Distrikt ${place}`]),
);
const personIds = Object.keys(people);

/** A board of any size, always the same for the same number. */
export const aBoard = (size: number): BoardReply => ({
  asOf: '2026-11-23T09:42:00.000Z',
  areas: defaultAreas,
  people,
  setAside: 0,
  stuckLimits: stuckLimitsOf(defaultSettings),
  projects: Array.from({ length: size }, (_, place) =>
    aBoardProject({
      id: `p${place}`,
      title: `${names[place % names.length]} ${place}`,
      purpose: 'Døren åbnes med en app',
      phase: phases[place % 4] ?? 'idea',
      status: place % 4 === 3 ? 'operating' : 'active',
      area: defaultAreas[place % 3]?.id ?? 'omsorg',
      priority: priorities[place % 3] ?? 'low',
      voice: (['decided', 'recommended', 'first'] as const)[place % 3] ?? 'first',
      askOre: (place % 30) * 10_000_00,
      budgetOre: (place % 50) * 40_000_00,
      lead: personIds[place % personIds.length] ?? 'me',
      owner: personIds[(place * 7) % personIds.length] ?? 'me',
      tek: [place % 4, (place + 1) % 4, (place + 2) % 4],
      risk: 1 + (place % 4),
      waitingFor: waitingOf(place),
    }),
  ),
});
