import { type PoolView, yearNotOpenedIn } from '#shared/domain/funding.ts';
import { sumOf } from '#shared/domain/money.ts';
import type { Statement } from '#shared/domain/request.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import {
  asked,
  benefitsText,
  changedText,
  leads,
  moneyRows,
  paperText,
  positions,
  reasons,
  recommendationText,
  riskText,
} from '#shared/messages/cards.ts';
import { deputyText, reasonText } from '#shared/messages/decide.ts';
import { yearNotOpened } from '#shared/messages/pools.ts';
import { seatName } from '#shared/messages/words.ts';
import {
  type AmountRow,
  amountRow,
  box,
  type Element,
  line,
  link,
  small,
  strong,
  subtle,
} from './elements.ts';
import type { Room } from './room.ts';
import { clipped, quoted } from './text.ts';

/** One sentence about people; longer ones are for the project's page. */
export const purposeLine = (view: RequestView, room: Room): Element | null =>
  room.purpose === 0 || view.project.purpose.trim() === ''
    ? null
    : line([clipped(view.project.purpose, room.purpose)]);

/** Why the reader, or somebody else, decides. */
export const whyLine = (view: RequestView, reader: Reader, room: Room): Element => {
  const { decider, why } = view.request;
  const spoken =
    why.type === 'rerouted' ? { ...why, because: clipped(why.because, room.because) } : why;
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

const nothingAsked = (view: RequestView): readonly AmountRow[] => {
  if (view.request.gate === 'gate3' || view.request.askOre > 0) return [];
  const { budgetOre } = view.project;
  return [
    { label: moneyRows.cost, ore: 0, separator: true },
    ...(budgetOre === null ? [] : [{ label: moneyRows.budget, ore: budgetOre }]),
  ];
};

const payingPools = (view: RequestView): readonly PoolView[] =>
  view.pools.filter((pool) => pool.askedOre > 0);

/** Rows of the pools that have enough; the short ones stand in the red box. */
export const moneyElements = (view: RequestView, reader: Reader): readonly Element[] => {
  const paying = payingPools(view);
  const main = mainPoolOf({ ...view, pools: paying }, reader);
  const rows: AmountRow[] = [...runningRows(view), ...nothingAsked(view)];
  if (main && main.missingOre === 0) rows.push(...subtraction(view, main));
  for (const pool of paying)
    if (pool !== main && pool.missingOre === 0)
      rows.push({ label: moneyRows.paysToo(view.areas, pool.pool), ore: pool.askedOre });
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

export const recommendationLine = (view: RequestView, room: Room): Element | null => {
  const { recommendedOutcome, recommendedPriority, recommendationWhy, recommendLift } =
    view.project;
  const what = recommendationText(recommendedOutcome, recommendedPriority, recommendLift);
  if (what === '') return null;
  const why = clipped(recommendationWhy, room.why);
  const ending = why === '' ? '' : `. ${why}`;
  return line([strong(leads.recommends), ` ${what}${ending}`], 'Medium');
};

export const benefitsLine = (view: RequestView): Element =>
  line([strong(leads.benefits), ` ${benefitsText(view.project)}`]);

export const riskLine = (view: RequestView): Element =>
  line([strong(leads.risk), ` ${riskText(view.project.riskCategory)}`]);

export const changedLine = (view: RequestView): Element | null =>
  view.changedSince === null
    ? null
    : line(
        [
          strong(leads.changed(view.changedSince.gate)),
          ` ${changedText(view.request.shares.some((share) => share.pool === 'common'))}`,
        ],
        'Medium',
      );

export const paperLine = (view: RequestView): Element | null => {
  const { link: url, minutes } = view.request.paper;
  return /^https?:\/\//i.test(url)
    ? line([link(paperText(view.request.gate, minutes), url)])
    : null;
};

export type Exchange = RequestView['questions'][number];

/** The question a reader should see: the latest of their own, else the latest of anybody. */
export const exchangeFor = (view: RequestView, reader: Reader): Exchange | undefined =>
  view.questions.findLast(({ question }) => question.byId === reader.id) ?? view.questions.at(-1);

const askerOf = (view: RequestView, question: Statement): string =>
  question.seat === null ? question.byName : seatName(view.areas, question.seat);

/** Grey box: the answer first and the question small below it, or the question that waits. */
export const exchangeBox = (
  view: RequestView,
  reader: Reader,
  exchange: Exchange,
  room: Room,
): Element => {
  const { question, reply } = exchange;
  const mine = question.byId === reader.id;
  const who = askerOf(view, question);
  if (!reply)
    return box('emphasis', [
      line([strong(mine ? asked.sent : asked.sentBy(who))]),
      line([quoted(question.text, room.question)]),
      line([small(mine ? asked.sentWhen(question.at) : asked.sentByWhen(question.at))]),
    ]);
  const lead = mine ? asked.youAsked : asked.theyAsked;
  return box('emphasis', [
    line([strong(mine ? asked.reply : asked.replyTo(who))]),
    line([quoted(reply.text, room.reply)]),
    line([
      small(
        [
          ...(room.asked === 0 ? [] : [lead, quoted(question.text, room.asked)]),
          asked.repliedWhen(reply.at),
        ].join(' '),
      ),
    ]),
  ]);
};

type Positioned = RequestView['positions'][number];

const positionText = ({ position }: Positioned): string => {
  switch (position.type) {
    case 'waiting':
      return positions.waiting;
    case 'meeting':
      return positions.meeting;
    case 'choice':
      return positions.choice(position.choice);
  }
};

const saidWith = ({ position }: Positioned): string =>
  position.type === 'waiting' ? '' : position.statement.text.trim();

/** What each seat says, a line each; with comments when there is room for them. */
export const positionLines = (
  view: RequestView,
  reader: Reader,
  withComments: boolean,
): readonly Element[] =>
  view.positions.map((one, index) => {
    const comment = withComments ? saidWith(one) : '';
    const mostWords = Math.max(6, Math.floor(32 / view.positions.length));
    const element = line([
      strong(positions.who(view.areas, one.seat, one.seat === reader.seat)),
      ` ${positionText(one)}`,
      ...(comment === '' ? [] : [`\n${quoted(comment, mostWords)}`]),
    ]);
    return index === 0 && withComments ? { ...element, separator: true } : element;
  });

export const givenCount = (view: RequestView): number =>
  view.positions.filter(({ position }) => position.type !== 'waiting').length;
