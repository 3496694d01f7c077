import { defaultAreas } from '#shared/domain/area.ts';
import type { AlikeProject } from '#shared/domain/ideas/alike.ts';
import type { IdeaStanding } from '#shared/domain/ideas/standing.ts';
import type { Project } from '#shared/domain/project.ts';
import { ideaForm, messageIdea } from '#shared/words/ideas/words.ts';
import {
  type Idea,
  ideaFormCard,
  ideaReceiptCard,
  whereIsMyIdeaCard,
} from '../../bot/cards/ideas/ideaCards.ts';
import {
  type MessageIdea,
  messageIdeaFormCard,
  messageIdeaKnownCard,
  messageIdeaReceiptCard,
} from '../../bot/cards/ideas/messageIdeaCards.ts';
import { newIdeasCard } from '../../bot/cards/ideas/newIdeasCard.ts';
import { anIdea, standing } from '../builders/idea.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const { links } = context;
const at = '2026-11-29T10:00:00Z';
const since = '2026-11-23T09:00:00Z';
const empty: Idea = {
  key: 'idea-00000000-0000-4000-8000-000000000000',
  ...{ title: '', why: '', area: 'omsorg' },
};
const full: Idea = { ...empty, title: 'Kørestol med styring', why: 'Så går man sammen.' };

const where = (...standings: readonly IdeaStanding[]) =>
  whereIsMyIdeaCard(spoken(standings), defaultAreas, at, links);

const gate1 = { type: 'gate', gate: 'gate1', since } as const;
const project = { status: 'active', leadId: 'lead', leadName: 'Projektleder, DigiTek' } as const;

const alike: readonly AlikeProject[] = [
  {
    ...{ id: 'p8', title: 'Kørestolsgynge på Plejecenter Bakkegården', leadArea: 'omsorg' },
    ...{ municipality: 'Randers', phase: 'operation', status: 'operating' },
    ...{ words: ['Kørestolsgynge'], knownBy: 'Leder, Nord', stoppedBecause: '', learnt: [] },
  },
  {
    ...{ id: 'p9', title: 'Styring af lys ved siden af sengen', leadArea: 'sundhed' },
    ...{ municipality: '', phase: 'trial', status: 'stopped' },
    ...{ words: ['Styring', 'siden', 'går', 'hinanden'], knownBy: '' },
    stoppedBecause: 'Ingen fandt knappen.',
    learnt: [],
  },
  {
    ...{ id: 'p10', title: 'Den tredje, som der ikke er plads til', leadArea: null },
    ...{ municipality: '', phase: 'idea', status: 'raw', words: ['Den'], knownBy: '' },
    stoppedBecause: '',
    learnt: [],
  },
];

const states = (): readonly State[] => [
  { name: 'ny idé: skema', card: ideaFormCard(empty, defaultAreas) },
  {
    name: 'ny idé: teksten mangler',
    card: ideaFormCard(empty, defaultAreas, {
      ...{ title: ideaForm.notSent, text: ideaForm.missing },
    }),
  },
  {
    name: 'ny idé: måske gemt',
    card: ideaFormCard(full, defaultAreas, {
      ...{ title: ideaForm.perhapsSent, text: ideaForm.uncertain },
    }),
  },
  { name: 'ny idé: kvittering', card: ideaReceiptCard(spoken(anIdea()), [], links) },
  {
    name: 'ny idé: kvittering, og noget ligner',
    card: ideaReceiptCard(spoken(anIdea()), spoken(alike), links),
  },
  { name: 'min idé: ingen', card: where() },
  { name: 'min idé: modtaget', card: where(standing()) },
  {
    name: 'min idé: modtaget, og flere andre',
    card: where(
      standing({}, { done: ['purchaseOrProject'] }),
      ...['Lys om natten', 'Dørklokke', 'Varme hænder', 'Sang', 'Have'].map((title) =>
        standing({ title }),
      ),
    ),
  },
  {
    name: 'min idé: taget',
    card: where(standing({ leadId: 'lead', leadName: 'Projektleder, DigiTek' })),
  },
  { name: 'min idé: backlog', card: where(standing({ status: 'backlog' })) },
  { name: 'min idé: pipeline', card: where(standing({ status: 'pipeline' })) },
  {
    name: 'min idé: hos ejeren',
    card: where(
      standing(project, { asked: { type: 'owner', whom: 'Leder, Syd', gate: 'gate1', since } }),
    ),
  },
  {
    name: 'min idé: hos chefen før gaten',
    card: where(
      standing(project, { asked: { type: 'chef', whom: 'Chef, Omsorg', gate: 'gate1', since } }),
    ),
  },
  {
    name: 'min idé: hos chefen ved gaten',
    card: where(
      standing(project, { asked: { ...gate1, decider: { type: 'chef', seats: ['omsorg'] } } }),
    ),
  },
  {
    name: 'min idé: hos chefgruppen',
    card: where(
      standing(project, {
        asked: {
          ...gate1,
          decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] },
        },
      }),
    ),
  },
  {
    name: 'min idé: undersøges',
    card: where(standing({ ...project, phase: 'investigation', nextStep: 'Workshop med unge' })),
  },
  { name: 'min idé: afprøves', card: where(standing({ ...project, phase: 'trial' })) },
  { name: 'min idé: i drift', card: where(standing({ status: 'operating', phase: 'operation' })) },
  { name: 'min idé: spredes', card: where(standing({ status: 'operating', phase: 'spread' })) },
  { name: 'min idé: afsluttet', card: where(standing({ status: 'closed', phase: 'operation' })) },
  {
    name: 'min idé: stoppet',
    card: where(standing({ status: 'stopped' }, { why: 'Den findes allerede i Syd.' })),
  },
];

const theirLink = 'https://teams.microsoft.com/l/message/19:chat@thread.v2/1611';
const told: MessageIdea = {
  ...{ key: 'message-0123456789abcdef0123456789abcdef', link: theirLink },
  ...{ title: 'Kørestol med styring', why: 'Så går man sammen.', area: 'omsorg' },
};

/** The dialog over a message that becomes an idea. */
const messages = (): readonly State[] => [
  { name: 'besked: skema', card: messageIdeaFormCard(told, defaultAreas, null) },
  {
    name: 'besked: uden link og uden ord',
    card: messageIdeaFormCard({ ...told, title: '', why: '', link: '' }, defaultAreas, {
      ...{ title: messageIdea.empty, text: messageIdea.emptyText },
    }),
  },
  {
    name: 'besked: et tal blev til prikker',
    card: messageIdeaFormCard({ ...told, why: 'Hun hedder ••••••-••••.' }, defaultAreas, {
      ...{ title: messageIdea.hidNumbers, text: messageIdea.hidNumbersText },
    }),
  },
  { name: 'besked: kvittering', card: messageIdeaReceiptCard(spoken(anIdea()), [], links) },
  {
    name: 'besked: kvittering, og noget ligner',
    card: messageIdeaReceiptCard(spoken(anIdea()), spoken(alike), links),
  },
  { name: 'besked: er allerede en idé', card: messageIdeaKnownCard(spoken(anIdea()), links) },
];

const digest = (...ideas: readonly Project[]) =>
  newIdeasCard(
    {
      ...{ type: 'newIdeas', revision: 0, day: '2026-11-23', areas: defaultAreas, at },
      ideas: spoken(ideas),
    },
    links,
  );

const digests = (): readonly State[] => [
  { name: 'nye idéer: én', card: digest(anIdea()) },
  {
    name: 'nye idéer: flere',
    card: digest(
      anIdea({ origin: 'tucv' }),
      anIdea({ leadArea: null, title: 'Lys om natten', createdAt: '2026-11-29T08:00:00Z' }),
    ),
  },
  {
    name: 'nye idéer: mange',
    card: digest(...Array.from({ length: 12 }, (_, one) => anIdea({ title: `Idé nr. ${one}` }))),
  },
];

/** Every card about somebody's idea. */
export const ideaStatesByKind: Readonly<Record<string, () => readonly State[]>> = {
  idea: states,
  messageIdea: messages,
  newIdeas: digests,
};
