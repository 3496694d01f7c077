import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardChange, BoardReply } from '#shared/contract/api.ts';
import { withChanges } from '#shared/domain/boardChanges.ts';
import { messageAbout, neverUnreached, unsent } from '#shared/domain/message.ts';
import { stepId } from '#shared/domain/steps.ts';
import { boardOf, namesOnBoard } from '#shared/useCases/pages/board.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import type { BoardAnswer } from '../../bot/api/cachedBoard.ts';
import { runsOf } from '../builders/long.ts';
import { aDecision, aProject, aRequest, aStatement, chefs, deputy } from '../builders/request.ts';
import { aStep } from '../worlds/graph/graphRows.ts';
import { boardLooks } from '../worlds/memory/boardLooks.ts';
import { HeldStores, type Told } from '../worlds/memory/heldStores.ts';
import { TestClock, testDeps } from '../worlds/memory/memoryStores.ts';

/** A server's board, over its own copy of the lists. */
const aServer = (clock: TestClock) => {
  const held = new HeldStores();
  const deps: Deps = { ...testDeps(), clock, stores: held.stores };
  let version = 0;
  const board = boardLooks(deps, () => version);
  return {
    deps,
    tell: (told: readonly Told[]): void => {
      for (const one of told) held.tell(one);
      version += 1;
    },
    board,
    /** The same board, by somebody who has kept nothing. */
    fromNothing: (): BoardAnswer => boardLooks(deps, () => version)(),
  };
};

const moment = (n: number): string => `2026-11-${String(10 + n).padStart(2, '0')}T09:00:00Z`;

const anEvent = (id: string, p: number, seq: number) => ({
  ...{ id: `${id}:${seq}`, cause: `${id}:${seq}`, seq, projectId: `p${p}` },
  ...{ byId: chefs.omsorg.id, byName: 'X', seat: null, onBehalf: false, at: moment(seq) },
  ...{ comment: '', dueAt: moment(9), nudgeAt: moment(8), about: null },
});

const texts = ['', 'IT', 'Jura'] as const;
const textOf = (n: number): string => texts[n % texts.length] ?? '';

/** What people and the product do to the lists; `p` says to whose project, `n` what of it. */
const edits: Readonly<Record<string, (p: number, n: number) => Told>> = {
  project: (p, n) => ({
    list: 'projects',
    seq: p + 1,
    value: aProject({
      ...{ id: `p${p}`, title: `Nummer ${n}`, waitsFor: textOf(n), waitsSince: moment(1) },
      ...{ phase: n % 2 ? 'idea' : 'trial', status: n === 7 ? 'stopped' : 'active' },
      ...{ ownerId: n % 3 ? chefs.social.id : null, ownerName: n % 3 ? `Ejer ${n % 2}` : '' },
      ...{ leadArea: n % 2 ? 'omsorg' : 'social', phaseSince: '2025-01-01T08:00:00Z' },
      nextStep: textOf(n + 1),
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
        ...{ approvalId, step: 'ideaOwner', kind: seq === 2 ? 'sentBack' : 'asked', facts: null },
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
  setting: (_, n) => ({
    list: 'settings',
    seq: 1,
    value: { id: 'stuckAtGateDays', value: String(n + 1), lastChange: null },
  }),
};

type Edit = readonly [name: string, p: number, n: number];

const anEdit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom(...Object.keys(edits)),
  fc.nat(3),
  fc.nat(9),
);
/** What happens between two looks at the board, and how many hours that takes. */
const aTurn = fc.record({
  told: fc.array(anEdit, { minLength: 1, maxLength: 5 }),
  hours: fc.constantFrom(0, 0, 0, 1, 24, 24 * 40),
  /** The second server hears of it later. */
  late: fc.boolean(),
});

const toldBy = (turn: readonly Edit[]): readonly Told[] =>
  turn.flatMap(([name, p, n]) => edits[name]?.(p, n) ?? []);

const replyIn = (text: string): BoardReply => JSON.parse(text) as BoardReply;

/** The board of a tab that has one and is told what became of it, or all of it where it must be. */
const followed = (seen: BoardReply, etag: string, answer: BoardAnswer): BoardReply => {
  const told = answer.since(etag);
  if (told === null) return replyIn(answer.json());
  const change = JSON.parse(told) as BoardChange;
  const { changed, gone, people = seen.people, ...around } = change;
  return { ...around, projects: [...withChanges(seen.projects, { changed, gone })], people };
};

describe('a board that is kept', () => {
  it('is what would be drawn from nothing, on every server, and for whoever follows it', () => {
    fc.assert(
      fc.property(fc.array(aTurn, { minLength: 1, maxLength: 12 }), (turns) => {
        const clock = new TestClock();
        const [one, two] = [aServer(clock), aServer(clock)];
        let etag = one.board().etag;
        let seen = replyIn(one.board().json());
        const waiting: Told[] = [];
        for (const { told, hours, late } of turns) {
          clock.pass(hours * 3_600_000);
          const happened = toldBy(told);
          one.tell(happened);
          waiting.push(...happened);
          if (!late) two.tell(waiting.splice(0));
          const answer = one.board();
          const reply = replyIn(answer.json());
          expect(reply.projects).toEqual(boardOf(one.deps));
          expect(reply.people).toEqual(namesOnBoard(one.deps.stores));
          expect(answer.etag).toBe(one.fromNothing().etag);
          if (!late) expect(two.board().etag).toBe(answer.etag);
          seen = followed(seen, etag, answer);
          expect(seen).toEqual(reply);
          etag = answer.etag;
        }
      }),
      { seed: 20_261_129, numRuns: runsOf({ daily: 150, long: 10_000 }) },
    );
  });

  it('knows what somebody is called who was called something else meanwhile', () => {
    const server = aServer(new TestClock());
    const called = (ownerName: string): Told => ({
      list: 'projects',
      seq: 1,
      value: aProject({ id: 'p0', ownerId: chefs.social.id, ownerName }),
    });
    for (const name of ['Ejer', 'En anden', 'Ejer']) {
      server.tell([called(name)]);
      const { people } = replyIn(server.board().json());
      expect(people[chefs.social.id]).toBe(name);
    }
  });

  it('tells of those who are new in the order in which they came, whenever they changed before', () => {
    const server = aServer(new TestClock());
    const project = (id: string, seq: number, title: string): Told => ({
      list: 'projects',
      seq,
      value: aProject({ id, title }),
    });
    server.tell([project('a', 1, 'A'), project('b', 2, 'B')]);
    const first = server.board();
    const [etag, seen] = [first.etag, replyIn(first.json())];
    for (const told of [
      project('a', 1, 'A, changed'),
      project('c', 3, 'C'),
      { list: 'projects', seq: 1, value: 'gone' } as const,
      project('a', 4, 'A, anew'),
    ]) {
      server.tell([told]);
      server.board();
    }
    expect(server.board().since(etag)).not.toBeNull();
    const { projects } = followed(seen, etag, server.board());
    expect(projects.map(({ title }) => title)).toEqual(['B', 'C', 'A, anew']);
  });
});
