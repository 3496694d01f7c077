import {
  type Answered,
  answer,
  type Given,
  type Refusal,
  saysTheSame,
} from '#shared/domain/answer.ts';
import { dayOf } from '#shared/domain/day.ts';
import { yearOf } from '#shared/domain/economy.ts';
import { type Choice, grantsMoney, sameChoice } from '#shared/domain/gates.ts';
import type { Actor } from '#shared/domain/person.ts';
import {
  choiceOf,
  type Decision,
  type GateRequest,
  inTimeOf,
  revisionOf,
  type Statement,
  settlementOf,
} from '#shared/domain/request.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { poolViewsFor, readPools, reserveFor } from '../ledger/pools.ts';
import { peopleIn } from '../people.ts';
import { type Deps, Fault } from '../ports.ts';
import { recordStatement } from '../record/recordStatement.ts';
import { type End, endRequest } from './endRequest.ts';
import { readSettled } from './settle.ts';
import { tellAbout } from './tell.ts';
import { type FreshRequest, viewFrom, withSaid } from './views.ts';

export type AnswerInput = {
  readonly requestId: string;
  readonly given: Given;
  /** The revision of the card or page the press came from; without it the present one. */
  readonly revision?: number | undefined;
};

export type AnswerResult =
  | {
      /** `repeated`: the same press delivered again; it gets the same answer as the first. */
      readonly type: 'ended' | 'said' | 'repeated';
      readonly view: RequestView;
    }
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly view: RequestView }
  | { readonly type: 'unknown' };

const choiceIn = (given: Given): Choice | null => (given.type === 'choose' ? given.choice : null);

const endingBy: Record<Given['type'], Decision['ending'] | null> = {
  choose: 'decided',
  lift: 'lifted',
  toCommonPool: 'toCommonPool',
  meeting: null,
  ask: null,
};

/** Teams delivers a press again after some seconds: the one that ended it is not a late one. */
const endedBySame = (decision: Decision, actor: Actor, given: Given): boolean => {
  if (decision.byId !== actor.id || decision.ending !== endingBy[given.type]) return false;
  const [was, is] = [choiceOf(decision), choiceIn(given)];
  return was === null || is === null ? was === is : sameChoice(was, is);
};

const kindBy: Record<Given['type'], Statement['kind'] | null> = {
  choose: 'position',
  meeting: 'meeting',
  ask: 'question',
  lift: null,
  toCommonPool: null,
};

/**
 * The key of something said: who, on which picture of the matter, and what. The same press makes
 * the same key however often it is delivered; saying it again later is a new one.
 */
const statementKey = (
  deps: Deps,
  input: AnswerInput,
  actor: Actor,
  said: { kind: string; seat: string; comment: string },
  revision: number,
): string => {
  const choice = choiceIn(input.given);
  const content = JSON.stringify([actor.id, said.kind, said.seat, choice, said.comment]);
  return `${input.requestId}:${revision}:${deps.hashOf(content).slice(0, 16)}`;
};

const statementFrom = (
  deps: Deps,
  input: AnswerInput,
  actor: Actor,
  answered: Answered,
  { fresh, at }: Pick<Turn, 'fresh' | 'at'>,
): Statement => {
  const kind = kindBy[input.given.type] ?? 'position';
  const choice = choiceIn(input.given);
  const revision = input.revision ?? revisionOf(fresh.statements, fresh.decision);
  const said = { kind, seat: answered.seat, comment: answered.comment };
  return {
    id: statementKey(deps, input, actor, said, revision),
    requestId: input.requestId,
    kind,
    seat: answered.seat,
    onBehalf: answered.onBehalf,
    byId: actor.id,
    byName: actor.name,
    outcome: choice?.outcome ?? null,
    spread: choice?.spread ?? false,
    rethink: choice?.rethink ?? false,
    text: answered.comment,
    about: null,
    noted: [],
    at,
  };
};

type Turn = {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly input: AnswerInput;
  readonly fresh: FreshRequest;
  /** The one moment all of it happens at: a year may turn while somebody waits for the lists. */
  readonly at: string;
};

const answeredWith = (
  turn: Turn,
  fresh: FreshRequest,
  type: 'ended' | 'said' | 'repeated',
): AnswerResult => {
  const view = viewFrom(turn.deps, fresh.request, fresh.statements, fresh.decision);
  return view ? { type, view } : { type: 'unknown' };
};

const refuse = (turn: Turn, refusal: Refusal, decision?: Decision): AnswerResult => {
  const { request, statements } = turn.fresh;
  const view = viewFrom(turn.deps, request, statements, decision ?? turn.fresh.decision);
  return view ? { type: 'refused', refusal, view } : { type: 'unknown' };
};

const end = async (
  turn: Turn,
  answered: Answered,
  ending: End['ending'],
): Promise<AnswerResult> => {
  const { deps, actor, input, fresh } = turn;
  const inserted = await endRequest(deps, fresh.request, {
    ending,
    choice: choiceIn(input.given),
    comment: answered.comment,
    by: actor,
    seat: answered.seat,
    onBehalf: answered.onBehalf,
    atMeeting: false,
    at: turn.at,
    reroutedTo: null,
  });
  const decision = inserted.row.value;
  if (inserted.type === 'inserted' || endedBySame(decision, actor, input.given))
    return answeredWith(
      turn,
      { ...fresh, decision },
      inserted.type === 'inserted' ? 'ended' : 'repeated',
    );
  return refuse(turn, { type: 'alreadyEnded', decision }, decision);
};

/**
 * The matter after something was said about it, settled by it where that is so. When the lists
 * cannot be asked any further it is stored all the same, and nobody is to hear anything else: it is
 * settled later, and at the latest by the sweep.
 */
const afterwards = async ({ deps, fresh }: Turn, said: Statement): Promise<FreshRequest> => {
  const { id } = fresh.request;
  try {
    return (await readSettled(deps, id)) ?? fresh;
  } catch (thrown) {
    if (!(thrown instanceof Fault)) throw thrown;
    deps.later('settleRequest', async () => {
      await readSettled(deps, id);
    });
    return withSaid(fresh, said);
  }
};

/** Whether it was said before the matter ended; a question ends nothing and is never too late. */
const isInTime = ({ request, statements, decision }: FreshRequest, said: Statement): boolean =>
  !decision ||
  said.kind === 'question' ||
  (settlementOf(request.decider, statements).type === decision.ending &&
    inTimeOf(request.decider, statements).some(({ id }) => id === said.id));

const say = async (turn: Turn, answered: Answered): Promise<AnswerResult> => {
  const { deps, actor, input, fresh } = turn;
  const statement = statementFrom(deps, input, actor, answered, turn);
  const inserted = await deps.stores.statements.insert(statement);
  const said = inserted.row.value;
  if (inserted.type === 'exists' && !saysTheSame(said, statement))
    return refuse(turn, { type: 'notHere' });
  deps.later('followStatement', async () => {
    await recordStatement(deps, fresh.request.projectId, said);
    await tellAbout(deps, fresh.request.id);
  });
  const now = await afterwards(turn, said);
  const { decision } = now;
  if (decision && !isInTime(now, said))
    return refuse({ ...turn, fresh: now }, { type: 'alreadyEnded', decision });
  if (decision && said.kind !== 'question') return answeredWith(turn, now, 'ended');
  return answeredWith(turn, now, inserted.type === 'inserted' ? 'said' : 'repeated');
};

const spends = (request: GateRequest, given: Given): boolean => {
  const choice = choiceIn(given);
  return choice !== null && grantsMoney(request.gate, choice);
};

/**
 * What the rule goes by is what the lists hold now, not what this server last heard. All of it is
 * asked for at once: somebody waits.
 */
const readFacts = async (
  deps: Deps,
  actor: Actor,
  { requestId, given }: AnswerInput,
  year: number,
): Promise<FreshRequest | undefined> => {
  const { requests, people, projects } = deps.stores;
  const request = (requests.get(requestId) ?? (await requests.read(requestId)))?.value;
  if (!request) return undefined;
  const [fresh] = await Promise.all([
    readSettled(deps, requestId),
    people.read(actor.id),
    spends(request, given) ? readPools(deps, request, year) : undefined,
    choiceIn(given)?.outcome === 'fastTrack' ? projects.read(request.projectId) : undefined,
  ]);
  return fresh;
};

const isRepeated = (turn: Turn): boolean => {
  const { deps, input, actor, fresh } = turn;
  if (fresh.decision && endedBySame(fresh.decision, actor, input.given)) return true;
  const kind = kindBy[input.given.type];
  if (kind === null || input.revision === undefined) return false;
  const comment = input.given.comment.trim();
  const revision = input.revision;
  return fresh.statements.some(
    (said) =>
      said.byId === actor.id &&
      said.id ===
        statementKey(deps, input, actor, { kind, seat: said.seat ?? '', comment }, revision) &&
      isInTime(fresh, said),
  );
};

/**
 * A press on a request, from a card or from the tab. Who may answer and what it does is asked of
 * the pure rule, on rows read now; the actor is the authenticated sender.
 */
export const answerRequest = async (
  deps: Deps,
  actor: Actor,
  input: AnswerInput,
): Promise<AnswerResult> => {
  const at = deps.clock.now();
  const year = yearOf(dayOf(at));
  const fresh = await readFacts(deps, actor, input, year);
  if (!fresh) return { type: 'unknown' };
  const turn: Turn = { deps, actor, input, fresh, at };
  if (isRepeated(turn)) return answeredWith(turn, fresh, 'repeated');
  const { request, decision } = fresh;
  const facts = {
    request,
    decision,
    verySmall: deps.stores.projects.get(request.projectId)?.value.verySmall ?? false,
    pools: [],
    people: peopleIn(deps),
    day: dayOf(at),
  };
  const allowed = answer(facts, actor.id, input.given);
  if (!allowed.ok) return refuse(turn, allowed.refusal);
  if (spends(request, input.given)) await reserveFor(deps, request, year);
  const pools = poolViewsFor(deps, request, request.id, year);
  const answered = answer({ ...facts, pools }, actor.id, input.given);
  if (!answered.ok) return refuse(turn, answered.refusal);
  const { effect } = answered.value;
  return effect.type === 'end'
    ? end(turn, answered.value, effect.ending)
    : say(turn, answered.value);
};
