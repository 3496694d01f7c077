import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../infra/tenant/graph/routes.ts';
import { openStore } from '../../infra/tenant/store/store.ts';
import { asAdmin, GraphUnderTest } from '../worlds/tenant/graphHarness.ts';

const graph = new GraphUnderTest();
let list = '';
beforeAll(async () => {
  await graph.start();
  list = await graph.aList();
  await graph.post(`${list}/items`, { fields: { Key: 'there' } });
});
afterAll(() => graph.stop());

describe('whatever is sent', () => {
  const nonsense = fc.oneof(
    fc.constantFrom('', '0', '-1', '999', '$count', "'", '%00', '..', 'root:', ':', 'ø', 'a(b)'),
    fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(text)),
  );
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.record({
      fields: fc.dictionary(
        fc.constantFrom('Key', 'Amount', 'Due', 'Tags', 'x'),
        fc.jsonValue({ maxDepth: 1 }),
      ),
    }),
  );
  const query = fc.oneof(
    fc.constant(''),
    fc
      .tuple(
        fc.constantFrom('$filter', '$top', '$select', '$expand', '$skiptoken', 'token', '$orderby'),
        fc.oneof(
          fc.string({ maxLength: 20 }),
          fc.constantFrom(
            "fields/Key eq 'x'",
            'fields($select=)',
            'fields/Key eq',
            "fields/Amount lt 'x'",
          ),
        ),
      )
      .map(([name, text]) => `?${name}=${encodeURIComponent(text)}`),
  );

  it('is answered with a clear no, never with a crash', async () => {
    const [, site = '', listId = ''] = /\/sites\/([^/]+)\/lists\/(.+)/.exec(list) ?? [];
    const parts = (path: string, odd: readonly string[]) => {
      let at = 0;
      return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        at += 1;
        if (name === 'site') return site;
        if (name === 'list') return listId;
        return odd[at % odd.length] ?? '';
      });
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          ...routes.filter((one) => one.method !== 'DELETE' || one.path.includes('{item}')),
        ),
        fc.array(nonsense, { minLength: 1, maxLength: 4 }),
        query,
        value,
        async (route, odd, options, body) => {
          const sent = ['GET', 'DELETE'].includes(route.method) ? undefined : body;
          const address = `${parts(route.path, odd)}${options}`;
          const answer = await graph.send(route.method, address, sent, { authorization: asAdmin });
          expect(answer.status, `${route.method} ${address} ${JSON.stringify(body)}`).toBeLessThan(
            500,
          );
        },
      ),
      { numRuns: 1500, seed: 20261122 },
    );
    expect(
      (await graph.get(`${list}/items?$filter=fields/Key eq 'there'`)).body.value,
    ).toHaveLength(1);
  });

  it('as a batch too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            value,
            fc.record({
              id: fc.string(),
              method: fc.constantFrom('GET', 'POST', 'X'),
              url: fc.string(),
              body: value,
            }),
          ),
          { maxLength: 4 },
        ),
        async (requests) => {
          expect((await graph.post('/$batch', { requests })).status).toBeLessThan(500);
        },
      ),
      { numRuns: 300, seed: 20261122 },
    );
  });
});

describe('a process that is killed', () => {
  it('has kept everything it answered', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'tenant-kill-'));
    const store = new URL('../../infra/tenant/store/store.ts', import.meta.url);
    const script = join(dir, 'writer.mts');
    writeFileSync(
      script,
      `import { openStore } from ${JSON.stringify(pathToFileURL(fileURLToPath(store)).href)};
       const store = openStore(${JSON.stringify(join(dir, 'data'))});
       for (let n = 1; ; n += 1) {
         store.write(() => store.run('INSERT INTO graph_settings (name, value) VALUES (?, ?)', 'n' + n, 'x'));
         console.log(n);
       }`,
    );
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      told = Number(line);
      if (told === 200) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const after = openStore(join(dir, 'data'));
    const [count] = after.get("SELECT count(*) FROM graph_settings WHERE name LIKE 'n%'") ?? [];
    expect(told).toBeGreaterThanOrEqual(200);
    expect(Number(count)).toBeGreaterThanOrEqual(told);
    after.close();
    rmSync(dir, { recursive: true, force: true });
  });
});
