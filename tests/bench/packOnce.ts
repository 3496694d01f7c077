import { defaultAreas } from '#shared/domain/area.ts';
import { seededPools } from '#shared/domain/funding.ts';
import { quarterPage } from '#shared/useCases/pages/quarterPage.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { quarterViewOf, requestsOn } from '#shared/useCases/quarter/quarters.ts';
import { people } from '../builders/portfolio.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';
import { largePortfolio } from './largePortfolio.ts';

/*
 * The pack of a kvartalsstatus with so many gates on its agenda, in a process of its own: the page,
 * the document and the slides. Says how long it took, and what the process came to hold by it.
 */

const size = Number(process.argv[2]);
const day = '2027-01-14';
const deps = testDeps(largePortfolio(size));
const { stores } = deps;
stores.people.put(...people);
stores.pools.put(...seededPools(2026, defaultAreas));
stores.settings.put({
  ...{ id: 'quarterlyStatusDays', lastChange: null },
  value: JSON.stringify([day]),
});
const seats = defaultAreas.map(({ id }) => id);
stores.requests.rows.clear();
stores.requests.put(
  ...stores.projects.all().map(({ value }) => ({
    ...{ id: `${value.id}-gate1-1`, projectId: value.id, gate: 'gate1' as const, round: 1 },
    ...{ askedBy: 'consultant', askedByName: 'Konsulent', askedAt: '2026-11-02T09:30:00Z' },
    ...{ askOre: 10_000_00, shares: [{ pool: 'common' as const, ore: 10_000_00 }] },
    decider: { type: 'chefgruppe' as const, seats },
    why: { type: 'commonPool' as const },
    paper: { link: '', version: '', minutes: null },
    ...{ previous: null, closedAt: null },
  })),
);

const megabyte = 1_024 * 1_024;
const before = process.memoryUsage.rss();
const started = performance.now();
const view = quarterViewOf(deps, day);
if (!view) throw new Error('There is no kvartalsstatus that day');
const requests = requestsOn(deps, view);
if (requests.length !== size) throw new Error(`${requests.length} gates of ${size} are on it`);
const page = quarterPage(deps, actorOf(deps, 'consultant', ''), view);
const facts = page.points.map((point) => point.facts);
const word = await deps.minutesWordOf({ view, requests, facts });
const deck = await deps.deckOf({ view, requests, facts });
const ms = performance.now() - started;
const { maxRSS } = process.resourceUsage();
console.log(
  JSON.stringify({
    ms,
    mb: maxRSS / 1_024 - before / megabyte,
    bytes: Math.min(word.bytes.length, deck.bytes.length),
  }),
);
