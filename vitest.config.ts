import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { Sequence } from './tests/sequence.ts';

const minute = 60_000;
const cores = availableParallelism();
const servers = [
  'tests/bench.test.ts',
  'tests/benchSlow.test.ts',
  'tests/import/command.test.ts',
  'tests/import/sampleCutOff.test.ts',
  'tests/journeys/delivery.test.ts',
];
const expect = { poll: { timeout: minute } };

/**
 * Quick tests run side by side, browser tests and those that kill processes two and two, each in a
 * world of its place. No limit here is a measure of speed: it is there for what never ends, on a
 * machine that does other work.
 */
export default defineConfig({
  test: {
    silent: 'passed-only',
    // A fixture that is missing is a failure, not a new one; `-u` writes them on purpose.
    update: 'none',
    sequence: { sequencer: Sequence },
    projects: [
      {
        test: {
          name: 'quick',
          expect,
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/faults/**', 'tests/runtimes/**', ...servers],
          maxWorkers: cores,
          isolate: false,
          testTimeout: 3 * minute,
          hookTimeout: 6 * minute,
        },
      },
      {
        test: {
          // Not among what one runs all day: they wait for servers, processes and timings.
          name: 'servers',
          expect,
          include: servers,
          maxWorkers: cores,
          isolate: false,
          testTimeout: 3 * minute,
          hookTimeout: 6 * minute,
        },
      },
      {
        test: {
          // What another Node is likeliest to do otherwise: start, store, sign, format, compress.
          name: 'runtimes',
          expect,
          include: ['tests/{runtimes,wire}/**/*.test.ts'],
          // Two Nodes play at the same time, and files that share a place share what they import.
          maxWorkers: 1,
          isolate: false,
          testTimeout: 3 * minute,
          hookTimeout: 6 * minute,
        },
      },
      {
        test: {
          name: 'faults',
          expect,
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/worlds/processes/programs.ts'],
          maxWorkers: Math.min(cores, 2),
          maxConcurrency: cores,
          testTimeout: 20 * minute,
          hookTimeout: 5 * minute,
        },
      },
      {
        test: {
          name: 'browser',
          expect,
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/worlds/browser/startOnce.ts'],
          maxWorkers: Math.min(cores, 2),
          isolate: false,
          testTimeout: 5 * minute,
          hookTimeout: 5 * minute,
        },
      },
    ],
  },
});
