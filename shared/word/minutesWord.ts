import type { FileChild } from 'docx';
import { minutesIn } from '#shared/domain/quarter/agenda.ts';
import type { PointFacts } from '#shared/domain/quarter/facts.ts';
import { grantedBy, grantedIn, type MinutesPoint } from '#shared/domain/quarter/minutes.ts';
import { requestPoint } from '#shared/domain/quarter/quarter.ts';
import type { MinutesWordOf, PrintedQuarter, QuarterView } from '#shared/domain/quarter/view.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { formatKr } from '#shared/words/money.ts';
import {
  disagreementText,
  gateAndArea,
  heldText,
  minutesFileName,
  minutesWords,
  poolChange,
  recordTexts,
  sentence,
  shortText,
} from '#shared/words/quarter/minutes.ts';
import { pointText } from '#shared/words/quarter/page.ts';
import { pointTitle } from '#shared/words/quarter/points.ts';
import { decidedText, signedText } from '#shared/words/quarter/words.ts';
import { benefitsText, capital, riskText } from '#shared/words/requests/cards.ts';
import { namedQuestion } from '#shared/words/requests/decide.ts';
import { firstLines, pointLines } from '#shared/words/screens/agendaLines.ts';
import { positionText } from '#shared/words/screens/decidePage.ts';
import {
  areaName,
  choiceLabel,
  listText,
  poolName,
  priorityNames,
  seatName,
} from '#shared/words/words.ts';
import {
  colours,
  type Docx,
  edgeLine,
  gap,
  heading,
  type Pen,
  pageFoot,
  paragraphs,
  shared,
  sides,
  stylesFor,
  table,
  upright,
  wordFile,
} from './drawing.ts';

type Drawing = Pen & PrintedQuarter;

const numbered = ({ number, point }: MinutesPoint): string => `${number}. ${pointTitle(point)}`;

const underText = ({ view }: Drawing, { gate }: MinutesPoint): string =>
  gate === null ? '' : gateAndArea(areaName(view.areas, gate.area), gate.gate);

const factsTable = (drawing: Drawing): FileChild => {
  const { view } = drawing;
  const { minutes, now } = view;
  const approved = now.approvals.map((one) => signedText(view.areas, one)).join(' · ');
  const rows = [
    [minutesWords.time, heldText(minutes)],
    ...(minutes.present === '' ? [] : [[minutesWords.present, minutes.present]]),
    ...(now.version === 0
      ? []
      : [
          [minutesWords.version, String(now.version)],
          [minutesWords.approved, approved || minutesWords.notApproved],
        ]),
  ];
  const lines = { heads: [], rows, figures: [] };
  return table(drawing, { lines, widths: shared([1, 4]), headless: true });
};

const decisionsPart = (drawing: Drawing): readonly FileChild[] => {
  const { minutes } = drawing.view;
  const decided = minutes.points.filter(({ gate }) => gate?.decision);
  if (decided.length === 0) return [];
  const rows = decided.map((point) => {
    const decision = point.gate?.decision;
    const ore = decision ? grantedBy(decision) : 0;
    return [
      [numbered(point), underText(drawing, point)].join(' · '),
      decision ? capital(decidedText(decision).split(',')[0] ?? '') : '',
      ore > 0 ? formatKr(ore) : '',
    ];
  });
  const total = [minutesWords.total, '', formatKr(grantedIn(minutes))];
  const heads = [minutesWords.matter, minutesWords.decision, minutesWords.granted];
  return [
    heading(drawing, 1, minutesWords.decisions, false),
    table(drawing, {
      lines: { heads, rows: [...rows, total], figures: [2] },
      widths: shared([5, 3, 2]),
    }),
    gap(drawing),
  ];
};

/** A decision stands out: a line in the brand's colour beside it, and in the text the word itself. */
const decisionBox = (drawing: Drawing, { gate }: MinutesPoint): readonly FileChild[] => {
  const { docx, view } = drawing;
  const decision = gate?.decision;
  if (!decision) return gate ? paragraphs(drawing, minutesWords.open) : [];
  const border = {
    left: { style: docx.BorderStyle.SINGLE, size: 18, color: colours.brand, space: 10 },
  };
  const boxed = (children: InstanceType<Docx['TextRun']>[]) =>
    new docx.Paragraph({ children, border, indent: { left: 200 }, spacing: { after: 40 } });
  const quiet = (text: string) =>
    boxed([new docx.TextRun({ text, size: 18, color: colours.quiet })]);
  const said = `${capital(minutesWords.decision)}: ${sentence(decidedText(decision))} `;
  return [
    boxed([
      new docx.TextRun({ text: said, bold: true }),
      new docx.TextRun({ text: decision.comment }),
    ]),
    ...decision.noted.map((one) =>
      boxed([new docx.TextRun({ text: disagreementText(view, one) })]),
    ),
    ...recordTexts(decision, view).map(quiet),
    gap(drawing),
  ];
};

const prioritiesTable = (drawing: Drawing, { priorities }: MinutesPoint): readonly FileChild[] => {
  if (priorities.length === 0) return [];
  const rows = priorities.map(({ title, before, priority, why }) => [
    title,
    before === null ? minutesWords.none : priorityNames[before],
    priorityNames[priority],
    why,
  ]);
  const heads = [minutesWords.project, minutesWords.before, minutesWords.after, minutesWords.why];
  return [
    table(drawing, { lines: { heads, rows, figures: [] }, widths: shared([4, 2, 2, 4]) }),
    gap(drawing),
  ];
};

const pointPart = (drawing: Drawing, point: MinutesPoint): readonly FileChild[] => {
  const { gate, lines, priorities } = point;
  const isEmpty = gate === null && lines.length === 0 && priorities.length === 0;
  const said = lines.flatMap(({ kind, text, byName }) =>
    paragraphs(
      drawing,
      kind === 'corrected' ? `${minutesWords.corrected} (${byName}): ${text}` : text,
    ),
  );
  return [
    heading(drawing, 1, numbered(point), false),
    ...(gate ? paragraphs(drawing, underText(drawing, point), true) : []),
    ...decisionBox(drawing, point),
    ...prioritiesTable(drawing, point),
    ...said,
    ...(isEmpty ? paragraphs(drawing, minutesWords.noLines, true) : []),
  ];
};

/** A gate says whose it is; another point where it stands. */
const agendaText = (drawing: Drawing, point: MinutesPoint, facts?: PointFacts): string => {
  const under = point.gate === null && facts ? pointText(facts, drawing.view.areas) : '';
  return [numbered(point), underText(drawing, point) || under]
    .filter((text) => text !== '')
    .join(' · ');
};

const agendaTable = (drawing: Drawing): readonly FileChild[] => {
  const { facts, view } = drawing;
  const { minutes, points } = view;
  const rows = minutes.points.map((point, nth) => [
    agendaText(drawing, point, facts[nth]),
    String(point.point.minutes),
  ]);
  const total = [minutesWords.total, String(minutesIn(points))];
  const heads = [minutesWords.points, minutesWords.minutes];
  return [
    table(drawing, {
      lines: { heads, rows: [...rows, total], figures: [1] },
      widths: shared([6, 1]),
    }),
  ];
};

const money = (ore: number): string => (ore > 0 ? formatKr(ore) : minutesWords.noMoney);

const recommendedText = ({ project, request }: RequestView): string => {
  const { recommendedOutcome, recommendationWhy } = project;
  if (recommendedOutcome === null) return minutesWords.notSaid;
  const choice = { outcome: recommendedOutcome, spread: false, rethink: false };
  return `${sentence(choiceLabel(request.gate, choice))} ${recommendationWhy}`.trim();
};

/** What a gate rests on: the question, the figures, what each has said, and the pools after a yes. */
const gatePart = (drawing: Drawing, view: RequestView, title: string): readonly FileChild[] => {
  const { project, request, positions, pools, areas } = view;
  const facts = [
    [minutesWords.price, money(request.askOre)],
    [minutesWords.benefits, benefitsText(project)],
    [minutesWords.risk, riskText(project.riskCategory)],
    [minutesWords.recommends, recommendedText(view)],
    ...pools.map((pool) => [poolName(areas, pool.pool), poolChange(pool)]),
  ];
  const said = positions.map(({ seat, position }) => {
    const word = position.type === 'waiting' ? '' : position.statement.text;
    return [
      seatName(areas, seat),
      [positionText(position, areas), word].filter((one) => one !== '').join(': '),
    ];
  });
  const heads = [minutesWords.who, minutesWords.said];
  return [
    heading(drawing, 1, title, false),
    ...paragraphs(drawing, namedQuestion(request.gate, project.title)),
    ...paragraphs(drawing, project.purpose),
    table(drawing, {
      lines: { heads: [], rows: facts, figures: [] },
      widths: shared([2, 5]),
      headless: true,
    }),
    gap(drawing),
    table(drawing, { lines: { heads, rows: said, figures: [] }, widths: shared([2, 5]) }),
    gap(drawing),
  ];
};

/** More than anybody reads before a meeting; the page has them all. */
const mostLines = 25;

/** What stands behind a point that is no gate, a line for each matter. */
const linesPart = (
  drawing: Drawing,
  title: string,
  lines: readonly string[],
): readonly FileChild[] =>
  lines.length === 0
    ? []
    : [
        heading(drawing, 1, title, false),
        ...firstLines(lines, mostLines).flatMap((line) => paragraphs(drawing, line)),
        gap(drawing),
      ];

const pointParts = (drawing: Drawing): readonly FileChild[] => {
  const { view, requests, facts } = drawing;
  return view.minutes.points.flatMap((point, nth) => {
    const request = requests.find(({ request: { id } }) => requestPoint(id) === point.point.key);
    if (request) return gatePart(drawing, request, numbered(point));
    const fact = facts[nth];
    const lines = fact ? pointLines(fact, view.areas, view.at) : [];
    return linesPart(drawing, numbered(point), lines);
  });
};

const bodyOf = (drawing: Drawing): readonly FileChild[] => {
  const { minutes, now } = drawing.view;
  if (now.version === 0) return [...agendaTable(drawing), gap(drawing), ...pointParts(drawing)];
  return [
    heading(drawing, 1, minutesWords.short, false),
    ...paragraphs(drawing, shortText(minutes)),
    ...decisionsPart(drawing),
    ...minutes.points.flatMap((point) => pointPart(drawing, point)),
  ];
};

const titleOf = ({ now }: QuarterView): string =>
  now.version === 0 ? minutesWords.agendaTitle(now.day) : minutesWords.title(now.day);

const documentOf = (docx: Docx, printed: PrintedQuarter) => {
  const { view } = printed;
  const drawing: Drawing = { docx, ...printed };
  const areas = listText(view.areas.map(({ name }) => name));
  return new docx.Document({
    title: titleOf(view),
    creator: minutesWords.creator,
    styles: stylesFor(),
    sections: [
      {
        properties: { page: { size: upright, margin: sides } },
        headers: {
          default: new docx.Header({
            children: [edgeLine(drawing, areas, [minutesWords.product])],
          }),
        },
        ...pageFoot(drawing, view.now.version === 0 ? '' : minutesWords.foot),
        children: [
          new docx.Paragraph({ text: titleOf(view), heading: docx.HeadingLevel.TITLE }),
          factsTable(drawing),
          gap(drawing),
          ...bodyOf(drawing),
        ],
      },
    ],
  });
};

/** The minutes of a kvartalsstatus; before the meeting its agenda. */
export const minutesWord: MinutesWordOf = (printed) => {
  const { day, version } = printed.view.now;
  return wordFile(minutesFileName(day, version), (docx) => documentOf(docx, printed));
};
