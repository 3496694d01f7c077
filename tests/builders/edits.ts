import fc from 'fast-check';
import { factsFrom } from '#shared/domain/approvals/approval.ts';
import { messageAbout, neverUnreached, unsent } from '#shared/domain/message.ts';
import { stepId } from '#shared/domain/steps.ts';
import { aStep } from '../worlds/graph/graphRows.ts';
import type { Told } from '../worlds/memory/heldStores.ts';
import { aDecision, aProject, aRequest, aStatement, chefs, deputy } from './request.ts';

const moment = (n: number): string => `2026-11-${String(10 + n).padStart(2, '0')}T09:00:00Z`;

const anEvent = (id: string, p: number, seq: number) => ({
  ...{ id: `${id}:${seq}`, cause: `${id}:${seq}`, seq, projectId: `p${p}` },
  ...{ byId: chefs.omsorg.id, byName: 'X', seat: null, onBehalf: false, at: moment(seq) },
  ...{ comment: '', dueAt: moment(13 + seq), nudgeAt: moment(12 + seq), about: null },
});

const texts = ['', 'IT', 'Jura'] as const;
const textOf = (n: number): string => texts[n % texts.length] ?? '';

const statusOf = (n: number) => (n === 7 ? 'stopped' : n === 5 ? 'operating' : 'active');

/** What people and the product do to the lists; `p` says to whose project, `n` what of it. */
const edits: Readonly<Record<string, (p: number, n: number) => Told>> = {
  project: (p, n) => ({
    list: 'projects',
    seq: p + 1,
    value: aProject({
      ...{ id: `p${p}`, title: `Nummer ${n}`, waitsFor: textOf(n), waitsSince: moment(1) },
      ...{ phase: n === 5 ? 'spread' : n % 2 ? 'idea' : 'trial', status: statusOf(n) },
      ...{ ownerId: n % 3 ? chefs.social.id : null, ownerName: n % 3 ? `Ejer ${n % 2}` : '' },
      ...{ leadArea: n % 2 ? 'omsorg' : 'social', phaseSince: '2025-01-01T08:00:00Z' },
      ...{ nextStep: textOf(n + 1), budgetOre: n > 5 ? 1_000_00 : 250_000_00 },
    }),
  }),
  projectGone: (p) => ({ list: 'projects', seq: p + 1, value: 'gone' }),
  projectNonsense: (p) => ({ list: 'projects', seq: p + 1, value: 'nonsense' }),
  /** A copy of a row in the list, with the same key: it comes forward when the first one goes. */
  twin: (p, n) => ({
    list: 'projects',
    seq: 20 + p,
    value: n === 0 ? 'gone' : aProject({ id: `p${p}`, title: `Tvilling ${n}` }),
  }),
  request: (p, n) => ({
    list: 'requests',
    seq: p * 2 + (n % 2) + 1,
    value: aRequest({
      ...{ id: `p${p}-gate1-${n % 2}`, projectId: `p${n === 9 ? p + 1 : p}` },
      ...{ closedAt: n === 8 ? moment(8) : null, askedAt: moment(n) },
      decider: { type: n === 7 ? 'chefgruppe' : 'chef', seats: ['omsorg', 'social'] },
    }),
  }),
  requestGone: (p, n) => ({ list: 'requests', seq: p * 2 + (n % 2) + 1, value: 'gone' }),
  statement: (p, n) => ({
    list: 'statements',
    seq: p * 10 + n + 1,
    value: aStatement({
      ...{ id: `p${p}-gate1-${n % 2}:s${n}`, requestId: `p${p}-gate1-${n % 2}`, at: moment(n) },
      kind: n < 4 ? 'question' : n < 7 ? 'meeting' : 'position',
      outcome: n < 7 ? null : 'investigate',
    }),
  }),
  statementGone: (p, n) => ({ list: 'statements', seq: p * 10 + n + 1, value: 'gone' }),
  decision: (p, n) => ({
    list: 'decisions',
    seq: p * 2 + (n % 2) + 1,
    value:
      n === 8
        ? 'gone'
        : aDecision(aRequest({ id: `p${p}-gate1-${n % 2}`, projectId: `p${p}` }), {
            at: moment(n),
          }),
  }),
  step: (p, n) => ({
    list: 'steps',
    seq: p * 2 + (n % 2) + 1,
    value: aStep(stepId(`p${p}`, n % 2 ? 'ideaDescription' : 'ideaOwner'), {
      ...{ projectId: `p${p}`, code: n % 2 ? 'ideaDescription' : 'ideaOwner' },
      ...{ done: n > 4, doneAt: n > 4 ? moment(n) : null, version: String(n) },
    }),
  }),
  stepGone: (p, n) => ({ list: 'steps', seq: p * 2 + (n % 2) + 1, value: 'gone' }),
  approval: (p, n) => {
    const approvalId = stepId(`p${p}`, 'ideaOwner');
    const seq = (n % 3) + 1;
    return {
      list: 'approvals',
      seq: p * 3 + seq,
      value: {
        ...anEvent(approvalId, n === 9 ? p + 1 : p, seq),
        ...{ approvalId, step: 'ideaOwner', kind: seq === 2 ? 'sentBack' : 'asked' },
        facts: factsFrom(aProject({ id: `p${p}` }), undefined),
      },
    };
  },
  chefComment: (p, n) => {
    const chefCommentId = stepId(`p${p}`, 'ideaChef');
    const seq = (n % 3) + 1;
    return {
      list: 'chefComments',
      seq: p * 3 + seq,
      value: {
        ...anEvent(chefCommentId, p, seq),
        ...{ chefCommentId, step: 'ideaChef', kind: seq === 2 ? 'commented' : 'asked' },
        ...{ payer: null, askOre: null, version: '' },
      },
    };
  },
  interest: (p, n) => {
    const interestId = stepId(`p${p}`, 'interest');
    const seq = (n % 3) + 1;
    return {
      list: 'interests',
      seq: p * 3 + seq,
      value: {
        ...anEvent(interestId, p, seq),
        ...{ interestId, kind: seq === 2 ? 'yes' : 'asked' },
        ...{ askedId: n > 5 ? deputy.id : null, priority: null, ownerId: null, ownerName: '' },
      },
    };
  },
  message: (p, n) => ({
    list: 'messages',
    seq: p * 2 + (n % 2) + 1,
    value: {
      ...{ id: `p${p}-gate1-${n % 2}:ask::${chefs.omsorg.id}`, kind: 'ask' },
      ...messageAbout.request(`p${p}-gate1-${n % 2}`, null),
      to: { type: 'person', id: n === 9 ? deputy.id : chefs.omsorg.id },
      ...unsent,
      state: n < 3 ? 'queued' : n < 6 ? 'undeliverable' : 'sent',
      unreached: n < 3 ? 'notInstalled' : null,
      createdAt: moment(1),
    },
  }),
  chat: (_, n) => ({
    list: 'conversations',
    seq: 1,
    value: {
      ...{
        id: `person:${chefs.omsorg.id}`,
        conversationId: 'a:1',
        serviceUrl: 'https://x.example',
      },
      ...{ kind: 'personal', personId: chefs.omsorg.id, teamsUserId: '29:1', members: [] },
      ...{ installed: n < 5, ...neverUnreached },
    },
  }),
  person: (p, n) => {
    const who = [chefs.omsorg, chefs.social, deputy][p % 3] ?? deputy;
    const name = `${who.name} ${n % 3}`;
    const value = { ...who, name, deputyTo: p % 3 === 2 ? `2026-11-${23 + (n % 5)}` : null };
    return { list: 'people', seq: (p % 3) + 1, value: n === 9 ? 'gone' : value };
  },
  unit: (p, n) => ({
    list: 'spreadUnits',
    seq: p * 2 + (n % 2) + 1,
    value:
      n === 9
        ? 'gone'
        : {
            ...{ id: `p${p}:u${n % 2}`, projectId: `p${p}`, name: `Enhed ${n % 2}` },
            ...{ state: n > 4 ? 'started' : 'planned', planned: '2026-12-01', firstPlanned: null },
            ...{ startedOn: n > 4 ? '2026-11-20' : null, reason: '', givenUpOn: null },
            lastChange: null,
          },
  }),
  setting: (_, n) => ({
    list: 'settings',
    seq: 1,
    value: { id: 'stuckAtGateDays', value: String(n + 1), lastChange: null },
  }),
};

export type Edit = readonly [name: string, p: number, n: number];

export const anEdit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom(...Object.keys(edits)),
  fc.nat(3),
  fc.nat(9),
);
export const toldBy = (turn: readonly Edit[]): readonly Told[] =>
  turn.flatMap(([name, p, n]) => edits[name]?.(p, n) ?? []);
