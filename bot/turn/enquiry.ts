import { randomUUID } from 'node:crypto';
import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { PressForm } from '#shared/contract/cardActions.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Hindrance } from '#shared/domain/stories/hindrances.ts';
import { longestTitle } from '#shared/domain/stories/rules.ts';
import type { Enquiry, EnquiryResult } from '#shared/useCases/stories/logEnquiry.ts';
import { pressWords } from '#shared/words/server/chat.ts';
import { hindranceText } from '#shared/words/stories/stories.ts';
import { plainCard } from '../cards/chat/chatCards.ts';
import {
  enquirySentCard,
  type Form,
  longestQuestion,
  pressFormCard,
} from '../cards/stories/storyPressForm.ts';
import { type Kind, nothingHeld, type Shown, type Stored } from './actions.ts';
import type { BotParts } from './botParts.ts';
import { projectsLike } from './command.ts';

const shown = (card: IAdaptiveCard): Shown => ({ type: 'card', card, view: null });

const emptyForm = { medium: '', contact: '', project: '', question: '' };

/** The form behind `presse`, with the words that came along where they fit. */
export const enquiryForm = (parts: BotParts, actor: Actor, words: string): IAdaptiveCard => {
  if (!may(actor, 'logPress')) return plainCard(pressWords.notAllowed);
  const found = projectsLike(parts.useCases.projects(), words);
  const [only] = found;
  const typed =
    only && found.length === 1
      ? { ...emptyForm, project: nameIn(parts, only) }
      : { ...emptyForm, question: words };
  return pressFormCard({ ...typed, key: `press-${randomUUID()}` }, null);
};

type Read =
  | { readonly type: 'ready'; readonly project: Project | null }
  | { readonly type: 'lacks'; readonly problem: string };

const numbered = ({ id, title }: Project): string => `${title} (${id})`;

/** By its name, and by its number too where a namesake has the same. */
const nameIn = (parts: BotParts, project: Project): string =>
  projectsLike(parts.useCases.projects(), project.title).length === 1
    ? project.title
    : numbered(project);

const namedProject = (parts: BotParts, words: string): Read => {
  if (words.trim() === '') return { type: 'ready', project: null };
  const found = projectsLike(parts.useCases.projects(), words);
  const [only] = found;
  if (!only) return { type: 'lacks', problem: pressWords.noProject };
  return found.length === 1
    ? { type: 'ready', project: only }
    : { type: 'lacks', problem: pressWords.several(found.slice(0, 4).map(numbered)) };
};

/** What the form lacks, or the project it names. */
const read = (parts: BotParts, form: Form): Read => {
  if (form.medium.trim() === '') return { type: 'lacks', problem: pressWords.mediumMissing };
  if (form.medium.trim().length > longestTitle)
    return { type: 'lacks', problem: pressWords.mediumLong(longestTitle) };
  if (form.question.trim() === '') return { type: 'lacks', problem: pressWords.questionMissing };
  if (form.question.length > longestQuestion)
    return { type: 'lacks', problem: pressWords.questionLong(longestQuestion) };
  return namedProject(parts, form.project);
};

/** A number that may be nobody's: pressing once more says so. */
const hinderedForm = (form: Form, hindrances: readonly Hindrance[]): Shown => {
  const doubtful = hindrances.flatMap((one) => (one.type === 'doubtful' ? [one.found.text] : []));
  const problem = hindrances
    .map((one) =>
      one.type === 'doubtful' ? pressWords.doubtful(one.found.text) : hindranceText(one),
    )
    .join(' ');
  const cleared = [...(form.cleared ?? []), ...doubtful];
  return shown(pressFormCard({ ...form, cleared }, problem));
};

const formOf = ({ verb: _verb, ...form }: PressForm): Form => form;

const afterLogging = (parts: BotParts, form: Form, result: EnquiryResult): Shown => {
  switch (result.type) {
    case 'logged':
      return shown(enquirySentCard(result.view, result.asked, parts.links));
    case 'hindered':
      return hinderedForm(form, result.hindrances);
    case 'notAllowed':
      return { type: 'word', text: pressWords.notAllowed };
  }
};

const logged = async (
  parts: BotParts,
  actor: Actor,
  form: Form,
  enquiry: Enquiry,
): Promise<Stored> => {
  const result = await parts.useCases.logEnquiry(actor, enquiry);
  return {
    ending: result.type === 'logged' ? 'kept' : 'refused',
    shown: afterLogging(parts, form, result),
  };
};

/** The form comes back: written down once, however often it is pressed, and the leder is asked. */
export const enquiryKind: Kind<PressForm, never> = {
  held: nothingHeld,
  asked: (parts, { actor, action }) => {
    const form = formOf(action);
    const { key, medium, contact, question } = form;
    const found = read(parts, form);
    if (found.type === 'lacks')
      return { type: 'first', shown: shown(pressFormCard(form, found.problem)) };
    const enquiry = {
      key,
      projectId: found.project?.id ?? null,
      title: medium.trim(),
      text: pressWords.text(question.trim(), contact.trim()),
      cleared: form.cleared ?? [],
    };
    return { type: 'store', work: () => logged(parts, actor, form, enquiry) };
  },
  received: () => shown(plainCard(pressWords.received)),
  failed: (_parts, { action }, ending) => {
    const form = formOf(action);
    return shown(
      ending === 'notStored'
        ? pressFormCard(form, pressWords.fault)
        : pressFormCard(form, pressWords.uncertain, pressWords.perhapsSent),
    );
  },
};
