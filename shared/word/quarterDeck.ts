import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type PptxGenJS from 'pptxgenjs';
import type { PoolView } from '#shared/domain/funding.ts';
import { longestMinutes, minutesIn } from '#shared/domain/quarter/agenda.ts';
import { requestPoint } from '#shared/domain/quarter/quarter.ts';
import type { DeckOf, PrintedQuarter } from '#shared/domain/quarter/view.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { formatKr } from '#shared/words/money.ts';
import { deckUnder, deckWords, gateFinding, poolNumbers } from '#shared/words/quarter/deck.ts';
import { gateAndArea, minutesWords } from '#shared/words/quarter/minutes.ts';
import { firstLines, pointFinding, pointLines } from '#shared/words/screens/agendaLines.ts';
import { positionText } from '#shared/words/screens/decidePage.ts';
import { areaName, choiceLabel, poolName, seatName } from '#shared/words/words.ts';
import { colours } from './drawing.ts';

/** Inches on a wide slide; 18 points is the least that is read from a chair. */
const wide = { width: 13.333, height: 7.5, side: 0.75 } as const;
const room = wide.width - 2 * wide.side;
const lang = 'da-DK';
const font = { fontFace: 'Segoe UI', color: colours.text, lang } as const;

type Slide = PptxGenJS.Slide;
type Text = PptxGenJS.TextPropsOptions;

const say = (slide: Slide, text: string | PptxGenJS.TextProps[], at: Text): void => {
  slide.addText(text, { ...font, fontSize: 18, margin: 0, valign: 'top', fit: 'shrink', ...at });
};

const masters = { first: 'FORSIDE', point: 'PUNKT' } as const;

/** A title on every slide is a title to whoever listens, because it stands in the master's place. */
const defineMasters = (deck: PptxGenJS, foot: string): void => {
  const title = (y: number, fontSize: number) => ({
    placeholder: {
      options: {
        ...{ name: 'titel', type: 'title' as const, x: wide.side, y, w: room, h: 1.2 },
        ...{
          ...font,
          fontSize,
          bold: true,
          align: 'left' as const,
          valign: 'top' as const,
          margin: 0,
        },
      },
      text: '',
    },
  });
  deck.defineSlideMaster({ title: masters.first, objects: [title(2.4, 44)] });
  deck.defineSlideMaster({
    title: masters.point,
    objects: [
      title(1.05, 32),
      {
        text: {
          text: foot,
          options: {
            ...font,
            x: wide.side,
            y: 6.95,
            w: room - 1,
            h: 0.3,
            fontSize: 14,
            margin: 0,
            color: colours.quiet,
          },
        },
      },
    ],
    slideNumber: {
      x: wide.width - wide.side - 0.6,
      y: 6.95,
      w: 0.6,
      h: 0.3,
      fontSize: 14,
      color: colours.quiet,
      align: 'right',
      fontFace: font.fontFace,
    },
  });
};

const rule = (slide: Slide, y: number): void => {
  slide.addShape('line', {
    ...{ x: wide.side, y, w: room, h: 0, objectName: deckWords.rule },
    line: { color: colours.line, width: 1 },
  });
};

const recommended = ({ project, request }: RequestView): string =>
  project.recommendedOutcome === null
    ? minutesWords.notSaid
    : choiceLabel(request.gate, {
        ...{ outcome: project.recommendedOutcome, spread: false, rethink: false },
      });

const figuresOf = (view: RequestView): readonly (readonly [string, string])[] => {
  const { efficiency, quality, wellbeing, riskCategory } = view.project;
  const tek = [efficiency, quality, wellbeing].map((value) => value ?? '–').join(' · ');
  const { askOre } = view.request;
  return [
    [deckWords.price, askOre > 0 ? formatKr(askOre) : minutesWords.noMoney],
    [deckWords.benefits, tek],
    [deckWords.risk, deckWords.riskOf(riskCategory)],
    [deckWords.recommends, recommended(view)],
  ];
};

const addFigures = (slide: Slide, view: RequestView): void => {
  const each = room / 4;
  rule(slide, 2.4);
  for (const [nth, [name, value]] of figuresOf(view).entries())
    say(
      slide,
      [
        { text: name, options: { ...font, fontSize: 16, color: colours.quiet, breakLine: true } },
        { text: value, options: { ...font, fontSize: 22, bold: true } },
      ],
      { x: wide.side + nth * each, y: 2.55, w: each - 0.2, h: 0.95 },
    );
  rule(slide, 3.6);
};

const addPositions = (slide: Slide, { positions, areas }: RequestView): void => {
  const height = Math.min(0.95, 3 / Math.max(1, positions.length));
  for (const [nth, { seat, position }] of positions.entries()) {
    const words = position.type === 'waiting' ? '' : position.statement.text;
    say(
      slide,
      [
        { text: `${seatName(areas, seat)}: `, options: { ...font } },
        {
          text: positionText(position, areas),
          options: { ...font, bold: true, breakLine: words !== '' },
        },
        ...(words === ''
          ? []
          : [{ text: words, options: { ...font, fontSize: 16, color: colours.quiet } }]),
      ],
      { x: wide.side, y: 3.85 + nth * height, w: 6.6, h: height - 0.1 },
    );
  }
};

/** What the library has no word for on a shape is put in its name, and moved where it belongs after. */
const altMark = 'alt:';

const addBar = (slide: Slide, pool: PoolView, y: number): void => {
  const budget = pool.parts?.budgetOre ?? 0;
  if (budget <= 0) return;
  const [x, w, h] = [8.1, 4.4, 0.32];
  const part = (ore: number): number => (w * Math.min(Math.max(0, ore), budget)) / budget;
  const used = part(budget - pool.beforeOre);
  const asked = Math.min(part(pool.askedOre), w - used);
  const line = { color: colours.quiet, width: 1 };
  const alt = `${altMark}${poolNumbers(pool).join(', ')}`;
  slide.addShape('rect', { x, y, w, h, line, fill: { color: 'FFFFFF' }, objectName: alt });
  if (used > 0)
    slide.addShape('rect', {
      x,
      y,
      w: used,
      h,
      line,
      fill: { color: colours.quiet },
      objectName: deckWords.used,
    });
  if (asked > 0)
    slide.addShape('rect', {
      x: x + used,
      y,
      w: asked,
      h,
      line,
      fill: { color: 'A5A8E0' },
      objectName: deckWords.asked,
    });
};

const addPools = (slide: Slide, { pools, areas }: RequestView): void => {
  for (const [nth, pool] of pools.slice(0, 2).entries()) {
    const y = 3.85 + nth * 1.6;
    say(slide, poolName(areas, pool.pool), { x: 8.1, y, w: 4.4, h: 0.35, bold: true });
    addBar(slide, pool, y + 0.38);
    say(slide, poolNumbers(pool).join('\n'), {
      x: 8.1,
      y: y + 0.75,
      w: 4.4,
      h: 0.75,
      fontSize: 14,
    });
  }
};

const addGate = (deck: PptxGenJS, view: RequestView): void => {
  const slide = deck.addSlide({ masterName: masters.point });
  slide.addText(gateFinding(view), { placeholder: 'titel', lang, fit: 'shrink' });
  const under = gateAndArea(areaName(view.areas, view.project.leadArea), view.request.gate);
  say(slide, under, { x: wide.side, y: 0.6, w: room, h: 0.35, bold: true });
  addFigures(slide, view);
  addPositions(slide, view);
  addPools(slide, view);
};

/** As many as are read from a chair; the pack in Word has more. */
const mostLines = 7;

const addOther = (deck: PptxGenJS, { view, facts }: PrintedQuarter, nth: number): void => {
  const [point, fact] = [view.points[nth], facts[nth]];
  if (!point || !fact) return;
  const slide = deck.addSlide({ masterName: masters.point });
  const title = pointFinding(point, fact, view.areas);
  slide.addText(title, { placeholder: 'titel', lang, fit: 'shrink' });
  const lines = firstLines(pointLines(fact, view.areas, view.at), mostLines);
  if (lines.length === 0) return;
  const fontSize = lines.length > 4 || lines.some((line) => line.length > 110) ? 18 : 24;
  const bullets = lines.map((text) => ({ text, options: { ...font, fontSize, breakLine: true } }));
  say(slide, bullets, { x: wide.side, y: 2.6, w: room, h: 3.8, paraSpaceAfter: 10 });
};

/** What the library leaves in English, and what it cannot say: notes, and a shape's alt text. */
const mended = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    if (!/^ppt\/.*\.xml$/.test(name)) continue;
    const xml = strFromU8(part)
      .replaceAll('lang="en-US"', `lang="${lang}"`)
      .replaceAll(
        new RegExp(`name="${altMark}([^"]*)"`, 'g'),
        (_, alt: string) => `name="${deckWords.bar}" descr="${alt}"`,
      );
    parts[name] = strToU8(xml);
  }
  return zipSync(parts);
};

/** The agenda as slides: what has been found on each point, to lay before the meeting. */
export const quarterDeck: DeckOf = async (printed) => {
  const { view, requests } = printed;
  const { default: Pptx } = await import('pptxgenjs');
  const deck = new Pptx();
  deck.defineLayout({ name: 'WIDE', width: wide.width, height: wide.height });
  deck.layout = 'WIDE';
  deck.title = deckWords.title(view.now.day);
  deck.author = deckWords.foot;
  deck.company = '';
  deck.subject = deck.title;
  defineMasters(deck, `${deck.title} · ${deckWords.foot}`);
  const first = deck.addSlide({ masterName: masters.first });
  first.addText(deck.title, { placeholder: 'titel', lang });
  const under = deckUnder(view, minutesIn(view.points), longestMinutes);
  say(first, under, { x: wide.side, y: 3.7, w: room, h: 0.5, fontSize: 22, color: colours.quiet });
  for (const [nth, { key }] of view.points.entries()) {
    const request = requests.find(({ request: { id } }) => requestPoint(id) === key);
    if (request) addGate(deck, request);
    else addOther(deck, printed, nth);
  }
  const bytes = await deck.write({ outputType: 'uint8array' });
  return { name: deckWords.fileName(view.now.day), bytes: mended(bytes as Uint8Array) };
};
