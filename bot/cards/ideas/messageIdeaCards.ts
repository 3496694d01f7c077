import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { MessageIdeaForm } from '#shared/contract/cardActions.ts';
import type { Area } from '#shared/domain/area.ts';
import type { AlikeProject } from '#shared/domain/ideas/alike.ts';
import type { Project } from '#shared/domain/project.ts';
import { askingWords } from '#shared/words/asking/words.ts';
import { ideaForm, ideaReceipt, messageIdea } from '#shared/words/ideas/words.ts';
import type { Links } from '../context.ts';
import {
  actionSet,
  card,
  heading,
  kicker,
  line,
  note,
  openUrl,
  strong,
  submit,
} from '../elements.ts';
import { around } from '../summary.ts';
import { alikePart, type IdeaProblem, ideaFields } from './ideaCards.ts';

/* A message that becomes an idea, in the dialog Teams opens over it: its buttons submit. */

export type MessageIdea = Omit<MessageIdeaForm, 'verb'>;

/** The message's own words, to be put right and sent. */
export const messageIdeaFormCard = (
  idea: MessageIdea,
  areas: readonly Area[],
  problem: IdeaProblem | null,
): IAdaptiveCard =>
  card(
    [
      kicker(ideaForm.kicker),
      heading(ideaForm.title),
      ...ideaFields(idea, areas, problem),
      idea.link === '' ? null : note(messageIdea.keepsLink, 'Small'),
      actionSet([submit(ideaForm.send, 'sendMessageIdea', { key: idea.key, link: idea.link })]),
    ],
    ideaForm.title,
    null,
  );

/** It has come, what happens first, and what it is alike. */
export const messageIdeaReceiptCard = (
  project: Project,
  alike: readonly AlikeProject[],
  links: Links,
): IAdaptiveCard =>
  card(
    [
      kicker(ideaReceipt.kicker),
      heading(project.title),
      line([strong(ideaReceipt.title)]),
      note(askingWords.when(project.createdAt), 'Small'),
      line([ideaReceipt.next]),
      ...alikePart(alike, links),
      actionSet([openUrl(ideaReceipt.writeOn, links.project(project.id))]),
    ],
    around(`${ideaReceipt.title}: `, project.title, ''),
    null,
  );

/** Somebody has made the message an idea before: it is one idea, and theirs. */
export const messageIdeaKnownCard = (project: Project, links: Links): IAdaptiveCard =>
  card(
    [
      kicker(messageIdea.title),
      heading(project.title),
      line([strong(messageIdea.known)]),
      note(messageIdea.knownBy(project.createdBy, askingWords.when(project.createdAt)), 'Small'),
      line([messageIdea.another]),
      actionSet([openUrl(messageIdea.open, links.project(project.id))]),
    ],
    around(`${messageIdea.known}: `, project.title, ''),
    null,
  );
