import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestStoryComment } from '#shared/domain/stories/rules.ts';
import { type StoryReader, type StoryView, staleSince } from '#shared/domain/stories/view.ts';
import { capital } from '#shared/words/requests/cards.ts';
import {
  dueWords,
  overdueWords,
  staleWords,
  storyButtons,
  storyFields,
  storyKickers,
  storyQuestions,
  storySummaries,
} from '#shared/words/stories/cards.ts';
import { descriptionDraft } from '#shared/words/stories/draft.ts';
import { pastWords } from '#shared/words/stories/receipts.ts';
import { phaseNames } from '#shared/words/words.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  note,
  openUrl,
  small,
  strong,
} from '../elements.ts';
import {
  aboutStory,
  inBytes,
  nameOf,
  refreshStory,
  type StoryPlace,
  summaryWith,
} from './storyContext.ts';
import { proseBox } from './storyElements.ts';
import { fateOf, isOpen } from './storyFate.ts';
import { storyNoticeCard, waitsForText } from './storyNotice.ts';
import { nameLine } from './storyParts.ts';
import { toldCard } from './storyReceipt.ts';

export type TeamCard = { readonly place: StoryPlace; readonly problem?: Element | null };

/** Nobody has answered in time: the next step is the team's. */
const openOverdue = (view: StoryView, context: CardContext, { place, problem }: TeamCard) => {
  const { now } = view;
  const { ask } = now;
  return card(
    [
      kicker(storyKickers.overdue(now.kind)),
      heading(overdueWords.heading(capital(waitsForText(view)))),
      nameLine(view),
      ask ? line([strong(overdueWords.since(ask.at, ask.dueAt))]) : null,
      line([overdueWords.nothing(now.kind)]),
      note(overdueWords.next, 'Small'),
      problem ?? null,
      field(storyFields.askAgain, context.typed ?? '', longestStoryComment),
      actionSet([
        execute(storyButtons.askAgain, 'askStoryAgain', aboutStory(view)),
        openUrl(storyButtons.openStory, context.links.story(now.id)),
      ]),
    ],
    summaryWith(view, storySummaries.overdue),
    refreshStory(view, context, place),
  );
};

/** To consultants and author; once it is answered it says how. */
export const overdueCard = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  team: TeamCard,
): IAdaptiveCard => {
  const { place } = team;
  const { now } = view;
  if (isOpen(now, Number(place.about))) return openOverdue(view, context, team);
  const fate = fateOf(now, Number(place.about));
  if (fate.type === 'answered')
    return toldCard(view, reader, context, { place, event: fate.event, brief: true });
  const isAsked = fate.type === 'askedAnew';
  const due = now.ask && isAsked ? dueWords.answer(now.ask.dueAt, view.at) : '';
  return storyNoticeCard(view, context, {
    kicker: pastWords.kicker(now.kind),
    title: isAsked ? pastWords.team(fate.event.at) : pastWords.takenBack,
    lines: [due === '' ? '' : pastWords.teamText(due.replace(/^Svar /, ''))],
    place,
  });
};

/** viborg.dk tells of an earlier phase: the task, with the words to copy. */
export const staleCard = (
  view: StoryView,
  context: CardContext,
  place: StoryPlace,
): IAdaptiveCard => {
  const { now, project, areas } = view;
  const from = staleSince(now, project?.phase ?? null);
  if (from === null || !project || project.phase !== place.about)
    return storyNoticeCard(view, context, {
      kicker: pastWords.kicker(now.kind),
      title: from === null ? staleWords.done : staleWords.newer,
      lines: [],
      place,
    });
  return inBytes((level) =>
    card(
      [
        kicker(storyKickers.stale),
        heading(nameOf(view)),
        line([strong(storyQuestions.stale)]),
        line([staleWords.moved(phaseNames[from], phaseNames[project.phase])]),
        line([small(staleWords.copy)], 'Medium'),
        proseBox(descriptionDraft(project, areas), level),
        note(staleWords.after),
        actionSet([openUrl(storyButtons.openTask, context.links.story(now.id))]),
      ],
      summaryWith(view, storySummaries.stale),
      refreshStory(view, context, place),
    ),
  );
};
