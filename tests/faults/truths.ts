import { createHash } from 'node:crypto';
import { bookOf } from '#shared/domain/book.ts';
import { changesAfter, postingsAfter, stepsUndoneBy } from '#shared/domain/consequences.ts';
import { dayOf } from '#shared/domain/day.ts';
import { payingShares } from '#shared/domain/funding.ts';
import { chainFaultOf } from '#shared/domain/history.ts';
import { isCopy, type Message } from '#shared/domain/message.ts';
import type { Project } from '#shared/domain/project.ts';
import {
  choiceOf,
  type Decision,
  type GateRequest,
  revisionOf,
  settlementOf,
} from '#shared/domain/request.ts';
import { messagesDue } from '#shared/useCases/requests/tell.ts';
import type { Picture } from '../worlds/processes/eyes.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const groupBy = <T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
};

/** The rows of a picture by what they belong to, so that thousands of requests can be looked at. */
const indexes = new WeakMap<Picture, ReturnType<typeof indexOf>>();
const indexOf = (picture: Picture) => ({
  requests: groupBy(picture.requests, (one) => one.projectId),
  statements: groupBy(picture.statements, (one) => one.requestId),
  decisions: new Map(picture.decisions.map((one) => [one.id, one])),
  projects: new Map(picture.projects.map((one) => [one.id, one])),
  messages: groupBy(picture.messages, (one) => one.requestId ?? ''),
  history: groupBy(picture.history, (one) => one.subject),
  causes: new Set(picture.history.map((one) => one.cause)),
  postings: groupBy(picture.ledger, (one) => one.requestId ?? ''),
});

const indexed = (picture: Picture): ReturnType<typeof indexOf> => {
  const index = indexes.get(picture) ?? indexOf(picture);
  indexes.set(picture, index);
  return index;
};

export const requestsOf = (picture: Picture, projectId: string): readonly GateRequest[] =>
  indexed(picture).requests.get(projectId) ?? [];

export const decisionOf = (picture: Picture, requestId: string): Decision | undefined =>
  indexed(picture).decisions.get(requestId);

export const statementsOf = (picture: Picture, requestId: string) =>
  indexed(picture).statements.get(requestId) ?? [];

export const projectOf = (picture: Picture, id: string): Project | undefined =>
  indexed(picture).projects.get(id);

export const messagesOf = (picture: Picture, requestId: string) =>
  indexed(picture).messages.get(requestId) ?? [];

/** What must stand in the history about a request: one entry for every row that is a change. */
const causesOf = (picture: Picture, request: GateRequest): readonly string[] => {
  const decision = decisionOf(picture, request.id);
  const said = statementsOf(picture, request.id).map((one) => `${one.id}:stated`);
  const ended = decision
    ? [
        `${decision.id}:ended`,
        `${decision.id}:moved`,
        ...stepsUndoneBy(decision).map((code) => `${decision.id}:undone:${code}`),
      ]
    : [];
  return [`${request.id}:requested`, ...said, ...ended];
};

const opensNew = (decision: Decision): boolean => {
  const choice = choiceOf(decision);
  return choice !== null && (choice.outcome === 'rethink' || choice.rethink);
};

const moneyLeft = (picture: Picture, request: GateRequest): string | null => {
  const decision = decisionOf(picture, request.id);
  const postings = indexed(picture).postings.get(request.id) ?? [];
  const due = decision
    ? postingsAfter(decision).map((one) => one.cause)
    : payingShares(request.shares).map((share) => `${request.id}:reserved:*:${share.pool}`);
  const missing = due.find(
    (cause) =>
      !postings.some(
        (posting) =>
          posting.cause === cause ||
          (!decision &&
            posting.kind === 'reserved' &&
            posting.cause.endsWith(cause.split('*')[1] ?? '')),
      ),
  );
  return missing ? `posting ${missing}` : null;
};

const messagesLeft = (picture: Picture, request: GateRequest, project: Project): string | null => {
  const statements = statementsOf(picture, request.id);
  const decision = decisionOf(picture, request.id);
  const rows = messagesOf(picture, request.id);
  const oneByOne = rows.some(
    (row) => row.to.type === 'chefgruppe' && row.state === 'undeliverable',
  );
  const day = dayOf(Date.now());
  const due = messagesDue({
    request,
    statements,
    decision,
    project,
    people: picture.people,
    day,
    oneByOne,
  });
  for (const one of due) {
    const to = one.to.type === 'person' ? one.to.id : 'chefgruppe';
    const row = rows.find((message) => {
      const recipient = message.to.type === 'person' ? message.to.id : 'chefgruppe';
      return message.kind === one.kind && message.about === one.about && recipient === to;
    });
    if (!row) return `message ${one.kind} to ${to}`;
  }
  const revision = revisionOf(statements, decision);
  const open = rows.find(
    (row) =>
      row.claimedUntil !== null ||
      row.state === 'queued' ||
      row.state === 'sending' ||
      (row.state === 'sent' && row.shownRevision < revision),
  );
  return open ? `message ${open.id} is ${open.state}, shows ${open.shownRevision}` : null;
};

/** What is still to be done about a project; null when everything that follows is there. */
export const leftOf = (picture: Picture, projectId: string): string | null => {
  const index = indexed(picture);
  const project = index.projects.get(projectId);
  if (!project) return 'the project';
  for (const request of requestsOf(picture, projectId)) {
    const decision = decisionOf(picture, request.id);
    if (decision && request.closedAt === null) return `closing ${request.id}`;
    const cause = causesOf(picture, request).find((one) => !index.causes.has(one));
    if (cause) return `history ${cause}`;
    const left = moneyLeft(picture, request) ?? messagesLeft(picture, request, project);
    if (left) return left;
    if (decision && opensNew(decision) && !index.causes.has(`${decision.id}:rethought`))
      return `the new idea of ${decision.id}`;
  }
  const last = requestsOf(picture, projectId).findLast((one) => decisionOf(picture, one.id));
  return last && project.lastDecision !== last.id ? `moving ${projectId}` : null;
};

const requestFaults = (picture: Picture, request: GateRequest): readonly string[] => {
  const decision = decisionOf(picture, request.id);
  if ((decision !== undefined) !== (request.closedAt !== null))
    return [
      `I2 ${request.id}: closedAt ${request.closedAt}, decision ${decision?.ending ?? 'none'}`,
    ];
  if (!decision || decision.decider.type === 'chef' || decision.atMeeting) return [];
  if (decision.ending !== 'decided') return [];
  const settlement = settlementOf(request.decider, statementsOf(picture, request.id));
  const agrees = settlement.type === 'decided' && settlement.choice.outcome === decision.outcome;
  return agrees
    ? []
    : [`I2 ${request.id}: decided ${decision.outcome}, positions ${settlement.type}`];
};

const projectFaults = (picture: Picture, seed: Project): readonly string[] => {
  const project = projectOf(picture, seed.id);
  if (!project) return [`I2 ${seed.id} is gone`];
  const decisions = requestsOf(picture, seed.id)
    .map((request) => decisionOf(picture, request.id))
    .filter((one) => one !== undefined);
  const folded: Project = { ...seed };
  for (const decision of decisions) Object.assign(folded, changesAfter(folded, decision));
  const fields = ['phase', 'status', 'lastDecision', 'askOre', 'fastTracked'] as const;
  return fields
    .filter((field) => project[field] !== folded[field])
    .map((field) => `I2 ${seed.id}.${field}: ${project[field]}, folded ${folded[field]}`);
};

const historyFaults = (picture: Picture, seed: Project): readonly string[] => {
  const entries = [...(indexed(picture).history.get(seed.id) ?? [])].sort((a, b) => a.seq - b.seq);
  const fault = chainFaultOf(entries, hashOf);
  const expected = requestsOf(picture, seed.id)
    .flatMap((one) => causesOf(picture, one))
    .sort();
  const found = entries.map((entry) => entry.cause).sort();
  return [
    ...(fault ? [`I3 ${seed.id}: ${fault.type} at ${fault.seq}`] : []),
    ...(JSON.stringify(expected) === JSON.stringify(found)
      ? []
      : [`I3 ${seed.id}: has ${found.join()}, should have ${expected.join()}`]),
  ];
};

const poolFaults = (picture: Picture): readonly string[] =>
  [...groupBy(picture.ledger, (one) => one.poolRow)].flatMap(([poolRow, rows]) => {
    const postings = [...rows].sort((a, b) => a.seq - b.seq);
    const budget = picture.pools.find((pool) => pool.id === poolRow)?.budgetOre ?? 0;
    const faults = postings.flatMap((posting, at) =>
      posting.seq === at + 1 && posting.id === `${poolRow}:${at + 1}`
        ? []
        : [`money ${poolRow}: posting ${posting.id} at place ${at + 1}`],
    );
    const book = bookOf(postings);
    if (book.usedOre > budget) faults.push(`money ${poolRow}: ${book.usedOre} of ${budget} used`);
    for (const decision of picture.decisions)
      if (book.reservedFor(decision.id) !== 0)
        faults.push(`money ${poolRow}: ${decision.id} still reserved`);
    return faults;
  });

const doubles = (what: string, keys: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  return keys.flatMap((key) => {
    if (seen.has(key)) return [`I1 ${what} ${key} is there twice`];
    seen.add(key);
    return [];
  });
};

/** What a message tells and to whom: two with different keys would be the same card twice. */
const toldBy = ({ requestId, storyId, poolRow, kind, about, to }: Message): string =>
  [requestId ?? storyId ?? poolRow, kind, about, to.type === 'person' ? to.id : to.type].join(':');

const paidFaults = (picture: Picture): readonly string[] =>
  picture.decisions.flatMap((decision) =>
    postingsAfter(decision).flatMap((due) => {
      const rows = (indexed(picture).postings.get(decision.id) ?? []).filter(
        (one) => one.kind === due.kind && one.poolRow.endsWith(`:${due.pool}`),
      );
      const right = rows.length === 1 && (due.kind === 'released' || rows[0]?.ore === due.ore);
      return right ? [] : [`money ${decision.id}: ${rows.length} × ${due.kind} in ${due.pool}`];
    }),
  );

/** Everything that is not as it must be when all is quiet: I1, I2, I3 and the money. */
export const faultsIn = (picture: Picture, seeds: Iterable<Project>): readonly string[] => [
  ...picture.unread.map((one) => `unread ${one}`),
  ...doubles(
    'decision',
    picture.decisions.map((one) => one.id),
  ),
  ...doubles(
    'statement',
    picture.statements.map((one) => one.id),
  ),
  ...doubles(
    'request',
    picture.requests.map((one) => one.id),
  ),
  ...doubles(
    'project',
    picture.projects.map((one) => one.id),
  ),
  ...doubles(
    'message',
    picture.messages.map((one) => one.id),
  ),
  ...doubles('card', picture.messages.filter((one) => !isCopy(one)).map(toldBy)),
  ...doubles(
    'cause',
    [...picture.history, ...picture.ledger].map((one) => one.cause),
  ),
  ...picture.requests.flatMap((request) => requestFaults(picture, request)),
  ...[...seeds].flatMap((seed) => [
    ...projectFaults(picture, seed),
    ...historyFaults(picture, seed),
    ...[leftOf(picture, seed.id)]
      .filter((left) => left !== null)
      .map((left) => `left ${seed.id}: ${left}`),
  ]),
  ...poolFaults(picture),
  ...paidFaults(picture),
];
