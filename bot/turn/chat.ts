import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Actor } from '#shared/domain/person.ts';
import type { WaitingMatter } from '#shared/useCases/matters/kind.ts';
import { ideaForm } from '#shared/words/ideas/words.ts';
import { pressWords } from '#shared/words/server/chat.ts';
import {
  helpCard,
  moreWaitCard,
  noProjectCard,
  nothingWaitsCard,
  plainCard,
  severalProjectsCard,
  statusCard,
} from '../cards/chat/chatCards.ts';
import { poolsCard, poolsNotYoursCard, yearNotOpenedCard } from '../cards/chat/poolCard.ts';
import { ownTasksCard } from '../cards/tasks/ownTasksCard.ts';
import type { Inbound } from '../channel/inbound.ts';
import type { Place } from '../channel/outbound.ts';
import { log } from '../log.ts';
import { absenceFormFor } from './absences.ts';
import type { BotParts } from './botParts.ts';
import { type Command, commandIn, projectsLike } from './command.ts';
import { enquiryForm } from './enquiry.ts';
import { handOnCardsFor } from './handOn.ts';
import { ideaFormFor, whereIsIdeaFor } from './ideas.ts';
import { copyOf } from './kinds.ts';
import type { Copy } from './useCases.ts';

/** Where an answer in chat goes: where it was asked. */
export const placeOf = (inbound: Inbound): Place => ({
  serviceUrl: inbound.serviceUrl,
  conversationId: inbound.conversationId,
});

/** What waits for a person is theirs: it is shown in their own chat, wherever they asked. */
const ownPlace = (parts: BotParts, inbound: Inbound): Place => {
  const own = inbound.personId === null ? undefined : parts.known.personal(inbound.personId);
  return inbound.kind === 'personal' || !own ? placeOf(inbound) : own;
};

export const sendCard = async (
  parts: BotParts,
  place: Place,
  card: IAdaptiveCard,
  summary = card.fallbackText ?? '',
): Promise<string | null> => {
  const sent = await parts.outbound.send(place, card, summary.slice(0, 90));
  if (sent.type === 'sent') return sent.activityId;
  log('warn', 'chatNotSent', { problem: sent.problem });
  return null;
};

const mostAtOnce = 5;

type OwnPlace = { readonly inbound: Inbound; readonly place: Place };

/** What is written down after an answer. */
export type Rest = readonly (() => Promise<void>)[];

/** A copy is drawn anew like the cards that the bot sent by itself. */
const sendMatter = async (
  parts: BotParts,
  { inbound, place }: OwnPlace,
  matter: WaitingMatter,
): Promise<Rest> => {
  const { card, summary, about, kind, revision } = copyOf(matter, { ...parts, inbound });
  const activityId = await sendCard(parts, place, card, summary);
  const { personId } = inbound;
  if (activityId === null || activityId === '' || personId === null) return [];
  const { conversationId } = place;
  const copy: Copy = { ...about, kind, revision, personId, conversationId, activityId };
  return [() => parts.useCases.keepCopy(copy)];
};

const showMine = async (parts: BotParts, inbound: Inbound): Promise<Rest> => {
  const own = { inbound, place: ownPlace(parts, inbound) };
  const { personId } = inbound;
  const waiting = personId === null ? [] : parts.useCases.waitingFor(personId);
  if (waiting.length === 0) {
    await sendCard(parts, own.place, nothingWaitsCard(parts.links));
    return [];
  }
  const kept: Rest[] = [];
  for (const one of waiting.slice(0, mostAtOnce)) kept.push(await sendMatter(parts, own, one));
  const more = waiting.length - mostAtOnce;
  if (more > 0) await sendCard(parts, own.place, moreWaitCard(parts.links, more));
  return kept.flat();
};

const pressFormFor = (parts: BotParts, inbound: Inbound, words: string): IAdaptiveCard =>
  inbound.personId === null
    ? plainCard(pressWords.notAllowed)
    : enquiryForm(parts, parts.useCases.actorOf(inbound.personId, inbound.personName), words);

/** A card that is one person's own; nobody without a name has one. */
const ownCard = (
  parts: BotParts,
  { personId, personName }: Inbound,
  draw: (actor: Actor) => IAdaptiveCard,
): IAdaptiveCard =>
  personId === null
    ? plainCard(ideaForm.notAllowed)
    : draw(parts.useCases.actorOf(personId, personName));

const statusCardFor = (parts: BotParts, words: string): IAdaptiveCard => {
  const found = projectsLike(parts.useCases.projects(), words);
  const [only] = found;
  if (!only) return noProjectCard(parts.links, words);
  return found.length === 1
    ? statusCard(parts.useCases.statusOf(only), parts.links)
    : severalProjectsCard(words, found, parts.useCases.statusOf(only).areas);
};

/** The balances a person may see; they are shown in the person's own chat. */
const poolsCardFor = ({ useCases, links }: BotParts, inbound: Inbound): IAdaptiveCard => {
  const lines = inbound.personId === null ? null : useCases.poolsFor(inbound.personId);
  if (lines === null) return poolsNotYoursCard(links);
  const year = useCases.year();
  return lines.length === 0 ? yearNotOpenedCard(year, links) : poolsCard(lines, year, links);
};

const cardSaid = (
  parts: BotParts,
  inbound: Inbound,
  command: Exclude<Command, { type: 'mine' | 'handOn' }>,
): readonly [Place, IAdaptiveCard] => {
  switch (command.type) {
    case 'help':
      return [placeOf(inbound), helpCard(parts.links, false)];
    case 'unknown':
      return [placeOf(inbound), helpCard(parts.links, true)];
    case 'pools':
      return [ownPlace(parts, inbound), poolsCardFor(parts, inbound)];
    case 'press':
      return [ownPlace(parts, inbound), pressFormFor(parts, inbound, command.words)];
    case 'newIdea':
      return [
        ownPlace(parts, inbound),
        ownCard(parts, inbound, (actor) => ideaFormFor(parts, actor, command.words)),
      ];
    case 'whereIsMyIdea':
      return [
        ownPlace(parts, inbound),
        ownCard(parts, inbound, (actor) => whereIsIdeaFor(parts, actor)),
      ];
    case 'tasks':
      return [
        ownPlace(parts, inbound),
        ownCard(parts, inbound, (actor) =>
          ownTasksCard(parts.useCases.tasksOf(actor), parts.links),
        ),
      ];
    case 'absence':
      return [
        ownPlace(parts, inbound),
        ownCard(parts, inbound, (actor) => absenceFormFor(parts, actor)),
      ];
    case 'status':
      return [placeOf(inbound), statusCardFor(parts, command.words)];
  }
};

/** What may have to be handed on: one form for each gate, in the asker's own chat. */
const sendForms = async (parts: BotParts, inbound: Inbound, words: string): Promise<void> => {
  const { personId, personName } = inbound;
  const cards =
    personId === null
      ? [plainCard(ideaForm.notAllowed)]
      : handOnCardsFor(parts, parts.useCases.actorOf(personId, personName), words);
  for (const card of cards) await sendCard(parts, ownPlace(parts, inbound), card);
};

/** Answers what somebody wrote; what is given back is to be done after it. */
export const said = async (parts: BotParts, inbound: Inbound, text: string): Promise<Rest> => {
  const command = commandIn(text);
  if (command.type === 'mine') return showMine(parts, inbound);
  if (command.type === 'handOn') {
    await sendForms(parts, inbound, command.words);
    return [];
  }
  await sendCard(parts, ...cardSaid(parts, inbound, command));
  return [];
};
