import { describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/message.ts';
import { enterPosting } from '#shared/useCases/money/enterPosting.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import type { Messenger } from '#shared/useCases/outbox/messenger.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { actor, furnish } from '../builders/portfolio.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const buy = (deps: TestDeps, key: string, ore: number) =>
  enterPosting(deps, actor('consultant'), {
    type: 'purchase',
    key,
    poolRow: '2026:area:omsorg',
    text: 'Lifte',
    ore,
  });

const marksIn = (deps: TestDeps): readonly (readonly [string, Message['state']])[] =>
  deps.stores.messages.all().map((row) => [row.value.about ?? '', row.value.state]);

describe('a pool that fills up', () => {
  it('is told to the consultant at 80 and at 100 per cent, once each', async () => {
    const deps = testDeps();
    furnish(deps.stores);
    await buy(deps, 'first-buy', 159_000_00);
    await sweep(deps, 'later');
    expect(marksIn(deps)).toEqual([]);
    await buy(deps, 'second-buy', 1_000_00);
    await sweep(deps, 'later');
    await sweep(deps, 'start');
    expect(marksIn(deps)).toEqual([['80', 'queued']]);
    await buy(deps, 'third-buy', 40_000_00);
    await Promise.all([sweep(deps, 'later'), sweep(deps, 'later')]);
    expect(marksIn(deps)).toEqual([
      ['80', 'queued'],
      ['100', 'queued'],
    ]);
  });

  it('is told of the last mark only, when it passes both at once', async () => {
    const deps = testDeps();
    furnish(deps.stores);
    await buy(deps, 'one-big-buy', 210_000_00);
    await sweep(deps, 'later');
    expect(marksIn(deps)).toEqual([
      ['80', 'dropped'],
      ['100', 'queued'],
    ]);
  });

  it('is sent once, and never drawn again', async () => {
    const deps = testDeps();
    furnish(deps.stores);
    await buy(deps, 'first-buy', 170_000_00);
    await sweep(deps, 'later');
    const sent: string[] = [];
    const messenger: Messenger = {
      send: async (message, notice) => {
        sent.push(`${message.to.type} ${notice.type}`);
        return { type: 'sent', conversationId: 'c', activityId: 'a' };
      },
      update: () => Promise.reject(new Error('a mark is not drawn again')),
      tellInFeed: () => Promise.reject(new Error('the chat is open')),
    };
    await deliver(deps, messenger);
    await deliver(deps, messenger);
    expect(sent).toEqual(['person poolMark']);
  });
});
