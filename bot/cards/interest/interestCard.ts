import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestComment } from '#shared/domain/asking/asking.ts';
import { interestPriorities } from '#shared/domain/interest/interest.ts';
import type { InterestReader, InterestView } from '#shared/domain/interest/view.ts';
import { ideaExchangeWords } from '#shared/words/asking/words.ts';
import {
  interestKickers,
  interestRefusalWords,
  interestSummaries,
  interestWords,
} from '#shared/words/interest/words.ts';
import { exchangeBox, problemBox } from '../asking/asking.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  type Button,
  bold,
  card,
  choose,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  link,
  note,
  strong,
  subtle,
} from '../elements.ts';
import { beginningOf } from '../text.ts';
import {
  aboutInterest,
  type InterestPlace,
  type InterestProblem,
  interestSummary,
  openIdea,
  refreshInterest,
} from './interestContext.ts';

export type OpenInterestCard = {
  readonly place: InterestPlace;
  readonly problem?: InterestProblem | null;
};

const beginning = (text: string, words: number): string =>
  beginningOf(text, { words }).text || text;

const dueLine = ({ now: { ask }, at }: InterestView, isNudge: boolean): Element | null => {
  if (!ask) return null;
  if (at >= ask.dueAt) return line([interestWords.duePassed(ask.dueAt)]);
  return bold(isNudge ? interestWords.dueNudge(ask.dueAt) : interestWords.due(ask.dueAt, at));
};

/** What the idea is, where it comes from, and what DigiTek has found. */
const told = (view: InterestView, context: CardContext): readonly (Element | null)[] => {
  const { project, blockers } = view;
  const { createdBy, createdAt } = project;
  return [
    createdBy === ''
      ? null
      : line(
          [strong(interestWords.from), ` ${interestWords.fromText(createdBy, createdAt)}`],
          'Medium',
        ),
    blockers === '' ? null : line([strong(interestWords.looked), ` ${beginning(blockers, 25)}`]),
    line([link(interestWords.read, context.links.project(project.id))], 'Small'),
  ];
};

const answerButtons = (view: InterestView): readonly Button[] => {
  const about = aboutInterest(view);
  const yes = interestPriorities.map((priority) =>
    execute(interestWords.yes(priority), 'wantIdea', { ...about, priority }),
  );
  const question =
    view.owes === 'interest' ? [execute(interestWords.ask, 'askIdeaGiver', about)] : [];
  return [
    ...yes,
    execute(interestWords.notNow, 'ideaNotNow', about),
    execute(interestWords.no, 'declineIdea', about),
    ...question,
  ];
};

const kickerOf = ({ now, at }: InterestView, isNudge: boolean): string => {
  if (now.ask && at >= now.ask.dueAt && now.word === null) return interestKickers.passed;
  return isNudge ? interestKickers.nudge : interestKickers.yours;
};

const summaryOf = (view: InterestView, { kind }: InterestPlace): string => {
  const { ask } = view.now;
  if (kind === 'interestReply') return interestSummary(view, interestSummaries.reply);
  if (kind === 'interestNudge' && ask)
    return interestSummary(view, interestSummaries.nudge(ask.dueAt));
  return interestSummary(view, interestSummaries.ask);
};

/** Whether an idea is wanted: an answer is a button, and a yes says how much. */
export const openInterestCard = (
  view: InterestView,
  reader: InterestReader,
  context: CardContext,
  { place, problem }: OpenInterestCard,
): IAdaptiveCard => {
  const isNudge = place.kind === 'interestNudge';
  const { project, now } = view;
  const purpose = beginning(project.purpose, 30);
  const exchange = now.exchanges.at(-1);
  return card(
    [
      kicker(kickerOf(view, isNudge)),
      heading(project.title),
      bold(interestWords.question),
      purpose === '' ? null : line([purpose]),
      line([subtle(interestWords.why(view, reader.onBehalf))]),
      now.word === null ? dueLine(view, isNudge) : null,
      ...told(view, context),
      exchange ? exchangeBox(exchange, reader.id, ideaExchangeWords) : null,
      note(interestWords.rule),
      problem ? problemBox(problem, interestRefusalWords) : null,
      field(interestWords.field, context.typed ?? '', longestComment),
      actionSet(answerButtons(view)),
    ],
    summaryOf(view, place),
    refreshInterest(view, context, place),
  );
};

/** After a yes: who is the owner. */
export const ownerCard = (
  view: InterestView,
  context: CardContext,
  { place, problem }: OpenInterestCard,
): IAdaptiveCard => {
  const about = aboutInterest(view);
  const { owners, now, project } = view;
  const choices = owners.map(({ id, name }) => ({ title: name, value: id }));
  const hasChoice = choices.length > 0;
  // A card drawn anew forgets what was chosen on it: then nobody is, and not the first of the list.
  const only = choices.length === 1 ? choices[0]?.value : undefined;
  return card(
    [
      kicker(interestKickers.oneMore),
      heading(project.title),
      bold(interestWords.ownerQuestion),
      line([interestWords.saved(now.word?.priority ?? null)]),
      problem ? problemBox(problem, interestRefusalWords) : null,
      hasChoice
        ? choose(interestWords.owner, 'owner', only ?? '', choices, interestWords.ownerMissing)
        : null,
      actionSet([
        ...(hasChoice ? [execute(interestWords.nameOwner, 'nameOwner', about)] : []),
        execute(interestWords.ownIt, 'ownIdea', about),
        execute(interestWords.later, 'ownerLater', about),
        openIdea(view, context),
      ]),
    ],
    interestSummary(view, interestSummaries.owner),
    refreshInterest(view, context, place),
  );
};
