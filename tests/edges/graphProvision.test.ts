import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connected, connect } from '#shared/graph/stores.ts';
import { provisionWords } from '#shared/words/server/provision.ts';
import { declaredLists } from '../../infra/lists/declared.ts';
import { kindOf, planOf, type SiteList } from '../../infra/lists/plan.ts';
import { provision } from '../../infra/lists/provision.ts';
import { aStep } from '../worlds/graph/graphRows.ts';
import { type GraphSite, startSite } from '../worlds/graph/graphSite.ts';

let site: GraphSite;
let admin: Connected;
let lines: string[] = [];

beforeEach(async () => {
  site = await startSite({ lists: false });
  admin = connect(site.provisioner);
  lines = [];
});
afterEach(() => site.close());

const run = (apply: boolean) =>
  provision(site.provisioner, { apply, say: (line) => lines.push(line), graph: { backoffMs: 5 } });

const change = async (method: 'PATCH' | 'DELETE' | 'POST', path: string, body?: unknown) =>
  admin.client.ask({ method, path, body, units: 2, priority: 'write' });

describe('provisioning', () => {
  it('shows what it would do and does nothing, then does it, then has nothing to do', async () => {
    expect(await run(false)).toHaveLength(declaredLists.length);
    expect(lines.at(-1)).toBe(provisionWords.howToApply);
    expect(await run(false)).toHaveLength(declaredLists.length);
    expect(await run(true)).toEqual([]);
    lines = [];
    expect(await run(true)).toEqual([]);
    expect(lines).toEqual([provisionWords.nothing]);
  });

  it('makes lists with Danish titles, English addresses, indexes and unique keys', async () => {
    await run(true);
    const path = await admin.site.pathOf('Requests');
    expect((await admin.client.get(path, 1))['displayName']).toBe('Anmodninger');
    const columns = await admin.client.get(`${path}/columns`, 2);
    const named = new Map(
      (columns['value'] as Record<string, unknown>[]).map((c) => [c['name'], c]),
    );
    expect(named.get('Key')).toMatchObject({ indexed: true, enforceUniqueValues: true });
    expect(named.get('ProjectId')).toMatchObject({ indexed: true, enforceUniqueValues: false });
    expect(named.get('AskOre')).toMatchObject({ displayName: 'Beløb, øre', number: {} });
  });

  it('puts back a column, an index, a unique key and a choice that are missing', async () => {
    await run(true);
    const steps = await admin.site.pathOf('Steps');
    await change('DELETE', `${steps}/columns/Note`);
    await change('PATCH', `${steps}/columns/ProjectId`, { indexed: false });
    await change('PATCH', `${steps}/columns/Key`, { enforceUniqueValues: false });
    await change('PATCH', `${steps}/columns/Code`, { choice: { choices: ['evaluation'] } });
    const plan = await run(false);
    expect(plan.map((step) => step.type).sort()).toEqual(
      ['addColumn', 'addIndex', 'makeUnique', 'setChoices'].sort(),
    );
    expect(await run(true)).toEqual([]);
    expect(await run(false)).toEqual([]);
  });

  it('leaves a column of another type to people, and says so', async () => {
    await change('POST', `/sites/${await admin.site.id()}/lists`, {
      displayName: 'Steps',
      list: { template: 'genericList' },
      columns: [{ name: 'Minutes', text: {} }],
    });
    const left = await run(true);
    expect(left.map((step) => step.type)).toEqual(['otherKind']);
    expect(lines.some((line) => line.includes('Steps.Minutes'))).toBe(true);
  });

  it('keeps the titles people have given, and the columns they have added', async () => {
    await run(true);
    const steps = await admin.site.pathOf('Steps');
    await change('PATCH', steps, { displayName: 'Vores trin' });
    await change('POST', `${steps}/columns`, { name: 'Egen', text: {} });
    expect(await run(true)).toEqual([]);
    const graph = site.connect();
    await graph.mirror.load();
    const { row } = await graph.stores.steps.insert(aStep('a'));
    expect((await graph.stores.steps.read('a'))?.value).toEqual(row.value);
  });

  it('makes each list once when the answers are lost', async () => {
    site.trouble(
      { fault: '504-but-stored', method: 'POST', path: '/lists$', times: 3 },
      { fault: 'reset', method: 'POST', path: '/lists$', after: 3, times: 2 },
    );
    expect(await run(true)).toEqual([]);
    site.trouble();
    const all = await admin.client.get(`/sites/${await admin.site.id()}/lists`, 2);
    const names = (all['value'] as { name: string }[]).map((list) => list.name);
    for (const list of declaredLists)
      expect(names.filter((name) => name === list.name)).toHaveLength(1);
  });

  it('is denied to the server itself, which may only read and write rows', async () => {
    await expect(
      provision(site.config, { apply: true, say: () => undefined }),
    ).rejects.toMatchObject({ code: 'graph.denied' });
  });

  it('missing is a fault that names the list', async () => {
    const graph = site.connect();
    await expect(graph.mirror.load()).rejects.toMatchObject({
      code: 'graph.rejected',
      context: { problem: 'listMissing' },
    });
    await run(true);
    await graph.mirror.load();
    expect(graph.mirror.isLoaded).toBe(true);
  });
});

describe('the plan', () => {
  const perfect: readonly SiteList[] = declaredLists.map((list) => ({
    id: list.name,
    name: list.name,
    displayName: list.title,
    columns: list.columns.map((column) => ({
      ...column,
      id: column.name,
      kind: kindOf(column.facet),
      choices: 'choice' in column.facet ? column.facet.choice.choices : [],
    })),
  }));

  it('of a site that is as it should be is empty', () => {
    expect(planOf(declaredLists, perfect)).toEqual([]);
  });

  it('notices each single thing that is missing', () => {
    for (const [at, list] of perfect.entries())
      for (const column of list.columns) {
        const without = { ...list, columns: list.columns.filter((one) => one !== column) };
        expect(planOf(declaredLists, perfect.with(at, without))).toHaveLength(1);
        if (!column.indexed) continue;
        const bare = { ...column, indexed: false, enforceUniqueValues: false };
        const unindexed = list.columns.map((one) => (one === column ? bare : one));
        expect(
          planOf(declaredLists, perfect.with(at, { ...list, columns: unindexed })),
        ).toHaveLength(1);
      }
  });
});
