import type { AreaId } from '#shared/domain/area.ts';
import { type PoolView, yearNotOpenedIn } from '#shared/domain/funding.ts';
import { sumOf } from '#shared/domain/money.ts';
import type { Statement } from '#shared/domain/request.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { type Appetite, appetiteOf, investmentOf } from '#shared/domain/risk.ts';
import { yearNotOpened } from '#shared/words/pools.ts';
import {
  appetiteSaid,
  asked,
  benefitsText,
  changedText,
  leads,
  moneyRows,
  paperNewsText,
  paperText,
  positions,
  readOn,
  reasons,
  recommendationText,
  riskText,
} from '#shared/words/requests/cards.ts';
import { deputyText, reasonText } from '#shared/words/requests/decide.ts';
import { voiceText } from '#shared/words/words.ts';
import type { Links } from '../context.ts';
import {
  type AmountRow,
  amountRow,
  box,
  type Element,
  line,
  link,
  type Run,
  small,
  strong,
  subtle,
} from '../elements.ts';
import { type Beginning, beginningOf, quoted } from '../text.ts';
import { longestReason, type Room } from './room.ts';

const longestPurpose = 30;

/** What it does for people, in its first sentence or two. */
export const purposeLine = (view: RequestView, room: Room): Element | null => {
  if (!room.purpose) return null;
  const { text } = beginningOf(view.project.purpose, { words: longestPurpose });
  return text === '' ? null : line([text]);
};

/** Somebody's own words as far as there is room, in whole sentences, and the way to the rest. */
export const quotedRuns = (
  words: string,
  mostWords: number,
  more: string,
  url: string,
): readonly Run[] => {
  const { text, isAll } = beginningOf(words, { words: mostWords });
  const rest = isAll ? [] : [link(more, url)];
  return text === '' ? rest : [quoted(text), ...(rest.length > 0 ? [' ', ...rest] : [])];
};

/** Why the reader, or somebody else, decides. */
export const whyLine = (view: RequestView, reader: Reader, room: Room): Element => {
  const { decider, why } = view.request;
  const spoken =
    why.type === 'rerouted'
      ? { ...why, because: beginningOf(why.because, { words: room.because }).text }
      : why;
  const { seat, deputy } = reader;
  const sentences = [
    reasonText({ decider, why: spoken, areas: view.areas, seat, deputy }),
    deputy && seat !== null ? deputyText(view.areas, seat) : '',
    reader.isOwner && seat !== null ? reasons.alsoOwner : '',
    view.project.recommendLift && decider.type !== 'chefgruppe' && seat !== null
      ? reasons.mayLift
      : '',
  ];
  return line([subtle(sentences.filter((sentence) => sentence !== '').join(' '))]);
};

/** The pool whose subtraction is shown: a deciding chef's own, else the common one, else the first. */
const mainPoolOf = (view: RequestView, reader: Reader): PoolView | undefined =>
  (view.request.decider.type === 'chefgruppe'
    ? undefined
    : view.pools.find((pool) => pool.pool === `area:${reader.seat ?? ''}`)) ??
  view.pools.find((pool) => pool.pool === 'common') ??
  view.pools[0];

const subtraction = (view: RequestView, pool: PoolView): readonly AmountRow[] => {
  const alone = view.pools.length === 1;
  const all = view.request.gate === 'gate1' && view.project.verySmall;
  const cost = all ? moneyRows.costAll : moneyRows.cost;
  return [
    { label: moneyRows.available(view.areas, pool.pool), ore: pool.beforeOre, separator: true },
    { label: alone ? cost : moneyRows.pays(view.areas, pool.pool), ore: -pool.askedOre },
    pool.missingOre > 0
      ? { label: moneyRows.missing, ore: pool.missingOre, bold: true, separator: true }
      : { label: moneyRows.left, ore: pool.afterOre, bold: true, separator: true },
  ];
};

const runningRows = (view: RequestView): readonly AmountRow[] => {
  const costs = view.project.runningCostsOre;
  const [first] = costs;
  if (view.request.gate !== 'gate3' || first === undefined) return [];
  const even = costs.every((ore) => ore === first);
  return [
    {
      label: even ? moneyRows.runningYear : moneyRows.runningFirstYear,
      ore: first,
      separator: true,
    },
    { label: moneyRows.runningFour, ore: sumOf(costs), bold: true },
  ];
};

const nothingAsked = (view: RequestView): readonly AmountRow[] =>
  view.request.askOre > 0 ? [] : [{ label: moneyRows.cost, ore: 0, separator: true }];

const appetiteIn = ({ project, request }: RequestView): Appetite | null =>
  appetiteOf(project.riskCategory, project, investmentOf(project.budgetOre, request.askOre));

/** Words of who pays for running it. */
const longestPayer = 12;

/** Who pays when the trial is over: said before gate 3 is asked, and shown to whoever decides it. */
export const operationPayerLine = ({ request, project }: RequestView): Element | null => {
  if (request.gate !== 'gate3') return null;
  const { text } = beginningOf(project.operationPayer, { words: longestPayer });
  return text === '' ? null : line([strong(leads.operationPayer), ` ${text}`]);
};

/** Below the result and never added to it. After the trial it is told only where the risk blames it. */
const wholeBudget = (view: RequestView, room: Room): readonly AmountRow[] => {
  const { budgetOre } = view.project;
  const because = appetiteIn(view)?.because;
  const isBlamed = because === 'largeInvestment' || because === 'both';
  const hasRoom = isBlamed || (room.more && view.request.gate !== 'gate3');
  if (budgetOre === null || !hasRoom) return [];
  return [{ label: moneyRows.budget, ore: budgetOre }];
};

const payingPools = (view: RequestView): readonly PoolView[] =>
  view.pools.filter((pool) => pool.askedOre > 0);

/** Rows of the pools that have enough; the short ones stand in the red box. */
export const moneyElements = (
  view: RequestView,
  reader: Reader,
  room: Room,
): readonly Element[] => {
  const paying = payingPools(view);
  const main = mainPoolOf({ ...view, pools: paying }, reader);
  const rows: AmountRow[] = [...runningRows(view), ...nothingAsked(view)];
  if (main && main.missingOre === 0) rows.push(...subtraction(view, main));
  for (const pool of paying)
    if (pool !== main && pool.missingOre === 0)
      rows.push({ label: moneyRows.paysToo(view.areas, pool.pool), ore: pool.askedOre });
  rows.push(...wholeBudget(view, room));
  return rows.map((row, index) => amountRow(row, index === 0 ? 'Medium' : 'Small'));
};

/** Of a year that is not opened there is nothing to subtract from: only what is asked for. */
const notOpenedRows = (
  view: RequestView,
  short: readonly PoolView[],
  year: number,
): readonly Element[] => [
  line([yearNotOpened.text(year)]),
  ...short.map(({ pool, askedOre }) =>
    amountRow({
      label: short.length === 1 ? moneyRows.cost : moneyRows.pays(view.areas, pool),
      ore: askedOre,
      bold: short.length === 1,
    }),
  ),
];

export const shortRows = (view: RequestView, reader: Reader): readonly Element[] => {
  const short = payingPools(view).filter((pool) => pool.missingOre > 0);
  const main = mainPoolOf({ ...view, pools: short }, reader);
  if (!main) return [];
  const year = yearNotOpenedIn(short);
  if (year !== null) return notOpenedRows(view, short, year);
  const rows: AmountRow[] = subtraction(view, main).map((row, index) =>
    index === 0 ? { ...row, separator: false } : row,
  );
  for (const pool of short)
    if (pool !== main)
      rows.push({
        label: moneyRows.missingIn(view.areas, pool.pool),
        ore: pool.missingOre,
        bold: true,
      });
  return rows.map((row) => amountRow(row));
};

const reasonOf = (view: RequestView, sentences?: number): Beginning =>
  beginningOf(view.project.recommendationWhy, {
    words: longestReason,
    ...(sentences === undefined ? {} : { sentences }),
  });

/** Sentences of DigiTek's reason that a card may take in. */
export const reasonSentences = (view: RequestView): number => reasonOf(view).sentences;

/** DigiTek's outcome and priority, and the reason as far as there is room for whole sentences. */
export const recommendationLine = (view: RequestView, room: Room, links: Links): Element | null => {
  const { recommendedOutcome, recommendedPriority, recommendLift } = view.project;
  const what = recommendationText(recommendedOutcome, recommendedPriority, recommendLift);
  if (what === '') return null;
  const { text, isAll } = reasonOf(view, room.reason);
  return line([
    strong(leads.recommends),
    ` ${[`${what}.`, text].filter((part) => part !== '').join(' ')}`,
    ...(isAll ? [] : [' ', link(readOn.more, links.project(view.project.id))]),
  ]);
};

export const benefitsLine = (view: RequestView): Element =>
  line([strong(leads.benefits), ` ${benefitsText(view.project)}`]);

/** The risk, and whether the potential and the price leave room for it. */
export const riskLine = (view: RequestView, room: Room): Element => {
  const { lead, why } = appetiteSaid(appetiteIn(view), room.more);
  const over = lead === '' ? [] : [strong(lead), ' '];
  return line(
    [strong(leads.risk), ` ${riskText(view.project.riskCategory)} `, ...over, why],
    'Medium',
  );
};

const commonShare = (view: RequestView): 'all' | 'part' | 'nothing' => {
  const paying = view.request.shares.filter((share) => share.ore > 0);
  if (!paying.some((share) => share.pool === 'common')) return 'nothing';
  return paying.length === 1 ? 'all' : 'part';
};

export const changedLine = (view: RequestView): Element | null =>
  view.changedSince === null
    ? null
    : line(
        [strong(leads.changed(view.changedSince.gate)), ` ${changedText(commonShare(view))}`],
        'Medium',
      );

export const paperLine = (view: RequestView): Element | null => {
  const { link: url, minutes } = view.request.paper;
  return /^https?:\/\//i.test(url)
    ? line([link(paperText(view.request.gate, minutes), url)])
    : null;
};

/** Said beside the paper that is asked on: what is newer is not what the decision is on. */
export const paperNewsLine = (view: RequestView, links: Links): Element | null => {
  const { paperNews, project } = view;
  if (paperNews === null) return null;
  const { said, way } = paperNewsText(paperNews);
  const page = links.paper(project.id, paperNews.paper);
  return line([`${said} `, link(way, paperNews.newer?.link ?? page)]);
};

export type Exchange = RequestView['questions'][number];

/** The question a reader should see: the latest of their own, else the latest of anybody. */
export const exchangeFor = (view: RequestView, reader: Reader): Exchange | undefined =>
  view.questions.findLast(({ question }) => question.byId === reader.id) ?? view.questions.at(-1);

const askerOf = (view: RequestView, question: Statement): string => voiceText(view.areas, question);

const sentText = ({ at }: Statement, mine: boolean, room: Room): string => {
  if (!room.more) return mine ? asked.willHear : asked.openMeanwhile;
  return mine ? asked.sentWhen(at) : asked.sentByWhen(at);
};

/** What a card needs to show a question and its answer. */
type Shown = { readonly reader: Reader; readonly room: Room; readonly links: Links };

/** Grey box: the answer first and the question small below it, or the question that waits. */
export const exchangeBox = (
  view: RequestView,
  { question, reply }: Exchange,
  { reader, room, links }: Shown,
): Element => {
  const mine = question.byId === reader.id;
  const who = askerOf(view, question);
  const page = links.project(view.project.id);
  if (!reply)
    return box('emphasis', [
      line([strong(mine ? asked.sent : asked.sentBy(who))]),
      line(quotedRuns(question.text, room.quote, readOn.question, page)),
      line([small(sentText(question, mine, room))]),
    ]);
  const was = beginningOf(question.text, { words: 16 });
  const again =
    room.asked && was.isAll ? [mine ? asked.youAsked : asked.theyAsked, quoted(was.text)] : [];
  return box('emphasis', [
    line([strong(mine ? asked.reply : asked.replyTo(who))]),
    line(quotedRuns(reply.text, room.quote, readOn.reply, page)),
    line([small([...again, asked.repliedWhen(reply.at)].join(' '))]),
  ]);
};

type Positioned = RequestView['positions'][number];

const positionWords = ({ position }: Positioned): string => {
  switch (position.type) {
    case 'waiting':
      return positions.waiting;
    case 'meeting':
      return positions.meeting;
    case 'choice':
      return positions.choice(position.choice);
  }
};

const positionText = (one: Positioned): string => {
  const { position } = one;
  const byDeputy = position.type !== 'waiting' && position.statement.onBehalf;
  return byDeputy
    ? `${positionWords(one)}${positions.byDeputy(position.statement.byName)}`
    : positionWords(one);
};

const readerAt = (seat: AreaId, reader: Reader): 'chef' | 'deputy' | null => {
  if (seat !== reader.seat) return null;
  return reader.deputy ? 'deputy' : 'chef';
};

const whoAt = (view: RequestView, one: Positioned, reader: Reader): string =>
  positions.who(view.areas, one.seat, readerAt(one.seat, reader));

/** What each seat says, a line each. */
export const positionLines = (view: RequestView, reader: Reader): readonly Element[] =>
  view.positions.map((one) => line([strong(whoAt(view, one, reader)), ` ${positionText(one)}`]));

const saidWith = ({ position }: Positioned): string =>
  position.type === 'waiting' ? '' : position.statement.text.trim();

/** On a receipt the words that came along stand below. */
export const positionsWithWords = (
  view: RequestView,
  reader: Reader,
  links: Links,
): readonly Element[] => {
  const mostWords = Math.max(6, Math.floor(36 / view.positions.length));
  const page = links.project(view.project.id);
  return view.positions.map((one, index) => {
    const words = saidWith(one);
    const more = words === '' ? [] : quotedRuns(words, mostWords, readOn.comment, page);
    const element = line([
      strong(whoAt(view, one, reader)),
      ` ${positionText(one)}`,
      ...(more.length === 0 ? [] : ['\n', ...more]),
    ]);
    return index === 0 ? { ...element, separator: true } : element;
  });
};

/** Those who have answered, on the line that counts them. */
export const positionsInOne = (view: RequestView): Element => {
  const given = view.positions.filter(({ position }) => position.type !== 'waiting');
  const said = given
    .map((one) => `${positions.who(view.areas, one.seat, null)} ${positionText(one)}`)
    .join('; ');
  const count = strong(`${positions.count(given.length, view.positions.length)}.`);
  const element = line(said === '' ? [count] : [count, ` ${said}`], 'Medium');
  return { ...element, separator: true };
};

export const givenCount = (view: RequestView): number =>
  view.positions.filter(({ position }) => position.type !== 'waiting').length;
