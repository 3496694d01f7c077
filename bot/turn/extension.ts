import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { extensionCommands, wordsParameter } from '#shared/contract/extension.ts';
import type { Actor } from '#shared/domain/person.ts';
import {
  factsOf,
  findProjects,
  type Page,
  type ProjectFacts,
} from '#shared/useCases/pages/findProjects.ts';
import { messageIdea } from '#shared/words/ideas/words.ts';
import { botFaults, sharedProject } from '#shared/words/server/chat.ts';
import { originNames } from '#shared/words/words.ts';
import { plainCard } from '../cards/chat/chatCards.ts';
import { projectCard, projectLine } from '../cards/chat/projectCard.ts';
import type { DialogReply, FoundAttachment, FoundReply } from '../channel/extensionReply.ts';
import { type Inbound, isJson } from '../channel/inbound.ts';
import type { Reply } from '../channel/messagesEndpoint.ts';
import { log, factsOf as loggedFactsOf } from '../log.ts';
import type { BotParts } from './botParts.ts';
import { sendCard } from './chat.ts';
import { answerTo } from './kinds.ts';
import { messageDialogFor } from './messageDialog.ts';
import { actionIn, senderOf } from './pressed.ts';

/*
 * What people do with the app outside its own chat: on a message, from the box they write in, with a
 * link they paste. The conversation is theirs and not the bot's: it is never remembered, and nothing
 * is written in it.
 */

const prefix = 'composeExtension/';

export const isExtension = ({ type, name }: Inbound): boolean =>
  type === 'invoke' && name.startsWith(prefix);

type Json = Readonly<Record<string, unknown>>;

/** Somebody asks; who they are is authenticated, and what they send is claimed. */
type Asked = { readonly inbound: Inbound; readonly actor: Actor; readonly value: Json };
type Said = DialogReply | FoundReply;
type Answer = (parts: BotParts, asked: Asked) => Said | Promise<Said>;

const attached = (card: IAdaptiveCard) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: card,
});

const dialog = (card: IAdaptiveCard): DialogReply => ({
  task: {
    type: 'continue',
    value: { title: messageIdea.title, height: 'large', width: 'medium', card: attached(card) },
  },
});

const said = (text: string): FoundReply => ({ composeExtension: { type: 'message', text } });

const found = (attachments: readonly FoundAttachment[]): FoundReply => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [...attachments] },
});

/** What is put into the conversation, and the line it is chosen by. */
const result = (parts: BotParts, facts: ProjectFacts): FoundAttachment => ({
  ...attached(projectCard(facts, parts.links)),
  preview: {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: { title: facts.project.title, text: projectLine(facts) },
  },
});

const openDialog: Answer = (parts, { inbound, actor, value }) =>
  dialog(
    value['commandId'] === extensionCommands.makeIdea
      ? messageDialogFor(parts, actor, inbound, value['messagePayload'])
      : plainCard(botFaults.notHere),
  );

/** The form comes back from the dialog; what ends late is told in the person's own chat. */
const submitted: Answer = async (parts, { inbound, actor, value }) => {
  const { data } = value;
  const action = actionIn(isJson(data) ? data['verb'] : undefined, data);
  if (action === null) return dialog(plainCard(botFaults.badPress));
  const { shown, rest } = await answerTo(parts, senderOf(parts, inbound, actor.id), action);
  if (rest)
    parts.later('finishDialog', async () => {
      const ended = await rest;
      const own = parts.known.personal(actor.id);
      log('info', 'pressFinishedLate', { verb: action.verb, ending: ended.ending });
      if (own && ended.shown.type === 'card') await sendCard(parts, own, ended.shown.card);
    });
  return dialog(shown.type === 'card' ? shown.card : plainCard(shown.text));
};

const mostAtOnce = 25;

const wholeNumber = (value: unknown, least: number, most: number): number =>
  typeof value === 'number' && Number.isInteger(value)
    ? Math.min(most, Math.max(least, value))
    : least;

const pageIn = ({ queryOptions }: Json): Page => {
  const { skip, count } = isJson(queryOptions) ? queryOptions : {};
  return {
    skip: wholeNumber(skip, 0, 10_000),
    count: wholeNumber(count ?? mostAtOnce, 1, mostAtOnce),
  };
};

/** What was typed; Teams asks without a word when the search is opened. */
const wordsIn = ({ parameters }: Json): string => {
  const given: readonly unknown[] = Array.isArray(parameters) ? parameters : [];
  const typed = given.filter(isJson).find(({ name }) => name === wordsParameter)?.['value'];
  return typeof typed === 'string' ? typed.slice(0, 200) : '';
};

const searched: Answer = (parts, { actor, value }) => {
  if (value['commandId'] !== extensionCommands.findProject) return said(botFaults.notHere);
  const words = wordsIn(value);
  const page = pageIn(value);
  const projects = findProjects(parts.deps, actor, words, originNames, page);
  if (projects.length > 0) return found(projects.map((facts) => result(parts, facts)));
  if (page.skip > 0) return said(sharedProject.noMore);
  return said(words.trim() === '' ? sharedProject.noneYet : sharedProject.none(words.trim()));
};

/** A link of ours to a project that the reader may see becomes its card; any other stays a link. */
const unfurled: Answer = (parts, { actor, value }) => {
  const route = typeof value['url'] === 'string' ? parts.placeAt(value['url']) : null;
  const facts = route?.type === 'project' ? factsOf(parts.deps, actor, route.id) : null;
  return found(facts === null ? [] : [result(parts, facts)]);
};

const answers: Readonly<Record<string, Answer>> = {
  fetchTask: openDialog,
  submitAction: submitted,
  query: searched,
  queryLink: unfurled,
  // Somebody who has not the app, whom nobody knows: they are shown nothing.
  anonymousQueryLink: () => found([]),
};

/** What is said when nothing else can be: in the shape that Teams waits for. */
const inWords = (name: string, text: string): Said => {
  if (name === 'fetchTask' || name === 'submitAction') return dialog(plainCard(text));
  return /link$/i.test(name) ? found([]) : said(text);
};

const answered = async (parts: BotParts, inbound: Inbound, name: string): Promise<Said> => {
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
  const { personId, value } = inbound;
  if (!answer || personId === null) return inWords(name, botFaults.notHere);
  if (!parts.ready()) return inWords(name, botFaults.starting);
  const actor = parts.useCases.actorOf(personId, inbound.personName);
  return answer(parts, { inbound, actor, value: isJson(value) ? value : {} });
};

/** Answers the message extension: always something to show, whatever came. */
export const extensionReply = async (parts: BotParts, inbound: Inbound): Promise<Reply> => {
  const name = inbound.name.slice(prefix.length);
  try {
    return { status: 200, body: await answered(parts, inbound, name) };
  } catch (error) {
    log('error', 'extensionBroke', { ...loggedFactsOf(error), name });
    return { status: 200, body: inWords(name, botFaults.fault) };
  }
};
