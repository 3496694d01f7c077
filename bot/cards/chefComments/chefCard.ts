import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestComment } from '#shared/domain/asking/asking.ts';
import { payerChoices } from '#shared/domain/chefComments/chefComment.ts';
import type { ChefCommentView, ChefReader } from '#shared/domain/chefComments/view.ts';
import { ownerOf, type PoolView, yearNotOpenedIn } from '#shared/domain/funding.ts';
import { appetiteOf, investmentOf } from '#shared/domain/risk.ts';
import { askingWords } from '#shared/words/asking/words.ts';
import {
  chefDue,
  chefKickers,
  chefMoney,
  chefPaperText,
  chefQuestion,
  chefRefusalWords,
  chefSummaries,
  chefWords,
  ownLeaders,
  paysNow,
  whoDecides,
  whyChef,
} from '#shared/words/chefComments/words.ts';
import { appetiteSaid, leads, recommendationText, riskText } from '#shared/words/requests/cards.ts';
import { areaName } from '#shared/words/words.ts';

import { exchangeBox, paperLink, problemBox } from '../asking/asking.ts';
import type { CardContext } from '../context.ts';
import {
  type AmountRow,
  actionSet,
  amountRow,
  type Button,
  bold,
  box,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  note,
  strong,
  subtle,
} from '../elements.ts';
import { beginningOf } from '../text.ts';
import {
  aboutChefComment,
  type ChefPlace,
  type ChefProblem,
  chefSummary,
  refreshChefComment,
} from './chefContext.ts';

/** What would be left, or be missing, of each pool if it paid it all: never added up. */
const choiceRow = (view: ChefCommentView, pool: PoolView, isFirst: boolean): AmountRow => {
  const area = ownerOf(pool.pool);
  const name = area === null ? null : areaName(view.areas, area);
  const isShort = pool.missingOre > 0;
  const common = isShort ? chefMoney.missingCommon : chefMoney.leftCommon;
  const own = isShort ? chefMoney.missing : chefMoney.left;
  return {
    label: name === null ? common : own(name),
    ore: isShort ? pool.missingOre : pool.afterOre,
    bold: true,
    separator: isFirst,
  };
};

const moneyPart = (view: ChefCommentView): readonly (Element | null)[] => {
  const { ore, choices, payer, areas } = view;
  const year = yearNotOpenedIn(choices);
  if (ore === null || choices.length === 0) return [];
  return [
    amountRow({ label: chefMoney.cost, ore, separator: true }, 'Medium'),
    ...(year === null
      ? choices.map((pool, at) => amountRow(choiceRow(view, pool, at === 0)))
      : [box('warning', [line([chefMoney.notOpened(year)], 'None')])]),
    payer === null ? null : note(paysNow(areas, payer), 'Small'),
  ];
};

const riskLine = ({ project }: ChefCommentView): Element => {
  const price = investmentOf(project.budgetOre, project.askOre);
  const { lead, why } = appetiteSaid(appetiteOf(project.riskCategory, project, price), false);
  const over = lead === '' ? [] : [strong(lead), ' '];
  return line([strong(leads.risk), ` ${riskText(project.riskCategory)} `, ...over, why]);
};

/** What the chef weighs; past the deadline only the pool is asked for, and it gives way. */
const weighed = (view: ChefCommentView): readonly (Element | null)[] => {
  const { recommendedOutcome, recommendedPriority, recommendLift } = view.project;
  const what = recommendationText(recommendedOutcome, recommendedPriority, recommendLift);
  const leaders = ownLeaders(view);
  return [
    what === '' ? null : line([strong(leads.recommends), ` ${what}.`], 'Medium'),
    riskLine(view),
    leaders === '' ? null : note(leaders),
  ];
};

const dueLine = (view: ChefCommentView, isNudge: boolean): Element | null => {
  const { now, lacks, at } = view;
  const { ask, said } = now;
  if (!ask) return null;
  if (said?.kind === 'commented') return line([chefDue.commented(now.step)]);
  if (at >= ask.dueAt) return line([chefDue.passed(ask.dueAt, now.step)]);
  const due = isNudge ? chefDue.nudge(ask.dueAt) : chefDue.answer(ask.dueAt, at);
  return line([strong(due), chefDue.afterwards(lacks !== 'comment')]);
};

const whole = (view: ChefCommentView, reader: ChefReader): readonly (Element | null)[] => {
  const purpose = beginningOf(view.project.purpose, { words: 20 }).text;
  return [purpose === '' ? null : line([purpose]), line([subtle(whyChef(view, reader.onBehalf))])];
};

const buttons = (view: ChefCommentView): readonly Button[] => {
  const { lacks, ore, areas, project, choices } = view;
  const about = aboutChefComment(view);
  const isPool = choices.length > 0;
  const pools = isPool
    ? payerChoices.map((choice) =>
        execute(chefWords.choices(choice, areas, project.leadArea), 'choosePayer', {
          ...about,
          ...{ ore, choice },
        }),
      )
    : [];
  const comment = isPool ? chefWords.commentOnly : chefWords.comment;
  return [
    ...pools,
    ...(lacks === 'both' || !isPool ? [execute(comment, 'commentOnly', { ...about, ore })] : []),
    ...(lacks === null ? [] : [execute(askingWords.ask, 'askBeforeGate', about)]),
  ];
};

const kickerOf = ({ now, lacks, at }: ChefCommentView, isNudge: boolean): string => {
  if (now.ask && at >= now.ask.dueAt) return chefKickers.passed(now.step);
  return isNudge ? chefKickers.nudge(now.step) : chefKickers.yours(now.step, lacks !== 'comment');
};

const summaryOf = (view: ChefCommentView, { kind }: ChefPlace): string => {
  const { ask } = view.now;
  if (kind === 'chefReply') return chefSummary(view, chefSummaries.reply);
  if (kind === 'chefNudge' && ask) return chefSummary(view, chefSummaries.nudge(ask.dueAt));
  return chefSummary(view, chefSummaries.ask(view.ore));
};

export type OpenChefCard = {
  readonly place: ChefPlace;
  readonly problem?: ChefProblem | null;
};

/** The question to the chef before a gate: a pool is a button, and the word goes with it. */
export const openChefCard = (
  view: ChefCommentView,
  reader: ChefReader,
  context: CardContext,
  { place, problem }: OpenChefCard,
): IAdaptiveCard => {
  const { now, lacks, paper, choices } = view;
  const isNudge = place.kind === 'chefNudge';
  const isOnlyPool = lacks === 'pool';
  const exchange = now.exchanges.at(-1);
  return card(
    [
      kicker(kickerOf(view, isNudge)),
      heading(view.project.title),
      bold(chefQuestion(view)),
      ...(isOnlyPool ? [] : whole(view, reader)),
      dueLine(view, isNudge),
      ...moneyPart(view),
      ...(isOnlyPool ? [] : weighed(view)),
      paperLink(chefPaperText(view), paper.link),
      exchange ? exchangeBox(exchange, reader.id) : null,
      choices.length > 0 ? note(whoDecides(view)) : null,
      problem ? problemBox(problem, chefRefusalWords) : null,
      field(
        chefWords.field(choices.length > 0 ? 'both' : 'comment'),
        context.typed ?? '',
        longestComment,
      ),
      actionSet(buttons(view)),
    ],
    summaryOf(view, place),
    refreshChefComment(view, context, place),
  );
};
