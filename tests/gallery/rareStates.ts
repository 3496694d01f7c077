import type { WaitingFor } from '#shared/domain/board.ts';
import { choice } from '#shared/domain/gates.ts';
import type { Matter } from '#shared/domain/notice.ts';
import { storyReaderOf } from '#shared/domain/stories/view.ts';
import { statusCard } from '../../bot/cards/chat/chatCards.ts';
import { unreachedCard } from '../../bot/cards/chat/unreachedCard.ts';
import { cardFor, cardOfMessage, faultCard } from '../../bot/cards/requests/cardFor.ts';
import { questionCard, type ReplyProblem } from '../../bot/cards/requests/questionCard.ts';
import {
  failedStoryCard,
  storyCardAt,
  storyCardOfMessage,
} from '../../bot/cards/stories/storyCardFor.ts';
import type { StoryPlace } from '../../bot/cards/stories/storyContext.ts';
import { storyStepCard } from '../../bot/cards/stories/storyNextStep.ts';
import { pressFormCard } from '../../bot/cards/stories/storyPressForm.ts';
import {
  aPosition,
  aProject,
  aReader,
  aStatement,
  aView,
  lead,
  type ViewParts,
} from '../builders/request.ts';
import { aContent, storyAfter } from '../builders/story.ts';
import { aLackedRequest, aLackedStory } from './lacked.ts';
import { aStatus, context, type State } from './states.ts';
import { aPicture, changedText, seenStory, storyIn, viewOfStory } from './storyStates.ts';

/*
 * States that few see: what a press meets that comes late or from an old card, and what the outbox
 * sends. They are part of the wire like all others.
 */

const group: ViewParts = {
  request: {
    gate: 'gate2',
    shares: [{ pool: 'common', ore: 180_000_00 }],
    decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] },
    why: { type: 'commonPool' },
  },
};
const asks = aStatement({ id: 'q1', text: 'Er aftenvagterne også med?' });
const social = aPosition('social', choice('trial'));
const meets = aPosition('sundhed', null, 'Lad os tale om det.');
const onAgenda = aStatement({
  ...{ id: 'a1', kind: 'agenda', seat: null, byId: lead.id, byName: lead.name },
});

const ofRequests = (): readonly State[] => {
  const newer = aView({
    paperNews: {
      ...{ paper: 'ideaDescription', hasDraft: true },
      newer: { version: 3, link: 'https://viborg.sharepoint.example/papir-3.docx' },
    },
  });
  const drafted = aView({
    paperNews: { paper: 'ideaDescription', newer: null, hasDraft: true },
  });
  const meeting = aView({ ...group, statements: [social, meets] });
  const ended = aView({ decision: {} });
  const asked = aView({ statements: [asks] });
  const mine = aView({ ...group, statements: [aPosition('omsorg', choice('trial')), asks] });
  return [
    {
      name: 'en nyere version er kommet',
      card: cardFor(newer, aReader(newer), context),
    },
    {
      name: 'papiret er rettet siden',
      card: cardFor(drafted, aReader(drafted), context),
    },
    {
      name: 'til mødet: alle valg',
      card: cardFor(meeting, aReader(meeting), { ...context, allChoices: true }),
    },
    {
      name: 'til mødet: har ikke svaret',
      card: cardFor(meeting, aReader(meeting), context),
    },
    {
      name: 'til mødet: sat på dagsordenen, uden dato',
      card: cardFor(
        aView({ ...group, statements: [onAgenda], statusDay: null }),
        aReader(meeting, lead),
        context,
      ),
    },
    { name: 'fejl, men afgjort', card: faultCard(ended, aReader(ended), context, true) },
    { name: 'eget svar, og et spørgsmål', card: cardFor(mine, aReader(mine), context) },
    ...(['ask', 'question', 'reply', 'ended', 'toMeeting'] as const).map((kind) => ({
      name: `besked: ${kind}`,
      card: cardOfMessage({ kind, about: 'q1' }, asked, aReader(asked, lead), context),
    })),
    ...(['tooLong', 'uncertain', 'alreadyReplied', 'notYours'] as const).map(
      (problem: ReplyProblem) => ({
        name: `svar på spørgsmål: ${problem}`,
        card: questionCard(
          asked,
          { question: asks, reply: null },
          aReader(asked, lead),
          context,
          problem,
        ),
      }),
    ),
  ];
};

const gateWait: WaitingFor = {
  type: 'gate',
  gate: 'gate2',
  requestId: 'digirehab-gate2-1',
  decider: 'chefgruppe',
  seats: ['social', 'omsorg'],
  pending: ['social', 'omsorg'],
  since: '2026-11-19T08:00:00Z',
};

const ofStatus = (): readonly State[] => {
  const now = (name: string, more: Parameters<typeof aStatus>[0]): State => ({
    name: `status: ${name}`,
    card: statusCard(aStatus(more), context.links),
  });
  const project = (more: Parameters<typeof aProject>[0]) => ({ project: aProject(more) });
  return [
    now('chefgruppen', { waitingFor: gateWait }),
    now('til mødet', { waitingFor: { ...gateWait, meeting: true } }),
    now('venter på nogen', {
      waitingFor: { type: 'somebody', whom: 'Leverandøren', since: '2026-11-02T08:00:00Z' },
    }),
    now('næste skridt', { waitingFor: { type: 'step', text: 'Aftale med IT', due: '2026-12-01' } }),
    now('i drift', project({ phase: 'operation', status: 'operating' })),
    now('stoppet', project({ phase: 'trial', status: 'stopped' })),
    now('uden prioritet', project({ recommendedPriority: null })),
  ];
};

const unreachedWith = (lacks: readonly Matter[]) =>
  unreachedCard(
    {
      ...{ type: 'unreached', revision: 1, personId: 'p', name: 'Chef, Social', upn: '' },
      ...{ why: 'blocked', since: '2026-11-23T08:02:00Z', inFeed: false, over: false, lacks },
    },
    context.links,
  );

const ofReach = (): readonly State[] => {
  return [
    { name: 'kan ikke nås: én anmodning', card: unreachedWith([aLackedRequest]) },
    { name: 'kan ikke nås: én historie', card: unreachedWith([aLackedStory]) },
    {
      name: 'kan ikke nås: mange',
      card: unreachedWith(Array.from({ length: 7 }, () => aLackedRequest)),
    },
  ];
};

/** Of requests, of a project's status, and of somebody out of reach. */
export const rareStates = (): readonly State[] => [...ofRequests(), ...ofStatus(), ...ofReach()];

const chef = 'chef-omsorg';
const asked = storyIn('microStory', 'asked');
const saved = (now = asked) =>
  storyAfter(now, ['consultant', 'saved', { content: { ...now.version, text: changedText } }]);
const twoAsks = storyAfter(asked, ['consultant', 'asked']);
const longAlt = 'En borger ser på en tablet ved køkkenbordet. '.repeat(8);
/** So much text that the card has no room for it twice. */
const long = aContent({
  text: Array.from({ length: 180 }, (_, at) => `Dør ${at} går op.`).join('\n'),
  pictures: Array.from({ length: 9 }, (_, at) => aPicture(at, { alt: longAlt })),
  files: [],
});

type Failed = Parameters<typeof failedStoryCard>[3];

const failed = (name: string, now: typeof asked, by: string, press: Failed): State => {
  const view = viewOfStory(now);
  const reader = storyReaderOf(view, by);
  return {
    name: `historie: ${name}`,
    card: failedStoryCard(view, reader, { ...context, typed: 'Lidt kortere' }, press),
  };
};

const refused = (ask: number, type: 'movedOn' | 'notYours' | 'notAllowed'): Failed => ({
  ...{ ask, verb: null, problem: { type: 'refused', refusal: { type } } },
});

const fault = (uncertain: boolean, verb: Failed['verb'] = null): Failed => ({
  ...{ ask: 2, verb, problem: { type: 'fault', uncertain } },
});

const failures = (): readonly State[] => [
  failed('spurgt endnu', asked, chef, refused(2, 'movedOn')),
  failed('spurgt igen imens', twoAsks, chef, refused(2, 'movedOn')),
  failed('rettet imens', saved(), chef, refused(2, 'movedOn')),
  failed('allerede svaret', storyIn('microStory', 'approved'), chef, refused(2, 'movedOn')),
  failed('ikke din', asked, 'chef-sundhed', refused(2, 'notYours')),
  failed('ikke din mere', storyIn('microStory', 'stopped'), 'leder', refused(2, 'notAllowed')),
  failed('ikke gemt', asked, chef, fault(false)),
  failed('ikke gemt, med tekst', asked, chef, fault(false, 'suggestStory')),
  failed('ikke gemt, men svaret', storyIn('microStory', 'approved'), chef, fault(true)),
];

const sent = (kind: StoryPlace['kind'], about: string, now = asked, by = chef): State => {
  const view = viewOfStory(now);
  const reader = storyReaderOf(view, by);
  return {
    name: `besked: ${kind} ${now.kind} ${now.state} ${about}`,
    card: storyCardOfMessage({ kind, about }, view, reader, context),
  };
};

const rareStoryPlaces = (): readonly State[] => [
  sent('storyAsk', '2'),
  sent('storyNudge', '2'),
  sent('storyTold', '3', storyIn('microStory', 'approved'), 'consultant'),
  sent('storyTold', '99'),
  sent('storyAsk', '99'),
  sent('storyAsk', '1', storyIn('description', 'draft')),
  sent('storyNudge', '2', storyIn('article', 'topicLeder'), 'leder'),
  sent('storyNudge', '2', storyIn('press', 'asked'), 'leder'),
  sent('storyTold', '3', saved(storyIn('microStory', 'suggested')), 'consultant'),
  sent('storyOverdue', '2', saved(), 'consultant'),
];

/** Of stories: what a press on an old card meets, what the outbox sends, and the longest texts. */
export const rareStoryStates = (): readonly State[] => {
  const tall = storyIn('microStory', 'asked', long);
  const taken = viewOfStory(storyIn('press', 'taken'));
  const article = viewOfStory(storyIn('article', 'topicLeder'));
  return [
    ...failures(),
    ...rareStoryPlaces(),
    { name: 'historie: feltet på et kort for sig', card: seenStory(tall, { by: chef }) },
    {
      name: 'historie: forslag for sig',
      card: storyStepCard(viewOfStory(tall), context, 'suggestStory', null),
    },
    {
      name: 'presse: hvad kom der ud af det',
      card: storyStepCard(taken, context, 'closePress', null),
    },
    { name: 'artikel: stop', card: storyStepCard(article, context, 'stopStory', null) },
    {
      name: 'historie: ikke noget sted',
      card: storyCardAt(article, storyReaderOf(article, null), context, {
        ...{ kind: 'storyAsk', about: '' },
      }),
    },
    {
      name: 'presse: skema, tal er set efter',
      card: pressFormCard(
        {
          key: 'press-00000000-0000-4000-8000-000000000000',
          ...{ medium: 'TV2 Midtvest', contact: '87 87 87 87', project: '' },
          ...{ question: 'Hvad koster det?', cleared: ['0102030405'] },
        },
        'Ligner et CPR-nummer.',
      ),
    },
  ];
};
