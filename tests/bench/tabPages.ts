import type { Browser, Frame, Page } from 'playwright-core';
import { postingsAtOnce } from '#shared/contract/economy.ts';
import { aBoard, aMeReply } from '../builders/board.ts';
import { aGrant, anEconomy, aPosting } from '../builders/economy.ts';
import { aPlanReply, aPlanRow } from '../builders/plan.ts';
import { type Answering, startTabServer, type TabServer } from './tabServer.ts';

/** What the tab asks for when the board opens, answered with a board of this size. */
const answeringWith = (size: number): Answering => {
  const board = JSON.stringify(aBoard(size));
  const me = JSON.stringify(aMeReply());
  return (_method, path) => {
    if (path === '/api/board') return { json: board, etag: `"${size}"` };
    return path === '/api/me' ? { json: me, etag: '"me"' } : null;
  };
};

/** Økonomi with as many projects to choose among, and as many postings as it shows at once. */
const money = (size: number): string => {
  const projects = Array.from({ length: size }, (_, index) => ({
    id: `P${index}`,
    title: `Skærmbesøg i hjemmeplejen, nummer ${index}`,
  }));
  const postings = Array.from({ length: postingsAtOnce }, (_, index) =>
    aPosting({ id: `2026:area:omsorg:${index + 1}`, seq: index + 1, cause: `c${index}` }),
  );
  const grants = projects
    .slice(0, 60)
    .map(({ id, title }) => aGrant({ requestId: `${id}-gate1-1`, projectId: id, title }));
  return JSON.stringify(anEconomy({ projects, postings, found: size * 20, grants }));
};

export const serveMoney = (
  dist: string,
  size: number,
  pages: Readonly<Record<string, string>> = {},
): Promise<TabServer> => {
  const economy = money(size);
  const me = JSON.stringify(aMeReply());
  return startTabServer(
    dist,
    (_method, path) => {
      if (path.startsWith('/api/economy')) return { json: economy, etag: `"${size}"` };
      return path === '/api/me' ? { json: me, etag: '"me"' } : null;
    },
    pages,
  );
};

/** The plan with as many bars, each some months long, over three years. */
const plan = (size: number): string => {
  const at = (index: number): string =>
    `${2026 + (Math.floor(index / 12) % 3)}-${String((index % 12) + 1).padStart(2, '0')}`;
  const rows = Array.from({ length: size }, (_, index) =>
    aPlanRow({
      ...{ id: `P${index}`, title: `Skærmbesøg i hjemmeplejen, nummer ${index}` },
      area: ['social', 'sundhed', 'omsorg'][index % 3] ?? 'social',
      plan: { start: at(index % 30), end: at((index % 30) + 5), hours: index % 3 },
      milestones: (['trialStart', 'agreements', 'evaluation'] as const).map((code, place) => ({
        ...{ code, due: `${at((index % 30) + place + 1)}-15` },
      })),
    }),
  );
  return JSON.stringify(aPlanReply(rows));
};

export const servePlan = (
  dist: string,
  size: number,
  pages: Readonly<Record<string, string>> = {},
): Promise<TabServer> => {
  const reply = plan(size);
  const me = JSON.stringify(aMeReply());
  return startTabServer(
    dist,
    (_method, path) => {
      if (path === '/api/plan') return { json: reply, etag: `"${size}"` };
      return path === '/api/me' ? { json: me, etag: '"me"' } : null;
    },
    pages,
  );
};

export const serveBoard = (
  dist: string,
  size: number,
  pages: Readonly<Record<string, string>> = {},
): Promise<TabServer> => startTabServer(dist, answeringWith(size), pages);

export type ChangingBoard = TabServer & {
  /** One project is called something else from now on. */
  readonly change: (id: string, title: string) => void;
};

/** A board in which a project changes while it is looked at. */
export const serveChangingBoard = async (dist: string, size: number): Promise<ChangingBoard> => {
  const me = JSON.stringify(aMeReply());
  let board = aBoard(size);
  let changes = 0;
  let json = JSON.stringify(board);
  let last = '';
  const { projects: _, people: __, ...around } = board;
  const since = (etag: string) => (etag === `"${changes - 1}"` ? last : null);
  const server = await startTabServer(dist, (_method, path) => {
    if (path === '/api/board') return { json, etag: `"${changes}"`, since };
    return path === '/api/me' ? { json: me, etag: '"me"' } : null;
  });
  return {
    ...server,
    change: (id, title) => {
      const projects = board.projects.map((one) => (one.id === id ? { ...one, title } : one));
      board = { ...board, projects };
      json = JSON.stringify(board);
      const changed = projects.filter((one) => one.id === id);
      last = JSON.stringify({ ...around, changed, gone: [] });
      changes += 1;
    },
  };
};

export const tabFrame = async (page: Page): Promise<Frame> => {
  const element = await page.waitForSelector('#tab');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The tab has no frame');
  return frame;
};

const painted = (): boolean =>
  performance.getEntriesByType('mark').some(({ name }) => name.endsWith(':painted'));

/** Opens a page of the tab afresh and waits until its first picture stands there. */
export const openBoard = async (
  browser: Browser,
  url: string,
  viewport = { width: 1440, height: 900 },
  /** Run in the page before anything else, for what can only be seen from the beginning. */
  first = '',
): Promise<{ readonly page: Page; readonly frame: Frame }> => {
  const page = await browser.newPage({ viewport });
  await page.addInitScript(first);
  await page.goto(url);
  const frame = await tabFrame(page);
  await frame.waitForFunction(painted, undefined, { polling: 20, timeout: 60_000 });
  return { page, frame };
};

const fromMarks = `(() => {
  const marks = performance.getEntriesByType('mark');
  const at = (ending) => marks.find(({ name }) => name.endsWith(ending)).startTime;
  return at(':painted') - at(':data');
})()`;

/** Milliseconds from the page's data being there to its first picture. */
export const firstPaint = async (browser: Browser, url: string): Promise<number> => {
  const { page, frame } = await openBoard(browser, url);
  const took = Number(await frame.evaluate(fromMarks));
  await page.close();
  return took;
};

const snapshot = `({
  css: [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join('\\n'),
  html: document.getElementById('root').innerHTML,
})`;

/** The very picture the tab shows, as plain HTML: the least a browser can do to show it. */
export const plainPage = async (browser: Browser, url: string): Promise<string> => {
  const { page, frame } = await openBoard(browser, url);
  const { css, html } = (await frame.evaluate(snapshot)) as { css: string; html: string };
  await page.close();
  const text = JSON.stringify(html).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Plain</title><style>${css}
html,body,#root{height:100%;margin:0}</style></head><body><div id="root"></div><script>
const html = ${text};
addEventListener('load', () => setTimeout(() => {
  performance.mark('board:data');
  document.getElementById('root').innerHTML = html;
  requestAnimationFrame(() => setTimeout(() => performance.mark('board:painted'), 0));
}, 50));
</script></body></html>`;
};

export const plainPaint = async (browser: Browser, url: string): Promise<number> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.waitForFunction(painted, undefined, { polling: 20, timeout: 60_000 });
  const took = Number(await page.evaluate(fromMarks));
  await page.close();
  return took;
};
