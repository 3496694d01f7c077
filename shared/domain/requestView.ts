import type { Area, AreaId } from './area.ts';
import { answerersOf } from './decider.ts';
import type { PoolView, Share } from './funding.ts';
import { type Choice, type Gate, type Outcome, outcomeRule, outcomesOf } from './gates.ts';
import type { Ore } from './money.ts';
import type { PaperNews } from './papers/now.ts';
import { holdersOf, type Person, type PersonId } from './person.ts';
import type { Priority } from './priority.ts';
import type { Project, ProjectType, RiskValue, TekValue } from './project.ts';
import {
  type Decision,
  type GateRequest,
  inTimeOf,
  openQuestionsOf,
  type Position,
  positionOf,
  type RequestState,
  requestStateOf,
  revisionOf,
  type Statement,
} from './request.ts';

/** Everything a card or the decision page shows of a request: finished data, no store behind it. */
export type RequestView = {
  readonly request: GateRequest;
  readonly revision: number;
  readonly state: RequestState;
  readonly project: {
    readonly id: string;
    readonly title: string;
    readonly purpose: string;
    readonly summary: string;
    readonly type: ProjectType;
    readonly leadArea: AreaId | null;
    readonly phaseSince: string;
    readonly verySmall: boolean;
    readonly ownerId: PersonId | null;
    readonly ownerName: string;
    readonly leadId: PersonId | null;
    readonly leadName: string;
    readonly budgetOre: Ore | null;
    readonly runningCostsOre: readonly Ore[];
    readonly operationPayer: string;
    readonly efficiency: TekValue | null;
    readonly efficiencyWhy: string;
    readonly quality: TekValue | null;
    readonly qualityWhy: string;
    readonly wellbeing: TekValue | null;
    readonly wellbeingWhy: string;
    readonly riskCategory: RiskValue | null;
    readonly recommendedPriority: Priority | null;
    readonly recommendedOutcome: Outcome | null;
    readonly recommendationWhy: string;
    readonly recommendLift: boolean;
  };
  readonly positions: readonly {
    readonly seat: AreaId;
    readonly areaName: string;
    readonly chefName: string;
    /** Those who may answer for the seat today, and as long as that lasts. */
    readonly deputies: readonly {
      readonly name: string;
      readonly from: string;
      readonly to: string;
    }[];
    readonly position: Position;
  }[];
  readonly questions: readonly { readonly question: Statement; readonly reply: Statement | null }[];
  readonly pools: readonly PoolView[];
  /** Other open requests that wait for money from the same pools. */
  readonly rivals: readonly { readonly title: string; readonly pool: string; readonly ore: Ore }[];
  readonly areas: readonly Area[];
  /** The day of the next quarterly status; null when none is planned. */
  readonly statusDay: string | null;
  /** What has come of the paper since it was asked; null when nothing has, or when it is over. */
  readonly paperNews: PaperNews | null;
  /** Funding at the gate before, when it was other pools than now. */
  readonly changedSince: { readonly gate: Gate; readonly shares: readonly Share[] } | null;
};

export type ViewFacts = {
  readonly request: GateRequest;
  readonly project: Project;
  readonly statements: readonly Statement[];
  readonly decision: Decision | undefined;
  /** Decided gates of the same project before this one, oldest first. */
  readonly earlier: readonly Decision[];
  readonly pools: readonly PoolView[];
  readonly rivals: RequestView['rivals'];
  readonly paperNews: RequestView['paperNews'];
  readonly areas: readonly Area[];
  readonly people: readonly Person[];
  readonly statusDay: string | null;
  readonly day: string;
};

const poolsOf = (shares: readonly Share[]): string =>
  shares
    .filter((share) => share.ore > 0)
    .map((share) => share.pool)
    .sort()
    .join();

const changedSinceOf = (facts: ViewFacts): RequestView['changedSince'] => {
  const before = facts.earlier.findLast(
    (decision) => decision.ending === 'decided' && decision.gate !== facts.request.gate,
  );
  if (!before || poolsOf(before.shares) === '' || poolsOf(facts.request.shares) === '') return null;
  return poolsOf(before.shares) === poolsOf(facts.request.shares)
    ? null
    : { gate: before.gate, shares: before.shares };
};

export const areaNameOf = (areas: readonly Area[], id: AreaId): string =>
  areas.find((area) => area.id === id)?.name ?? id;

export const requestViewOf = (facts: ViewFacts): RequestView => {
  const inTime = inTimeOf(facts.request.decider, facts.statements);
  return {
    request: facts.request,
    revision: revisionOf(facts.statements, facts.decision),
    state: requestStateOf(facts.request, facts.statements, facts.decision),
    project: facts.project,
    positions: facts.request.decider.seats.map((seat) => {
      const { chef, deputies } = holdersOf(seat, facts.people, facts.day);
      return {
        seat,
        areaName: areaNameOf(facts.areas, seat),
        chefName: chef?.name ?? '',
        deputies: deputies.map(({ name, deputyFrom, deputyTo }) => ({
          name,
          from: deputyFrom ?? '',
          to: deputyTo ?? '',
        })),
        position: positionOf(seat, inTime),
      };
    }),
    questions: facts.statements
      .filter((statement) => statement.kind === 'question')
      .map((question) => ({
        question,
        reply: facts.statements.find((statement) => statement.about === question.id) ?? null,
      })),
    pools: facts.decision ? facts.decision.pools : facts.pools,
    rivals: facts.rivals,
    areas: facts.areas,
    statusDay: facts.statusDay,
    paperNews: facts.paperNews,
    changedSince: changedSinceOf(facts),
  };
};

/** The request without what is in the pools: that is not for everybody, the amount asked for is. */
export const withoutBalances = (view: RequestView): RequestView => ({
  ...view,
  pools: [],
  rivals: [],
  state:
    view.state.type === 'ended'
      ? { type: 'ended', decision: { ...view.state.decision, pools: [] } }
      : view.state,
});

/** What one person is to a request: what they may press, and for whom they answer. */
export type Reader = {
  readonly id: PersonId | null;
  /**
   * The seat they answer for; null when the matter is not theirs. Of several it is the first that
   * has not answered, their own before others'.
   */
  readonly seat: AreaId | null;
  /** They answer for somebody else's seat. */
  readonly deputy: boolean;
  readonly isLead: boolean;
  readonly isOwner: boolean;
  /** What the reader's seat says so far. */
  readonly position: Position;
};

/** `wanted`: the seat a card was drawn for; it counts only if it is one of theirs. */
export const readerOf = (
  view: RequestView,
  personId: PersonId | null,
  people: readonly Person[],
  day: string,
  wanted?: AreaId,
): Reader => {
  const mine = answerersOf(view.request.decider, people, day).filter(
    (answerer) => answerer.person.id === personId,
  );
  const says = (seat: AreaId): Position =>
    view.positions.find((one) => one.seat === seat)?.position ?? { type: 'waiting' };
  const inOrder = [...mine].sort((a, b) => Number(a.deputy) - Number(b.deputy));
  const own =
    inOrder.find(({ seat }) => seat === wanted) ??
    inOrder.find(({ seat }) => says(seat).type === 'waiting') ??
    inOrder[0];
  return {
    id: personId,
    seat: own?.seat ?? null,
    deputy: own?.deputy ?? false,
    isLead: personId !== null && view.project.leadId === personId,
    isOwner: personId !== null && view.project.ownerId === personId,
    position: own ? says(own.seat) : { type: 'waiting' },
  };
};

/** Whose answer it is to a reader: their own, a deputy's in their place, or another's altogether. */
export type Voice = 'own' | 'ownForSeat' | 'forReader' | 'others';

type Spoken = {
  readonly byId: PersonId;
  readonly seat: AreaId | null;
  readonly onBehalf: boolean;
};

export const voiceOf = (spoken: Spoken, reader: Reader): Voice => {
  if (spoken.byId === reader.id) return spoken.onBehalf ? 'ownForSeat' : 'own';
  const isTheirs = spoken.seat !== null && spoken.seat === reader.seat && !reader.deputy;
  return isTheirs && spoken.onBehalf ? 'forReader' : 'others';
};

/** Whether something waits for this person on an open request: an answer, or a reply to a question. */
export const waitsForReader = (view: RequestView, reader: Reader): 'answer' | 'reply' | null => {
  if (view.state.type === 'ended') return null;
  if (reader.seat !== null && view.state.type === 'open' && reader.position.type === 'waiting')
    return 'answer';
  const asked = view.questions.map((one) => one.question);
  const replies = view.questions.flatMap((one) => (one.reply ? [one.reply] : []));
  const helps =
    reader.isLead || (view.project.leadId === null && view.request.askedBy === reader.id);
  return helps && openQuestionsOf([...asked, ...replies]).length > 0 ? 'reply' : null;
};

/** Øre missing over all pools of the request; 0 when everything is covered. */
export const missingOreOf = (view: Pick<RequestView, 'pools'>): Ore =>
  view.pools.reduce((sum, pool) => sum + pool.missingOre, 0);

/** The choices to offer, in the fixed order: the gate's outcomes that this project may have. */
export const choicesOffered = (view: RequestView): readonly Choice[] =>
  outcomesOf(view.request.gate).flatMap((outcome) => {
    const rule = outcomeRule(view.request.gate, outcome);
    if (rule?.onlyFor === 'verySmall' && !view.project.verySmall) return [];
    if (rule?.grants && missingOreOf(view) > 0) return [];
    const plain: Choice = { outcome, spread: false, rethink: false };
    return rule?.maySpread ? [plain, { ...plain, spread: true }] : [plain];
  });
