import { type Area, defaultAreas } from '#shared/domain/area.ts';
import { areaPool, type PoolView, type Share } from '#shared/domain/funding.ts';
import { type Choice, choice, type Gate } from '#shared/domain/gates.ts';
import type { Person } from '#shared/domain/person.ts';
import { newIdea, type Project } from '#shared/domain/project.ts';
import type { Decision, GateRequest, Statement } from '#shared/domain/request.ts';
import {
  type Reader,
  type RequestView,
  readerOf,
  requestViewOf,
} from '#shared/domain/requestView.ts';

export const now = '2026-11-23T09:14:00Z';
export const today = '2026-11-23';

const somebody = (id: string, name: string, extra: Partial<Person>): Person => ({
  id,
  name,
  upn: `${id}@viborg.example`,
  roles: [],
  area: null,
  deputyFor: null,
  deputyFrom: null,
  deputyTo: null,
  absences: [],
  standing: null,
  unit: '',
  ...extra,
});

/** People by their role; object ids as Entra writes them. */
export const chefs = {
  social: somebody('1a6c0e52-9d3b-4f87-b5a1-c2e4d6f80b01', 'Chef, Social', {
    roles: ['chef'],
    area: 'social',
  }),
  sundhed: somebody('2b7d1f63-0e4c-4a98-86b2-d3f5e7091c02', 'Chef, Sundhed', {
    roles: ['chef'],
    area: 'sundhed',
  }),
  omsorg: somebody('3c8e2074-1f5d-4ba9-97c3-e406f81a2d03', 'Chef, Omsorg', {
    roles: ['chef'],
    area: 'omsorg',
  }),
} as const;

export const lead = somebody('81d375c9-64a2-40fe-ac18-395b4d6f7208', 'Leder, nattevagten', {});
export const owner = somebody('92e486da-75b3-410f-bd29-4a6c5e708309', 'Leder, Distrikt Nord', {});
export const stranger = somebody('3c8e2074-1f5d-4ba9-97c3-e406f81a2d13', 'Medarbejder', {});
export const consultant = somebody('4d9f3185-206e-4cba-a8d4-f517092b3e04', 'Konsulent, DigiTek', {
  roles: ['consultant'],
});
/** Stands in for Chef, Omsorg through Friday 27 November. */
export const deputy = somebody('c517b90d-a8e6-4432-a05c-7d9f81a3b60c', 'Leder, Distrikt Syd', {
  roles: ['leder'],
  deputyFor: 'omsorg',
  deputyFrom: '2026-11-20',
  deputyTo: '2026-11-27',
});

export const people: readonly Person[] = [
  chefs.social,
  chefs.sundhed,
  chefs.omsorg,
  lead,
  owner,
  stranger,
  consultant,
];

export const aProject = (extra: Partial<Project> = {}): Project =>
  newIdea({
    id: 'mundhygiejne',
    title: 'App til vurdering af mundhygiejne',
    purpose: 'Hjemmeplejen vurderer borgernes mundhygiejne med en app, så problemer ses tidligere.',
    status: 'active',
    leadArea: 'omsorg',
    areas: ['omsorg'],
    leadId: lead.id,
    leadName: lead.name,
    ownerId: owner.id,
    ownerName: owner.name,
    askOre: 45_000_00,
    shares: [{ pool: areaPool('omsorg'), ore: 45_000_00 }],
    budgetOre: 250_000_00,
    runningCostsOre: [60_000_00, 60_000_00, 60_000_00, 60_000_00],
    efficiency: 2,
    quality: 3,
    wellbeing: 1,
    riskCategory: 2,
    recommendedPriority: 'high',
    recommendedOutcome: 'investigate',
    recommendationWhy: 'Kan bruges i hele hjemmeplejen.',
    createdAt: '2026-09-01T08:00:00Z',
    createdBy: consultant.name,
    ...extra,
  });

export const aRequest = (extra: Partial<GateRequest> = {}): GateRequest => ({
  id: 'mundhygiejne-gate1-1',
  projectId: 'mundhygiejne',
  gate: 'gate1',
  round: 1,
  askedBy: consultant.id,
  askedByName: consultant.name,
  askedAt: '2026-11-19T08:02:00Z',
  askOre: 45_000_00,
  shares: [{ pool: areaPool('omsorg'), ore: 45_000_00 }],
  decider: { type: 'chef', seats: ['omsorg'] },
  why: { type: 'ownPool', leadArea: 'omsorg' },
  paper: {
    link: 'https://viborg.sharepoint.example/sites/digitek/ide.docx',
    version: 'version 3',
    minutes: 3,
  },
  previous: null,
  closedAt: null,
  ...extra,
});

let made = 0;

export const aStatement = (extra: Partial<Statement> = {}): Statement => {
  made += 1;
  return {
    id: `mundhygiejne-gate1-1:s${made}`,
    requestId: 'mundhygiejne-gate1-1',
    kind: 'question',
    seat: 'omsorg',
    onBehalf: false,
    byId: chefs.omsorg.id,
    byName: chefs.omsorg.name,
    outcome: null,
    spread: false,
    rethink: false,
    text: '',
    about: null,
    noted: [],
    at: now,
    ...extra,
  };
};

/** What a chef says about a matter of several; no choice means that they want the meeting. */
export const aPosition = (
  seat: keyof typeof chefs,
  given: Choice | null,
  text = '',
  extra: Partial<Statement> = {},
): Statement =>
  aStatement({
    kind: given ? 'position' : 'meeting',
    seat,
    byId: chefs[seat].id,
    byName: chefs[seat].name,
    outcome: given?.outcome ?? null,
    spread: given?.spread ?? false,
    rethink: given?.rethink ?? false,
    text,
    ...extra,
  });

export const aPoolView = (
  pool: PoolView['pool'] = areaPool('omsorg'),
  askedOre = 45_000_00,
  beforeOre = 88_500_00,
): PoolView => ({
  pool,
  askedOre,
  beforeOre,
  afterOre: beforeOre - askedOre,
  missingOre: Math.max(0, askedOre - beforeOre),
});

export const aDecision = (
  request: GateRequest = aRequest(),
  extra: Partial<Decision> & { readonly choice?: Choice } = {},
): Decision => {
  const { choice: given = choice('investigate'), ...rest } = extra;
  const decided = (rest.ending ?? 'decided') === 'decided';
  return {
    id: request.id,
    projectId: request.projectId,
    gate: request.gate,
    ending: 'decided',
    outcome: decided ? given.outcome : null,
    spread: decided && given.spread,
    rethink: decided && given.rethink,
    comment: '',
    byId: chefs.omsorg.id,
    byName: chefs.omsorg.name,
    seat: 'omsorg',
    onBehalf: false,
    atMeeting: false,
    at: now,
    decider: request.decider,
    why: request.why,
    askOre: request.askOre,
    shares: request.shares,
    pools: request.shares.map((share) => aPoolView(share.pool, share.ore)),
    paper: request.paper,
    reroutedTo: null,
    noted: [],
    ...rest,
  };
};

export type ViewParts = {
  readonly project?: Partial<Project>;
  readonly request?: Partial<GateRequest>;
  readonly statements?: readonly Statement[];
  readonly decision?: (Partial<Decision> & { readonly choice?: Choice }) | undefined;
  readonly earlier?: readonly Decision[];
  readonly pools?: readonly PoolView[];
  readonly rivals?: RequestView['rivals'];
  readonly paperNews?: RequestView['paperNews'];
  readonly areas?: readonly Area[];
  readonly people?: readonly Person[];
  readonly statusDay?: string | null;
};

const askedShares = (gate: Gate): readonly Share[] =>
  gate === 'gate3' ? [] : [{ pool: areaPool('omsorg'), ore: 45_000_00 }];

/** A request as the cards see it, through the same function that the product uses. */
export const aView = (parts: ViewParts = {}): RequestView => {
  const gate = parts.request?.gate ?? 'gate1';
  const shares = parts.request?.shares ?? askedShares(gate);
  const request = aRequest({
    shares,
    askOre: shares.reduce((sum, share) => sum + share.ore, 0),
    ...parts.request,
  });
  const pools = parts.pools ?? shares.map((share) => aPoolView(share.pool, share.ore));
  return requestViewOf({
    request,
    project: aProject(parts.project),
    statements: parts.statements ?? [],
    decision: parts.decision && aDecision(request, { pools, ...parts.decision }),
    earlier: parts.earlier ?? [],
    pools,
    rivals: parts.rivals ?? [],
    paperNews: parts.paperNews ?? null,
    areas: parts.areas ?? defaultAreas,
    people: parts.people ?? people,
    statusDay: parts.statusDay === undefined ? '2027-01-21' : parts.statusDay,
    day: today,
  });
};

export const aReader = (
  view: RequestView,
  person: Person | null = chefs.omsorg,
  among: readonly Person[] = [...people, deputy],
): Reader => readerOf(view, person?.id ?? null, among, today);
