import { createHash } from 'node:crypto';
import {
  type ActivityFeed,
  Fault,
  type FeedEntry,
  type ToldInFeed,
} from '#shared/useCases/ports.ts';
import type { GraphClient } from './client.ts';
import { type Call, isDone, problemIn, type Reply } from './reply.ts';

/** As many characters as Teams shows (platform A13). */
const longestPreview = 150;
/** Somebody's chat waits meanwhile, so it is given up soon and tried with the next trial. */
const patienceMs = 3_000;
const timeoutMs = 5_000;

/** Thirteen hex digits: the largest number that is whole in JavaScript too. */
const chainOf = (chain: string): number =>
  Number.parseInt(createHash('sha256').update(chain).digest('hex').slice(0, 13), 16);

const bodyOf = (entry: FeedEntry) => ({
  topic: { source: 'text', value: entry.what, webUrl: entry.link },
  activityType: entry.activityType,
  previewText: { content: entry.preview.slice(0, longestPreview) },
  templateParameters: [{ name: 'what', value: entry.what }],
  chainId: chainOf(entry.chain),
});

/** Graph answers 403 both when the app is not there and when we have no leave to write at all. */
const toldBy = (reply: Reply): ToldInFeed => {
  if (isDone(reply)) return { type: 'told' };
  const { code, message } = problemIn(reply);
  if (reply.status === 403 && /installed/i.test(message)) return { type: 'notInstalled' };
  return { type: 'failed', problem: `${reply.status} ${code}` };
};

/** Entries in people's activity feeds, for when the chat is closed to the bot. */
export class GraphActivityFeed implements ActivityFeed {
  readonly #client: GraphClient;

  constructor(client: GraphClient) {
    this.#client = client;
  }

  async tell(entry: FeedEntry): Promise<ToldInFeed> {
    const call: Call = {
      method: 'POST',
      path: `/users/${encodeURIComponent(entry.personId)}/teamwork/sendActivityNotification`,
      body: bodyOf(entry),
      units: 1,
      priority: 'write',
      // The chain makes twice the same as once.
      repeatable: true,
      patienceMs,
      timeoutMs,
    };
    try {
      return toldBy(await this.#client.send(call));
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown;
      return { type: 'failed', problem: thrown.code };
    }
  }
}
