import { messageAbout, unsent } from '#shared/domain/message.ts';
import { approvalMatter } from '#shared/useCases/matters/approvalMatter.ts';
import { chefCommentMatter } from '#shared/useCases/matters/chefCommentMatter.ts';
import { interestMatter } from '#shared/useCases/matters/interestMatter.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { toldBy } from '../builders/edits.ts';
import { aProject, chefs, now, people } from '../builders/request.ts';
import { HeldStores, type Told } from '../worlds/memory/heldStores.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';
import { atMost, type BenchLine, type BenchRow, ratioOf, type Size } from './row.ts';

const amounts = {
  full: { few: 500, lots: 50_000, waiting: 100, times: 200, pairs: 9 },
  small: { few: 20, lots: 60, waiting: 10, times: 1, pairs: 1 },
} as const satisfies Record<Size, unknown>;

/** What one was asked of one project about; in all but some it was taken back. */
const asked = (p: number, waits: boolean): readonly Told[] =>
  toldBy([
    ['approval', p, 0],
    ['chefComment', p, 0],
    ['interest', p, 0],
    ...(waits ? [] : ([['approval', p, 1]] as const)),
  ]);

/** As many projects, each with an approval, a chef's comment and a question of interest. */
const filled = (many: number, waiting: number) => {
  const held = new HeldStores();
  let messages = 0;
  const put = (value: Told<'messages'>['value']): void => {
    messages += 1;
    held.tell({ list: 'messages', seq: messages, value });
  };
  people.forEach((value, at) => void held.tell({ list: 'people', seq: at + 1, value }));
  for (let p = 0; p < many; p += 1) {
    const waits = p % (many / waiting) === 0;
    const project = aProject({ id: `p${p}`, phase: waits ? 'idea' : 'trial' });
    held.tell({ list: 'projects', seq: p + 1, value: project });
    for (const told of asked(p, waits)) held.tell(told);
  }
  const { stores } = held;
  const insert: Deps['stores']['messages']['insert'] = async (value) => {
    put(value);
    const row = stores.messages.get(value.id);
    if (!row) throw new Error('The message is not there');
    return { type: 'inserted', row };
  };
  const deps: Deps = {
    ...testDeps(),
    stores: { ...stores, messages: { ...stores.messages, insert } },
  };
  return { deps, put };
};

const kinds = [approvalMatter, chefCommentMatter, interestMatter];

const tell = async (deps: Deps): Promise<number> => {
  let told = 0;
  for (const kind of kinds) told += await kind.byClock(deps);
  return told;
};

/** The scheduler after some message was put in meanwhile, as by every decision. */
const telling = async (many: number, { waiting, times }: (typeof amounts)[Size]) => {
  const { deps, put } = filled(many, waiting);
  if ((await tell(deps)) < waiting) throw new Error('nobody was told of what waits');
  let more = 0;
  return async (): Promise<number> => {
    const began = performance.now();
    for (let time = 0; time < times; time += 1) {
      more += 1;
      put({
        ...{ id: `another:ended::${more}`, kind: 'ended', ...messageAbout.request('x', null) },
        ...{ to: { type: 'person', id: chefs.social.id }, ...unsent, createdAt: now },
      });
      if ((await tell(deps)) > 0) throw new Error('told again');
    }
    return performance.now() - began;
  };
};

/** What is told of is found without looking at the rest: as many wait, among few and among many. */
const withSomeWaiting = async (size: Size): Promise<readonly BenchRow[]> => {
  const { few, lots, pairs } = amounts[size];
  const [many, some] = [await telling(lots, amounts[size]), await telling(few, amounts[size])];
  const value = await ratioOf(many, some, pairs);
  const each = 'projects with an approval, a comment and an interest';
  const what = `the scheduler after another message, ${lots.toLocaleString('en')} ${each}, against ${few}`;
  return [atMost({ id: 'B10', what, value, gate: 2, aim: 1.2, unit: '×' })];
};

export async function* benchAsking(size: Size): AsyncGenerator<BenchLine> {
  yield { id: 'B10', measure: () => withSomeWaiting(size) };
}
