import { benchAlike } from './alike.ts';
import { benchApi } from './api.ts';
import { benchAsking } from './asking.ts';
import { benchBot } from './bot.ts';
import { benchConnector } from './connector.ts';
import { benchDecision } from './decision.ts';
import { benchEmulator } from './emulator.ts';
import { benchGraph } from './graph.ts';
import { benchHistory } from './history.ts';
import { benchImport } from './import.ts';
import { benchLedger } from './ledger.ts';
import { benchMemory } from './memory.ts';
import { benchQuarter } from './quarter.ts';
import type { BenchPart } from './row.ts';
import { benchStart } from './start.ts';
import { benchStories } from './stories.ts';
import { benchTab } from './tab.ts';

/** What runs in a process of its own; the tab needs a browser beside it. */
export const partsWithoutBrowser: Readonly<Record<string, BenchPart>> = {
  graph: benchGraph,
  api: benchApi,
  bot: benchBot,
  connector: benchConnector,
  decision: benchDecision,
  start: benchStart,
  emulator: benchEmulator,
  ledger: benchLedger,
  history: benchHistory,
  memory: benchMemory,
  stories: benchStories,
  asking: benchAsking,
  import: benchImport,
  alike: benchAlike,
  quarter: benchQuarter,
};

export const parts: Readonly<Record<string, BenchPart>> = { ...partsWithoutBrowser, tab: benchTab };
