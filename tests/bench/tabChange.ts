import type { Browser, Frame } from 'playwright-core';
import { atMost, type BenchRow, ratioOf } from './row.ts';
import { type ChangingBoard, openBoard, serveChangingBoard } from './tabPages.ts';

/** A board as somebody sees it, and the server it looks at each second. */
type Seen = { readonly server: ChangingBoard; readonly frame: Frame };

/** When the board that came last had been read; everything after it is the page's own work. */
const noteReading = `(() => {
  const parse = JSON.parse;
  JSON.parse = (...given) => {
    const value = parse(...given);
    if (value && (value.projects || value.changed)) window.boardReadAt = performance.now();
    return value;
  };
})()`;

/**
 * Watches till the card with this title stands there; `cardChanged` tells how long after the reading that was
 * and how many cards were drawn for it: React gives an element new props when it is drawn again.
 */
const cardChanging = `(title) => { window.cardChanged = new Promise((resolve, reject) => {
  const board = document.querySelector('[data-board]');
  const cards = () => [...board.querySelectorAll('[data-card]')];
  const propsOf = (card) => {
    const name = Object.keys(card).find((key) => key.startsWith('__reactProps$'));
    if (name === undefined) throw new Error('React says nothing of what it has drawn');
    return card[name];
  };
  const before = new Map(cards().map((card) => [card, propsOf(card)]));
  const watch = new MutationObserver(() => {
    const at = performance.now();
    if (!board.textContent.includes(title)) return;
    watch.disconnect();
    const drawn = cards().filter((card) => before.get(card) !== propsOf(card)).length;
    resolve({ took: at - window.boardReadAt, drawn });
  });
  watch.observe(board, { subtree: true, childList: true, characterData: true });
  setTimeout(() => reject(new Error('The card never changed')), 30000);
}); }`;

const topCard = `document.querySelector('[data-board] [data-card]').getAttribute('data-card')`;

type Changed = { readonly took: number; readonly drawn: number };

const look = async (browser: Browser, dist: string, size: number): Promise<Seen> => {
  const server = await serveChangingBoard(dist, size);
  const { frame } = await openBoard(browser, server.url, undefined, noteReading);
  return { server, frame };
};

const changeOne = async ({ server, frame }: Seen, title: string): Promise<Changed> => {
  const id = String(await frame.evaluate(topCard));
  // It watches before anything changes: the page may look at the server at any moment.
  await frame.evaluate(`(${cardChanging})(${JSON.stringify(title)})`);
  server.change(id, title);
  return (await frame.evaluate('window.cardChanged')) as Changed;
};

type Sizes = { readonly large: number; readonly small: number; readonly pairs: number };

/** P19: one card changes while somebody looks at the board. */
export const oneCardChanges = async (
  browser: Browser,
  dist: string,
  { large, small, pairs }: Sizes,
): Promise<readonly BenchRow[]> => {
  const [many, few] = [await look(browser, dist, large), await look(browser, dist, small)];
  let drawn = 0;
  let times = 0;
  const change = (seen: Seen) => async () => {
    times += 1;
    const changed = await changeOne(seen, `Ændret for ${times}. gang`);
    drawn = Math.max(drawn, changed.drawn);
    return changed.took;
  };
  const value = await ratioOf(change(many), change(few), pairs);
  for (const { frame, server } of [many, few]) {
    await frame.page().close();
    await server.close();
  }
  const what = `one of ${large.toLocaleString('en')} cards changes`;
  return [
    atMost({
      ...{ id: 'P19', what: `${what}: cards drawn again` },
      ...{ value: drawn, gate: 2, aim: 1, unit: '' },
    }),
    atMost({
      ...{ id: 'P19', what: `${what}: from the board read to the card, against ${small}` },
      ...{ value, gate: 2, aim: 1.5, unit: '×' },
    }),
  ];
};
