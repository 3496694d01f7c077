import { randomUUID } from 'node:crypto';
import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { IdeaForm, MessageIdeaForm } from '#shared/contract/cardActions.ts';
import type { Area } from '#shared/domain/area.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { alikeProjects } from '#shared/useCases/pages/alikeProjects.ts';
import { ideaStandingsOf } from '#shared/useCases/pages/ideaStandings.ts';
import { createProject, type EditRefusal } from '#shared/useCases/projects/editProject.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { ideaForm } from '#shared/words/ideas/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { plainCard } from '../cards/chat/chatCards.ts';
import {
  type IdeaProblem,
  ideaFormCard,
  ideaReceiptCard,
  longestIdeaText,
  whereIsMyIdeaCard,
} from '../cards/ideas/ideaCards.ts';
import {
  messageIdeaFormCard,
  messageIdeaKnownCard,
  messageIdeaReceiptCard,
} from '../cards/ideas/messageIdeaCards.ts';
import { type Kind, nothingHeld, type Shown, type Stored } from './actions.ts';
import type { BotParts } from './botParts.ts';

const shown = (card: IAdaptiveCard): Shown => ({ type: 'card', card, view: null });

export const areasIn = ({ deps }: BotParts): readonly Area[] => settingsOf(deps.stores).areas;

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

type Form = IdeaForm | MessageIdeaForm;

/** What one way to give an idea draws for itself. */
type Drawing<A extends Form> = {
  readonly form: (action: A, areas: readonly Area[], problem: IdeaProblem) => IAdaptiveCard;
  /** What is said of the idea that the lists have under this key. */
  readonly kept: (parts: BotParts, actor: Actor, project: Project) => Stored;
};

const lackOf = ({ title, why }: Form): string | null => {
  if (title.trim() === '') return ideaForm.missing;
  const isLong = title.length > longestIdeaText || why.length > longestIdeaText;
  return isLong ? ideaForm.tooLong(longestIdeaText) : null;
};

const refusedText = ({ type }: EditRefusal): string => {
  if (type === 'personNumber') return apiWords.edit.personNumber;
  return type === 'unknownArea' ? apiWords.edit.unknownArea : apiWords.notAllowed;
};

const alikeTo = (parts: BotParts, actor: Actor, project: Project) =>
  alikeProjects(parts.deps, actor, project, project.id);

/** An idea by a form that comes back: one idea, however often it is pressed. */
const ideaKindOf = <A extends Form>({ form, kept }: Drawing<A>): Kind<A, never> => {
  const again = (
    parts: BotParts,
    action: A,
    text: string,
    title: string = ideaForm.notSent,
  ): Shown => shown(form(action, areasIn(parts), { title, text }));
  const sent = async (parts: BotParts, actor: Actor, action: A): Promise<Stored> => {
    const { key, title, why, area } = action;
    const written = {
      ...{ title: title.trim(), purpose: why.trim(), leadArea: area === '' ? null : area },
      ...('link' in action && action.link !== '' ? { sourceUrl: action.link } : {}),
    };
    const made = await createProject(parts.deps, actor, written, key);
    return made.ok
      ? kept(parts, actor, made.value.value)
      : { ending: 'refused', shown: again(parts, action, refusedText(made.refusal)) };
  };
  return {
    held: nothingHeld,
    asked: (parts, { actor, action }) => {
      if (!may(actor, 'createIdea'))
        return { type: 'first', shown: { type: 'word', text: ideaForm.notAllowed } };
      const lack = lackOf(action);
      if (lack) return { type: 'first', shown: again(parts, action, lack) };
      return { type: 'store', work: () => sent(parts, actor, action) };
    },
    received: () => shown(plainCard(ideaForm.received)),
    failed: (parts, { action }, ending) =>
      ending === 'notStored'
        ? again(parts, action, ideaForm.fault)
        : again(parts, action, ideaForm.uncertain, ideaForm.perhapsSent),
  };
};

/** The form behind `ny idé`. */
export const ideaKind = ideaKindOf<IdeaForm>({
  form: ({ verb: _verb, ...idea }, areas, problem) => ideaFormCard(idea, areas, problem),
  kept: (parts, actor, project) =>
    // The key came with a card: another's idea is none of this one's business.
    project.createdById === actor.id
      ? {
          ending: 'kept',
          shown: shown(ideaReceiptCard(project, alikeTo(parts, actor, project), parts.links)),
        }
      : { ending: 'refused', shown: { type: 'word', text: ideaForm.notAllowed } },
});

/** The dialog behind »Gør til idé«: whoever comes second is told whose the idea is. */
export const messageIdeaKind = ideaKindOf<MessageIdeaForm>({
  form: ({ verb: _verb, ...idea }, areas, problem) => messageIdeaFormCard(idea, areas, problem),
  kept: (parts, actor, project) =>
    project.createdById === actor.id
      ? {
          ending: 'kept',
          shown: shown(
            messageIdeaReceiptCard(project, alikeTo(parts, actor, project), parts.links),
          ),
        }
      : { ending: 'refused', shown: shown(messageIdeaKnownCard(project, parts.links)) },
});
