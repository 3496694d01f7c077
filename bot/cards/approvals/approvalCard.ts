import type { IAdaptiveCard, ITextRun } from '@microsoft/teams.cards';
import type { FactName, PaperFacts } from '#shared/domain/approvals/approval.ts';
import type { Exchange, Yes } from '#shared/domain/approvals/now.ts';
import { type ApprovalRefusal, longestWord } from '#shared/domain/approvals/rules.ts';
import {
  type ApprovalReader,
  type ApprovalView,
  changesSinceYes,
  toldChanges,
} from '#shared/domain/approvals/view.ts';
import {
  approvalDue,
  approvalKickers,
  approvalQuestion,
  approvalRefusalWords,
  approvalSummaries,
  approvalWords,
  changedSince,
  changeWords,
  exchangeWords,
  factLabel,
  factValue,
  whyOwner,
} from '#shared/words/approvals/words.ts';
import { leads, notStored, recommendationText, uncertain } from '#shared/words/requests/cards.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  amountRow,
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
  small,
  strong,
  subtle,
} from '../elements.ts';
import { beginningOf, quoted } from '../text.ts';
import {
  type ApprovalPlace,
  aboutApproval,
  paperLink,
  refreshApproval,
  summaryWith,
} from './approvalContext.ts';

/** Why what was pressed is not stored. */
export type ApprovalProblem =
  | { readonly type: 'refused'; readonly refusal: ApprovalRefusal }
  | { readonly type: 'fault'; readonly uncertain: boolean };

export const problemBox = (problem: ApprovalProblem): Element => {
  if (problem.type === 'fault')
    return box('attention', [
      bold(problem.uncertain ? uncertain.title : notStored.fault),
      line([problem.uncertain ? uncertain.text : notStored.faultText], 'None'),
    ]);
  const { title, text } = approvalRefusalWords(problem.refusal);
  return box('warning', [bold(title), line([text], 'None')]);
};

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

const mostQuoted = 40;

/** The newest question, and the reply when it is here. */
export const exchangeBox = (
  { question, reply }: Exchange,
  reader: Pick<ApprovalReader, 'id'>,
): Element => {
  const said = (text: string) =>
    line([quoted(beginningOf(text, { words: mostQuoted }).text || text)]);
  if (reply) return box('emphasis', [line([strong(exchangeWords.reply)]), said(reply.comment)]);
  const mine = question.byId === reader.id;
  return box('emphasis', [
    line([strong(mine ? exchangeWords.sent : exchangeWords.sentBy(question.byName))]),
    said(question.comment),
    line([small(exchangeWords.willHear)]),
  ]);
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
      exchange ? exchangeBox(exchange, reader) : null,
      note(
        isChange && now.base
          ? approvalWords.gateWaits(now.step, now.base.facts)
          : approvalWords.binds(paper),
      ),
      problem ? problemBox(problem) : null,
      field(approvalWords.field, context.typed ?? '', longestWord),
      actionSet([
        execute(approvalWords.approve(now.step, paper, changes), 'approvePaper', about),
        execute(approvalWords.sendBack, 'sendBackPaper', about),
        execute(approvalWords.ask, 'askAboutPaper', about),
      ]),
    ],
    summaryOf(view, place, isChange),
    refreshApproval(view, context, place),
  );
};
