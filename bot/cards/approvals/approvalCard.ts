import type { IAdaptiveCard, ITextRun } from '@microsoft/teams.cards';
import type { FactName, PaperFacts } from '#shared/domain/approvals/approval.ts';
import type { Yes } from '#shared/domain/approvals/now.ts';
import {
  type ApprovalReader,
  type ApprovalView,
  changesSinceYes,
  toldChanges,
} from '#shared/domain/approvals/view.ts';
import { longestComment } from '#shared/domain/asking/asking.ts';
import {
  approvalDue,
  approvalKickers,
  approvalQuestion,
  approvalRefusalWords,
  approvalSummaries,
  approvalWords,
  changedSince,
  changeWords,
  factLabel,
  factValue,
  whyOwner,
} from '#shared/words/approvals/words.ts';
import { askingWords } from '#shared/words/asking/words.ts';
import { leads, recommendationText } from '#shared/words/requests/cards.ts';
import { exchangeBox, paperLink, problemBox } from '../asking/asking.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  amountRow,
  bold,
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
  type ApprovalPlace,
  type ApprovalProblem,
  aboutApproval,
  refreshApproval,
  summaryWith,
} from './approvalContext.ts';

const mostChanges = 3;
const longestFact = 30;

const factRun = (name: FactName, paper: PaperFacts, look: Partial<ITextRun>): ITextRun => ({
  type: 'TextRun',
  text: beginningOf(factValue(name, paper), { words: longestFact }).text || factValue(name, paper),
  ...look,
});

/** What was, and what is: the words say which is which, because a line through is not read aloud. */
const changeElements = (
  name: FactName,
  before: PaperFacts,
  after: PaperFacts,
): readonly Element[] =>
  name === 'link' || name === 'ownerId'
    ? [line([strong(factLabel(name))], 'Medium'), line([changeWords.another[name]], 'None')]
    : [
        line([strong(factLabel(name))], 'Medium'),
        line([changeWords.before, factRun(name, before, { strikethrough: true })], 'None'),
        line(
          [changeWords.now, factRun(name, after, { weight: 'Bolder', underline: true })],
          'None',
        ),
      ];

const changedBody = (
  view: ApprovalView,
  yes: Yes,
  paper: PaperFacts,
): readonly (Element | null)[] => {
  const shown = toldChanges(view);
  const isOwn = yes.byId === view.project.ownerId;
  return [
    line([subtle(changedSince(yes, shown.length, isOwn))]),
    ...shown.slice(0, mostChanges).flatMap((name) => changeElements(name, yes.facts, paper)),
    shown.length > mostChanges ? note(changeWords.more(shown.length - mostChanges), 'Small') : null,
  ];
};

const freshBody = (
  view: ApprovalView,
  reader: ApprovalReader,
  paper: PaperFacts,
): readonly (Element | null)[] => {
  const { project, now, doneSteps } = view;
  const purpose = beginningOf(paper.purpose, { words: 30 }).text;
  const { recommendedOutcome, recommendedPriority, recommendLift } = project;
  const what = recommendationText(recommendedOutcome, recommendedPriority, recommendLift);
  const isChecked = now.step === 'ideaOwner' && doneSteps.includes('ideaChecklist');
  return [
    purpose === '' ? null : line([purpose]),
    line([subtle(whyOwner(view, reader.onBehalf))]),
    paper.askOre === null
      ? null
      : amountRow({ label: factLabel('askOre'), ore: paper.askOre, separator: true }, 'Medium'),
    what === '' ? null : line([strong(leads.recommends), ` ${what}.`], 'Medium'),
    isChecked ? line([strong(approvalWords.checked), ` ${approvalWords.checkedWhat}`]) : null,
  ];
};

/** When the answer is due, or that it was. */
export const dueLine = ({ now, overdue, at }: ApprovalView, isNudge: boolean): Element | null => {
  const { ask } = now;
  if (!ask) return null;
  if (overdue) return line([approvalDue.passed(ask.dueAt)]);
  return bold(isNudge ? approvalDue.nudge(ask.dueAt) : approvalDue.answer(ask.dueAt, at));
};

const kickerOf = ({ now, overdue }: ApprovalView, isChange: boolean, isNudge: boolean): string => {
  if (isNudge && !overdue) return approvalKickers.nudge(now.step);
  return isChange ? approvalKickers.changed(now.step) : approvalKickers.yours(now.step);
};

const summaryOf = (view: ApprovalView, { kind }: ApprovalPlace, isChange: boolean): string => {
  const { step, ask } = view.now;
  if (kind === 'approvalReply') return summaryWith(view, approvalSummaries.reply);
  if (kind === 'approvalNudge' && ask) return summaryWith(view, approvalSummaries.nudge(ask.dueAt));
  return summaryWith(
    view,
    isChange ? approvalSummaries.changed(step) : approvalSummaries.ask(step),
  );
};

export type OpenApproval = {
  readonly place: ApprovalPlace;
  readonly problem?: ApprovalProblem | null;
};

/** The question to the owner: the paper and what the gate will rest on, or only what changed since. */
export const openApprovalCard = (
  view: ApprovalView,
  reader: ApprovalReader,
  context: CardContext,
  { place, problem }: OpenApproval,
): IAdaptiveCard => {
  const { now, project, minutes } = view;
  const paper = now.ask?.facts ?? view.facts;
  const changes = changesSinceYes(view);
  const isChange = changes.length > 0 && now.base !== null;
  const isNudge = place.kind === 'approvalNudge';
  const exchange = now.exchanges.at(-1);
  const about = aboutApproval(view);
  return card(
    [
      kicker(kickerOf(view, isChange, isNudge)),
      heading(project.title),
      bold(approvalQuestion(now.step, paper, changes)),
      dueLine(view, isNudge),
      ...(isChange && now.base
        ? changedBody(view, now.base, paper)
        : freshBody(view, reader, paper)),
      paperLink(approvalWords.read(now.step, paper, minutes), paper.link),
      exchange ? exchangeBox(exchange, reader.id) : null,
      note(
        isChange && now.base
          ? approvalWords.gateWaits(now.step, now.base.facts)
          : approvalWords.binds(paper),
      ),
      problem ? problemBox(problem, approvalRefusalWords) : null,
      field(approvalWords.field, context.typed ?? '', longestComment),
      actionSet([
        execute(approvalWords.approve(now.step, paper, changes), 'approvePaper', about),
        execute(approvalWords.sendBack, 'sendBackPaper', about),
        execute(askingWords.ask, 'askAboutPaper', about),
      ]),
    ],
    summaryOf(view, place, isChange),
    refreshApproval(view, context, place),
  );
};
