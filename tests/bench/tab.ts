import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { buildIfStale } from '../../infra/build.ts';
import { wholeChromiumPath } from '../../infra/chromium.ts';
import { atMost, type BenchLine, type BenchRow, medianOf, ratioOf, type Size } from './row.ts';
import { oneCardChanges } from './tabChange.ts';
import {
  firstPaint,
  openBoard,
  plainPage,
  plainPaint,
  serveBoard,
  serveMoney,
  servePlan,
} from './tabPages.ts';
import { tabSizeOf } from './tabSize.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** A copy, so that a build in the meantime cannot take the files away under the measure. */
const dist = join(mkdtempSync(join(tmpdir(), 'digitek-tab-')), 'tab');
const amounts = {
  full: { pairs: 9, steps: 90, sizeOf: (size: number) => size },
  small: { pairs: 1, steps: 3, sizeOf: (size: number) => size / 100 },
} as const satisfies Record<Size, unknown>;

type Amounts = (typeof amounts)[Size];

const launch = async (): Promise<Browser> => {
  const executablePath = await wholeChromiumPath(root);
  if (executablePath === undefined) throw new Error('No Chromium to measure the tab with');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};

/** P15: the board against the same picture as plain HTML. */
const againstPlain = async (browser: Browser, { pairs, sizeOf }: Amounts): Promise<BenchRow> => {
  const size = sizeOf(5_000);
  const source = await serveBoard(dist, size);
  const plain = await plainPage(browser, source.url);
  await source.close();
  const server = await serveBoard(dist, size, { '/plain': plain });
  const value = await ratioOf(
    () => firstPaint(browser, server.url),
    () => plainPaint(browser, `${server.url}/plain`),
    pairs,
  );
  await server.close();
  const what = 'board of 5,000: first paint against plain HTML';
  return atMost({ id: 'P15', what, value, gate: 3, aim: 1.6, unit: '×' });
};

/** P16: a hundred times as many projects. */
const againstSmall = async (browser: Browser, { pairs, sizeOf }: Amounts): Promise<BenchRow> => {
  const large = await serveBoard(dist, sizeOf(50_000));
  const small = await serveBoard(dist, sizeOf(500));
  const value = await ratioOf(
    () => firstPaint(browser, large.url),
    () => firstPaint(browser, small.url),
    pairs,
  );
  await Promise.all([large.close(), small.close()]);
  const what = 'board: first paint of 50,000 against 500';
  return atMost({ id: 'P16', what, value, gate: 1.5, aim: 1.1, unit: '×' });
};

/** P29: another view of the portfolio against P15's floor, the board as plain HTML; and its nodes. */
const viewOf =
  (what: string, place: string, serve: typeof serveMoney) =>
  async (browser: Browser, { pairs, sizeOf }: Amounts): Promise<readonly BenchRow[]> => {
    const size = sizeOf(5_000);
    const board = await serveBoard(dist, size);
    const plain = await plainPage(browser, board.url);
    await board.close();
    const server = await serve(dist, size, { '/plain': plain });
    const value = await ratioOf(
      () => firstPaint(browser, `${server.url}${place}`),
      () => plainPaint(browser, `${server.url}/plain`),
      pairs,
    );
    const { page, frame } = await openBoard(browser, `${server.url}${place}`);
    const { nodes } = (await frame.evaluate(countNodes)) as { nodes: number };
    await page.close();
    await server.close();
    return [
      atMost({
        ...{ id: 'P29', what: `${what}: against the plain board`, value },
        ...{ gate: 3, aim: 2, unit: '×' },
      }),
      atMost({
        ...{ id: 'P29', what: `${what}: DOM nodes`, value: nodes },
        ...{ gate: 3_500, aim: 2_000, unit: '' },
      }),
    ];
  };

const funding = viewOf('Økonomi with 5,000 projects', '/#/oekonomi', serveMoney);
const planning = viewOf('plan with 5,000 bars', '/#/plan', servePlan);

const countNodes = `({
  cards: document.querySelectorAll('[data-card]').length,
  nodes: document.querySelectorAll('*').length,
})`;

const scrollBy = (share: number): string =>
  `(() => { const board = document.querySelector('[data-board]'); board.scrollTop = board.scrollHeight * ${share}; })()`;

/** The most that is ever mounted, over sizes, screens and places in the scroll. */
const mountedAt = async (browser: Browser, size: number) => {
  const server = await serveBoard(dist, size);
  let cards = 0;
  let nodes = 0;
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 2560, height: 1440 },
  ]) {
    const { page, frame } = await openBoard(browser, server.url, viewport);
    for (const share of [0, 0.31, 0.77]) {
      await frame.evaluate(scrollBy(share));
      await page.waitForTimeout(150);
      const counted = (await frame.evaluate(countNodes)) as { cards: number; nodes: number };
      cards = Math.max(cards, counted.cards);
      nodes = Math.max(nodes, counted.nodes);
    }
    await page.close();
  }
  await server.close();
  return { cards, nodes };
};

/** P17: mounted cards and nodes do not follow the number of projects. */
const mounted = async (browser: Browser, { sizeOf }: Amounts): Promise<readonly BenchRow[]> => {
  const counts: { cards: number; nodes: number }[] = [];
  for (const size of [500, 5_000, 50_000].map(sizeOf)) counts.push(await mountedAt(browser, size));
  const cards = Math.max(...counts.map((one) => one.cards));
  const nodes = Math.max(...counts.map((one) => one.nodes));
  return [
    atMost({
      id: 'P17',
      what: 'mounted cards, any size',
      value: cards,
      gate: 120,
      aim: 90,
      unit: '',
    }),
    atMost({
      id: 'P17',
      what: 'DOM nodes, any size',
      value: nodes,
      gate: 3_500,
      aim: 2_000,
      unit: '',
    }),
  ];
};

/** Types into the search and waits for the frame in which the board or the list shows the answer. */
const typeAndWait = `(text) => new Promise((resolve, reject) => {
  const field = document.querySelector('[data-search]');
  const board = document.querySelector('[data-board], [data-list]');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const before = board.textContent;
  const from = performance.now();
  set.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const look = () => {
    if (performance.now() - from > 10000) reject(new Error('Nothing changed for ' + text));
    else if (board.textContent === before) requestAnimationFrame(look);
    else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from), 0));
  };
  requestAnimationFrame(look);
})`;

type Searched = {
  readonly shownAs: 'board' | 'list';
  readonly size: number;
  readonly gate: number;
};

/** P20: a keystroke in the search, till the board or the list shows what passes. */
const searching = async (
  browser: Browser,
  { shownAs, size, gate }: Searched,
): Promise<BenchRow> => {
  const server = await serveBoard(dist, size);
  const place = shownAs === 'list' ? '/#/liste' : '';
  const { page, frame } = await openBoard(browser, `${server.url}${place}`);
  const times: number[] = [];
  for (const text of ['v', 'vej', 'n', 'nøgle', 't', 'tele', 'o', 'online', 'd', 'digi']) {
    times.push(Number(await frame.evaluate(`(${typeAndWait})(${JSON.stringify(text)})`)));
    await page.waitForTimeout(60);
  }
  await page.close();
  await server.close();
  const what = `${shownAs}: search keystroke to paint at ${size.toLocaleString('en')}`;
  return atMost({ id: 'P20', what, value: medianOf(times), gate, aim: 50, unit: 'ms' });
};

/**
 * Scrolls step by step and tells what each frame costs the page's thread: from the event, which
 * comes first in a frame, until the picture has been handed over.
 */
const scrollThrough = `(steps, what) => new Promise((resolve) => {
  const scroller = document.querySelector(what);
  const costs = [];
  const channel = new MessageChannel();
  let from = 0;
  const step = () => requestAnimationFrame(() => {
    scroller.scrollTop += 420;
  });
  document.addEventListener('scroll', () => {
    from = performance.now();
    requestAnimationFrame(() => channel.port2.postMessage(0));
  }, { capture: true });
  channel.port1.onmessage = () => {
    costs.push(performance.now() - from);
    if (costs.length < steps) step();
    else resolve(costs);
  };
  step();
})`;

type Scrolled = {
  readonly name: string;
  readonly serve: typeof serveBoard;
  readonly place: string;
  /** What scrolls there. */
  readonly scroller: string;
};

const scrolledBoard: Scrolled = {
  ...{ name: 'board of 5,000', serve: serveBoard, place: '', scroller: '[data-board]' },
};
const scrolledPlan: Scrolled = {
  ...{ name: 'plan of 5,000', serve: servePlan, place: '/#/plan', scroller: '[role="treegrid"]' },
};

/** P18: what a frame costs while somebody scrolls through 5,000 projects. */
const scrolling = async (
  browser: Browser,
  { sizeOf, steps }: Amounts,
  { name, serve, place, scroller }: Scrolled,
): Promise<readonly BenchRow[]> => {
  // Fewer would leave nothing to scroll through.
  const server = await serve(dist, Math.max(500, sizeOf(5_000)));
  const { page, frame } = await openBoard(browser, `${server.url}${place}`);
  const through = `(${scrollThrough})(${steps}, ${JSON.stringify(scroller)})`;
  const costs = (await frame.evaluate(through)) as number[];
  await page.close();
  await server.close();
  const sorted = [...costs].sort((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN;
  const what = `${name}: a frame while scrolling`;
  return [
    atMost({ id: 'P18', what: `${what}, p95`, value: p95, gate: 12, aim: 8, unit: 'ms' }),
    atMost({
      ...{ id: 'P18', what: `${what}, over 50 ms of ${steps}` },
      ...{ value: costs.filter((cost) => cost > 50).length, gate: 1, aim: 0, unit: '' },
    }),
  ];
};

/** The page's own heap, once collected. */
const heapOf = async (browser: Browser, size: number): Promise<number> => {
  const server = await serveBoard(dist, size);
  const { page } = await openBoard(browser, server.url);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await page.close();
  await server.close();
  return usedSize / (1_024 * 1_024);
};

/** P21: what each 10,000 projects more cost the page in memory. */
const heapPerTenThousand = async (browser: Browser, { sizeOf }: Amounts): Promise<BenchRow> => {
  const [few, many] = [sizeOf(5_000), sizeOf(50_000)];
  const grown = (await heapOf(browser, many)) - (await heapOf(browser, few));
  const value = grown / ((many - few) / 10_000);
  const what = "the tab's heap for each 10,000 projects more";
  return atMost({ id: 'P21', what, value, gate: 5, aim: 3, unit: 'MB' });
};

/** P23: what has to be fetched and run. */
const sizes = (): readonly BenchRow[] => {
  const { first, largestLazy, all } = tabSizeOf(dist);
  return [
    atMost({
      id: 'P23',
      what: 'JavaScript gz: first route',
      value: first,
      gate: 200,
      aim: 150,
      unit: 'KB',
    }),
    atMost({
      id: 'P23',
      what: 'JavaScript gz: largest lazy part',
      value: largestLazy,
      gate: 90,
      aim: 60,
      unit: 'KB',
    }),
    atMost({ id: 'P23', what: 'JavaScript gz: all', value: all, gate: 450, aim: 350, unit: 'KB' }),
  ];
};

const searches: readonly Searched[] = [
  { shownAs: 'board', size: 5_000, gate: 100 },
  { shownAs: 'board', size: 50_000, gate: 150 },
  { shownAs: 'list', size: 5_000, gate: 100 },
  { shownAs: 'list', size: 50_000, gate: 150 },
];

/** The tab's goals, on the built tab in a real browser. */
export async function* benchTab(size: Size): AsyncGenerator<BenchLine> {
  await buildIfStale();
  cpSync(join(root, 'dist/tab'), dist, { recursive: true });
  const browser = await launch();
  const many = amounts[size];
  try {
    yield { id: 'P15', measure: async () => [await againstPlain(browser, many)] };
    yield { id: 'P16', measure: async () => [await againstSmall(browser, many)] };
    yield { id: 'P17', measure: () => mounted(browser, many) };
    for (const one of [scrolledBoard, scrolledPlan])
      yield { id: 'P18', measure: () => scrolling(browser, many, one) };
    yield {
      id: 'P19',
      measure: () =>
        oneCardChanges(browser, dist, {
          ...{ large: many.sizeOf(50_000), small: many.sizeOf(500), pairs: many.pairs },
        }),
    };
    yield { id: 'P21', measure: async () => [await heapPerTenThousand(browser, many)] };
    yield { id: 'P29', measure: () => funding(browser, many) };
    yield { id: 'P29', measure: () => planning(browser, many) };
    for (const one of searches.map((each) => ({ ...each, size: many.sizeOf(each.size) })))
      yield { id: 'P20', measure: async () => [await searching(browser, one)] };
    yield { id: 'P23', measure: async () => sizes() };
  } finally {
    await browser.close();
    rmSync(dist, { recursive: true, force: true });
  }
}
