import { approvalIdOf } from '#shared/domain/approvals/approval.ts';
import { chefCommentIdOf } from '#shared/domain/chefComments/chefComment.ts';
import { purchaseIdOf } from '#shared/domain/inquiries/inquiry.ts';
import { interestIdOf } from '#shared/domain/interest/interest.ts';
import type { QuarterGiven } from '#shared/domain/quarter/rules.ts';
import type { Content, StoryKind } from '#shared/domain/stories/story.ts';
import { moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { askByClock } from '#shared/useCases/benefits/askByClock.ts';
import { moveBenefit } from '#shared/useCases/benefits/moveBenefit.ts';
import { approvalIn } from '#shared/useCases/checklist/approvalsHeld.ts';
import { benefitById } from '#shared/useCases/checklist/benefitsHeld.ts';
import { chefCommentIn } from '#shared/useCases/checklist/chefCommentsHeld.ts';
import { inquiryById } from '#shared/useCases/checklist/inquiriesHeld.ts';
import { interestIn } from '#shared/useCases/checklist/interestHeld.ts';
import { moveChefComment } from '#shared/useCases/chefComments/moveChefComment.ts';
import { moveInquiry } from '#shared/useCases/inquiries/moveInquiry.ts';
import { moveInterest } from '#shared/useCases/interest/moveInterest.ts';
import { openYear } from '#shared/useCases/money/editPools.ts';
import { moveQuarter } from '#shared/useCases/quarter/moveQuarter.ts';
import { quarterIn } from '#shared/useCases/quarter/quarters.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { statementsOf } from '#shared/useCases/requests/views.ts';
import { storyIn } from '#shared/useCases/stories/stories.ts';
import { moveVisit } from '#shared/useCases/visits/moveVisit.ts';
import { visitById } from '#shared/useCases/visits/visitsHeld.ts';
import { benefitId, typedTerms } from '../builders/benefit.ts';
import { anIdea } from '../builders/idea.ts';
import { designId, itPeople, talkId } from '../builders/inquiry.ts';
import { ledere } from '../builders/interest.ts';
import { actor, aWorld, furnish } from '../builders/portfolio.ts';
import { typedVisit, visitId } from '../builders/visit.ts';
import { CardBot, type Json, StoryBot } from '../worlds/bot/storyWorld.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

/*
 * Cards that ask somebody something and have hung in a chat for months: the world they were sent in,
 * how one of them is drawn, what is pressed on it, and what then is true.
 */

export type Hung = {
  /** Who has it, and which of its buttons is pressed, with what typed. */
  readonly by: string;
  readonly label: string;
  readonly typed?: Json;
  /** How a client asks for the card: what its `refresh` sends. */
  readonly drawnBy: { readonly verb: string; readonly data: Json };
  readonly asked: () => Promise<CardBot>;
  /** What the lists say afterwards. */
  readonly outcome: (deps: TestDeps) => unknown;
  readonly wanted: unknown;
};

const chef = 'chef-omsorg';
const leder = 'leder-ost';
const step = { owner: approvalIdOf('p1', 'ideaOwner'), chef: chefCommentIdOf('p1', 'ideaChef') };
const purchase = {
  screening: purchaseIdOf('p1', 'screening'),
  chain: purchaseIdOf('p1', 'purchase'),
};
const quarter = '2027-01-14';

const asOf = (verb: string, kind: string, data: Json): Hung['drawnBy'] => ({
  verb,
  data: { ...data, revision: 0, kind },
});

const gateOf = async (more: Parameters<typeof aWorld>[2] = {}): Promise<CardBot> => {
  const deps = testDeps();
  aWorld(deps, 'gate1', more);
  await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate1' });
  // The year in which it is pressed has money too.
  await openYear(deps, actor('consultant'), 2027);
  await deps.settle();
  return new CardBot(deps);
};

const common = { shares: [{ pool: 'common', ore: 85_000_00 }] } as const;
const requestId = 'p1-gate1-1';

const storyOf =
  (kind: StoryKind, content: Partial<Content> = {}) =>
  async (): Promise<CardBot> => {
    const bot = new StoryBot();
    await bot.begin('story-one', kind, content);
    return bot;
  };

const storyCard = asOf('refreshStory', 'storyAsk', { storyId: 'story-one', ask: 2, about: '2' });
const storyState = (deps: TestDeps) => storyIn(deps, 'story-one')?.state;

const ideaWorld = (): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.people.put(...ledere, ...itPeople);
  deps.stores.projects.put(anIdea());
  return deps;
};

const inquiryWorld = (): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate2');
  deps.stores.people.put(...itPeople);
  deps.stores.steps.rows.delete('p1:serviceDesign');
  return deps;
};

const asks = async (
  deps: TestDeps,
  id: string,
  by: string,
  more: { readonly askedId: string | null; readonly comment: string },
): Promise<void> => {
  const revision = inquiryById(deps.stores, id)?.revision ?? 0;
  await moveInquiry(deps, actor(by), id, { type: 'asked', revision, ...more });
  await deps.settle();
};

const inquiryAnswers = (id: string) => (deps: TestDeps) =>
  (inquiryById(deps.stores, id)?.events ?? []).map(({ kind, answer }) => answer ?? kind);

const screened = async (deps: TestDeps): Promise<void> => {
  await asks(deps, purchase.screening, 'digitek', { askedId: null, comment: 'To tablets.' });
};

const minutesAsked = async (): Promise<CardBot> => {
  const deps = testDeps();
  aWorld(deps, 'gate1', common);
  deps.stores.settings.put({
    ...{ id: 'quarterlyStatusDays', value: JSON.stringify([quarter]), lastChange: null },
  });
  const presses: readonly QuarterGiven[] = [
    { type: 'begin', present: 'Chefgruppen' },
    { type: 'end' },
  ];
  for (const given of presses) {
    const seen = quarterIn(deps.stores, quarter).revision;
    await moveQuarter(deps, actor('consultant'), quarter, { seen, given });
    await deps.settle();
  }
  return new CardBot(deps);
};

/** One card of every kind that somebody can answer. The names are those of the files they are kept in. */
export const hungCards = {
  gate: {
    ...{ by: chef, label: 'Videre til undersøgelse', asked: () => gateOf() },
    drawnBy: { verb: 'refresh', data: { requestId, revision: 0 } },
    outcome: ({ stores }) => stores.decisions.get(requestId)?.value.outcome,
    wanted: 'investigate',
  },
  hearing: {
    ...{ by: chef, label: 'Videre til undersøgelse', asked: () => gateOf(common) },
    drawnBy: { verb: 'refresh', data: { requestId, revision: 0 } },
    outcome: (deps) => statementsOf(deps, requestId).map(({ kind, seat }) => [kind, seat]),
    wanted: [['position', 'omsorg']],
  },
  microStory: {
    ...{ by: chef, label: 'OK, må slås op', asked: storyOf('microStory') },
    ...{ drawnBy: storyCard, outcome: storyState, wanted: 'approved' },
  },
  article: {
    ...{ by: 'leder', label: 'Godkend emnet', asked: storyOf('article') },
    ...{ drawnBy: storyCard, outcome: storyState, wanted: 'topicChef' },
  },
  press: {
    ...{ by: 'leder', label: 'Jeg tager den' },
    asked: storyOf('press', { pictures: [], files: [] }),
    ...{ drawnBy: storyCard, wanted: ['saved', 'asked', 'taken'] },
    outcome: (deps) => storyIn(deps, 'story-one')?.events.map(({ kind }) => kind),
  },
  approval: {
    ...{ by: 'owner', label: 'Godkend idébeskrivelsen' },
    asked: async () => {
      const deps = testDeps();
      aWorld(deps, 'gate1');
      deps.stores.steps.rows.delete(step.owner);
      const { revision } = approvalIn(deps.stores, 'p1', 'ideaOwner');
      await moveApproval(deps, actor('lead'), step.owner, { type: 'asked', revision });
      await deps.settle();
      return new CardBot(deps);
    },
    drawnBy: asOf('refreshApproval', 'approvalAsk', { approvalId: step.owner, about: 1 }),
    outcome: ({ stores }) => approvalIn(stores, 'p1', 'ideaOwner').events.map(({ kind }) => kind),
    wanted: ['asked', 'approved'],
  },
  chefComment: {
    ...{ by: chef, label: 'Omsorgs pulje betaler' },
    asked: async () => {
      const deps = testDeps();
      aWorld(deps, 'gate1', { shares: [] });
      deps.stores.steps.rows.delete(step.chef);
      await moveChefComment(deps, actor('lead'), step.chef, { type: 'asked', revision: 0 });
      await deps.settle();
      return new CardBot(deps);
    },
    drawnBy: asOf('refreshChefComment', 'chefAsk', { chefCommentId: step.chef, about: 1 }),
    outcome: ({ stores }) => chefCommentIn(stores, 'p1', 'ideaChef').word?.payer,
    wanted: 'area:omsorg',
  },
  interest: {
    ...{ by: chef, label: 'Ja, høj prioritet' },
    asked: async () => {
      const deps = ideaWorld();
      const id = interestIdOf('p1');
      await moveInterest(deps, actor('digitek'), id, { type: 'asked', revision: 0, askedId: null });
      await deps.settle();
      return new CardBot(deps);
    },
    drawnBy: asOf('refreshInterest', 'interestAsk', { interestId: interestIdOf('p1'), about: 1 }),
    outcome: ({ stores }) => [
      interestIn(stores, 'p1')
        .events.map(({ kind }) => kind)
        .slice(0, 2),
      stores.projects.get('p1')?.value.firstPriority,
    ],
    wanted: [['asked', 'yes'], 'high'],
  },
  talk: {
    ...{ by: 'owner', label: 'Send svaret', typed: { comment: 'Ja, til marts.' } },
    asked: async () => {
      const deps = inquiryWorld();
      await asks(deps, talkId, 'lead', { askedId: 'owner', comment: 'Holder aftalen?' });
      return new CardBot(deps);
    },
    drawnBy: asOf('refreshInquiry', 'inquiryAsk', { inquiryId: talkId, about: 1 }),
    outcome: inquiryAnswers(talkId),
    wanted: ['asked', 'said'],
  },
  it: {
    ...{ by: 'it-arkitekt', label: 'I orden' },
    asked: async () => {
      const deps = inquiryWorld();
      await asks(deps, designId, 'lead', { askedId: null, comment: 'Se på log ind.' });
      return new CardBot(deps);
    },
    drawnBy: asOf('refreshInquiry', 'inquiryAsk', { inquiryId: designId, about: 1 }),
    outcome: inquiryAnswers(designId),
    wanted: ['asked', 'fine'],
  },
  screening: {
    ...{ by: 'consultant', label: 'I orden' },
    asked: async () => {
      const deps = ideaWorld();
      await screened(deps);
      return new CardBot(deps);
    },
    drawnBy: asOf('refreshInquiry', 'inquiryAsk', { inquiryId: purchase.screening, about: 1 }),
    outcome: inquiryAnswers(purchase.screening),
    wanted: ['asked', 'fine'],
  },
  purchase: {
    ...{ by: leder, label: 'Ja, køb det' },
    asked: async () => {
      const deps = ideaWorld();
      // The year in which it is pressed has money too.
      await openYear(deps, actor('consultant'), 2027);
      await screened(deps);
      const now = inquiryById(deps.stores, purchase.screening);
      await moveInquiry(deps, actor('consultant'), purchase.screening, {
        ...{ type: 'answered', ask: now?.ask?.seq ?? 0, revision: now?.revision ?? 0 },
        ...{ answer: 'fine', comment: '' },
      });
      await moveInquiry(deps, actor('digitek'), purchase.chain, {
        ...{ type: 'asked', revision: 0, askedId: leder, ore: 8_000_00, payer: 'area:omsorg' },
        comment: 'De gamle er slidt op.',
      });
      await deps.settle();
      return new CardBot(deps);
    },
    drawnBy: asOf('refreshInquiry', 'inquiryAsk', { inquiryId: purchase.chain, about: 1 }),
    outcome: inquiryAnswers(purchase.chain),
    wanted: ['asked', 'buy'],
  },
  benefit: {
    ...{ by: 'owner', label: 'Gem tallet', typed: { value: '2.900,5', comment: '' } },
    asked: async () => {
      const deps = testDeps();
      const running = { phase: 'operation', status: 'operating' } as const;
      aWorld(deps, 'gate3', { ...running, phaseSince: '2026-05-01T08:00:00Z' });
      deps.clock.at = '2026-05-04T09:00:00Z';
      const terms = typedTerms();
      await moveBenefit(deps, actor('lead'), benefitId, { type: 'written', revision: 0, terms });
      deps.clock.at = '2026-08-03T07:02:00Z';
      await askByClock(deps, benefitId);
      await deps.settle();
      return new CardBot(deps);
    },
    drawnBy: asOf('refreshBenefit', 'benefitAsk', { benefitId, about: 2 }),
    outcome: ({ stores }) => benefitById(stores, benefitId)?.answers.map(({ value }) => value),
    wanted: [2_900_50],
  },
  visit: {
    ...{ by: 'owner', label: 'Ja, kom på besøg' },
    asked: async () => {
      const deps = testDeps();
      furnish(deps.stores);
      deps.clock.at = '2026-08-03T09:02:00Z';
      const terms = typedVisit();
      await moveVisit(deps, actor('consultant'), visitId, { type: 'planned', revision: 0, terms });
      await moveVisit(deps, actor('consultant'), visitId, { type: 'asked', revision: 1 });
      await deps.settle();
      return new CardBot(deps);
    },
    drawnBy: asOf('refreshVisit', 'visitAsk', { visitId, about: 2 }),
    outcome: ({ stores }) => visitById(stores, visitId).word?.answer,
    wanted: 'yes',
  },
  minutes: {
    ...{ by: chef, label: 'Godkend referatet', asked: minutesAsked },
    drawnBy: asOf('refreshQuarter', 'quarterMinutes', { quarterId: quarter, about: 2 }),
    outcome: ({ stores }) => quarterIn(stores, quarter).approvals.map(({ seat }) => seat),
    wanted: ['omsorg'],
  },
} as const satisfies Readonly<Record<string, Hung>>;

export type HungName = keyof typeof hungCards;
