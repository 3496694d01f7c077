import { randomUUID } from 'node:crypto';
import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { IdeaForm } from '#shared/contract/cardActions.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { alikeProjects } from '#shared/useCases/pages/alikeProjects.ts';
import { ideaStandingsOf } from '#shared/useCases/pages/ideaStandings.ts';
import { createProject, type EditRefusal } from '#shared/useCases/projects/editProject.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { ideaForm } from '#shared/words/ideas/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { plainCard } from '../cards/chat/chatCards.ts';
import {
  type Idea,
  ideaFormCard,
  ideaReceiptCard,
  longestIdeaText,
  whereIsMyIdeaCard,
} from '../cards/ideas/ideaCards.ts';
import { type Kind, nothingHeld, type Shown, type Stored } from './actions.ts';
import type { BotParts } from './botParts.ts';

const shown = (card: IAdaptiveCard): Shown => ({ type: 'card', card, view: null });

const areasIn = ({ deps }: BotParts) => settingsOf(deps.stores).areas;

/** The form behind `ny idé`, with the words that came along, and the area of whoever writes. */
export const ideaFormFor = (parts: BotParts, actor: Actor, words: string): IAdaptiveCard => {
  if (!may(actor, 'createIdea')) return plainCard(ideaForm.notAllowed);
  const title = words.slice(0, longestIdeaText);
  const idea = { key: `idea-${randomUUID()}`, title, why: '', area: actor.area ?? '' };
  return ideaFormCard(idea, areasIn(parts));
};

/** Where the ideas of whoever asks are. */
export const whereIsIdeaFor = (parts: BotParts, actor: Actor): IAdaptiveCard => {
  const { deps, links } = parts;
  const standings = ideaStandingsOf(deps, actor.id);
  return whereIsMyIdeaCard(standings, areasIn(parts), deps.clock.now(), links);
};

const formOf = ({ verb: _verb, ...idea }: IdeaForm): Idea => idea;

const lackOf = ({ title, why }: Idea): string | null => {
  if (title.trim() === '') return ideaForm.missing;
  const isLong = title.length > longestIdeaText || why.length > longestIdeaText;
  return isLong ? ideaForm.tooLong(longestIdeaText) : null;
};

const again = (
  parts: BotParts,
  idea: Idea,
  text: string,
  title: string = ideaForm.notSent,
): Shown => shown(ideaFormCard(idea, areasIn(parts), { title, text }));

const refusedText = ({ type }: EditRefusal): string => {
  if (type === 'personNumber') return apiWords.edit.personNumber;
  return type === 'unknownArea' ? apiWords.edit.unknownArea : apiWords.notAllowed;
};

const sent = async (parts: BotParts, actor: Actor, idea: Idea): Promise<Stored> => {
  const { key, title, why, area } = idea;
  const leadArea = area === '' ? null : area;
  const written = { title: title.trim(), purpose: why.trim(), leadArea };
  const made = await createProject(parts.deps, actor, written, key);
  if (!made.ok) return { ending: 'refused', shown: again(parts, idea, refusedText(made.refusal)) };
  const project = made.value.value;
  // The key came with a card: another's idea is none of this one's business.
  if (project.createdById !== actor.id)
    return { ending: 'refused', shown: { type: 'word', text: ideaForm.notAllowed } };
  const alike = alikeProjects(parts.deps, actor, project, project.id);
  return { ending: 'kept', shown: shown(ideaReceiptCard(project, alike, parts.links)) };
};

/** The form comes back: one idea, however often it is pressed. */
export const ideaKind: Kind<IdeaForm, never> = {
  held: nothingHeld,
  asked: (parts, { actor, action }) => {
    const idea = formOf(action);
    if (!may(actor, 'createIdea'))
      return { type: 'first', shown: { type: 'word', text: ideaForm.notAllowed } };
    const lack = lackOf(idea);
    if (lack) return { type: 'first', shown: again(parts, idea, lack) };
    return { type: 'store', work: () => sent(parts, actor, idea) };
  },
  received: () => shown(plainCard(ideaForm.received)),
  failed: (parts, { action }, ending) =>
    ending === 'notStored'
      ? again(parts, formOf(action), ideaForm.fault)
      : again(parts, formOf(action), ideaForm.uncertain, ideaForm.perhapsSent),
};
