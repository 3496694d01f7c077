import type { IAdaptiveCard, ITextInput } from '@microsoft/teams.cards';
import type { PressForm } from '#shared/contract/cardActions.ts';
import { longestTitle } from '#shared/domain/stories/rules.ts';
import type { StoryView } from '#shared/domain/stories/view.ts';
import { pressWords } from '#shared/words/server/chat.ts';
import { dueWords, storyButtons, storyKickers } from '#shared/words/stories/cards.ts';
import type { Links } from '../context.ts';
import {
  actionSet,
  bold,
  box,
  card,
  execute,
  field,
  heading,
  kicker,
  line,
  openUrl,
  strong,
} from '../elements.ts';
import { nameLine } from './storyParts.ts';

export type Form = Omit<PressForm, 'verb'>;

/** A journalist's question is short; what is longer is an article of its own. */
export const longestQuestion = 3_000;
const longestLine = 200;

const oneLine = (input: ITextInput): ITextInput => ({ ...input, isMultiline: false });

/** What the press asks, written down by whoever took the call. */
export const pressFormCard = (
  form: Form,
  problem: string | null,
  title: string = pressWords.notSent,
): IAdaptiveCard =>
  card(
    [
      kicker(storyKickers.newPress),
      heading(pressWords.title),
      line([pressWords.what]),
      problem === null ? null : box('warning', [bold(title), line([problem], 'None')]),
      oneLine(field(pressWords.medium, form.medium, longestTitle, 'medium')),
      oneLine(field(pressWords.contact, form.contact, longestLine, 'contact')),
      oneLine(field(pressWords.project, form.project, longestLine, 'project')),
      field(
        pressWords.question,
        form.question.slice(0, longestQuestion + 1_000),
        longestQuestion,
        'question',
      ),
      actionSet([
        execute(pressWords.send, 'logPress', {
          key: form.key,
          ...(form.cleared === undefined ? {} : { cleared: form.cleared }),
        }),
      ]),
    ],
    pressWords.title,
    null,
  );

/** Written down, and who has it now. */
export const enquirySentCard = (view: StoryView, asked: boolean, links: Links): IAdaptiveCard => {
  const { now } = view;
  const due = now.ask ? dueWords.answer(now.ask.dueAt, view.at) : '';
  return card(
    [
      kicker(storyKickers.newPress),
      heading(asked ? pressWords.sent : pressWords.kept),
      nameLine(view),
      line([strong(asked ? pressWords.askedLeder(now.about.lederName) : pressWords.noLeder)]),
      line([asked ? pressWords.askedText(due) : pressWords.noLederText]),
      actionSet([openUrl(storyButtons.openStory, links.story(now.id))]),
    ],
    asked ? pressWords.sent : pressWords.kept,
    null,
  );
};
