import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newIdea } from '#shared/domain/project.ts';
import { lists } from '#shared/lists/all.ts';

/*
 * A Graph that costs next to nothing, in a process of its own, so that what is measured is ours:
 * sites named after the number of projects they hold, of which ten change between two deltas.
 */

const changesPerRound = 10;
const base = newIdea({
  id: 'x',
  title: 'x',
  purpose: 'Hjemmeplejen åbner døren med en app i stedet for nøgler.',
  createdAt: '2026-11-22T09:00:00Z',
  createdBy: 'Konsulent',
});

const itemText = (n: number, revision: number): string =>
  JSON.stringify({
    id: String(n),
    eTag: `"00000000-0000-4000-8000-${String(n).padStart(12, '0')},${revision}"`,
    fields: lists.projects.toFields({
      ...base,
      id: `p${n}`,
      title: `Projekt ${n}`,
      nextStep: `udgave ${revision}`,
    }),
  });

const origin = { url: '' };
const revisions = new Map<number, number>();

/** The further words of a delta: the ten projects whose turn it is. */
const changesIn = (size: number): string => {
  const round = (revisions.get(size) ?? 1) + 1;
  revisions.set(size, round);
  return Array.from({ length: changesPerRound }, (_, i) =>
    itemText(1 + ((round * 7919 + i * 104_729) % size), round),
  ).join(',');
};

const delta = (url: URL, size: number, list: string): string => {
  const path = `${origin.url}/v1.0/sites/${size}/lists/${list}/items/delta`;
  const last = (values: string) => `{"value":[${values}],"@odata.deltaLink":"${path}?token=on"}`;
  if (list !== 'Projects') return last('');
  if (url.searchParams.get('token') === 'on') return last(changesIn(size));
  const top = Number(url.searchParams.get('$top') ?? 200);
  const from = Number(url.searchParams.get('from') ?? 0);
  const until = Math.min(size, from + top);
  const values = Array.from({ length: until - from }, (_, i) => itemText(from + i + 1, 1)).join();
  if (until >= size) return last(values);
  return `{"value":[${values}],"@odata.nextLink":"${path}?$top=${top}&from=${until}"}`;
};

/** The same page each time, for measuring what reading a page costs. */
const page = `{"value":[${Array.from({ length: 200 }, (_, n) => itemText(n + 1, 1)).join()}]}`;

const answerTo = (path: string): string => {
  const url = new URL(path, 'http://service');
  const parts = url.pathname.replace(/^\/v1\.0/, '').split('/');
  const [, , site = '', , list = ''] = parts;
  if (parts[5] === 'items') return parts[6] === 'delta' ? delta(url, Number(site), list) : page;
  if (parts[3] === 'lists') {
    const all = Object.values(lists).map(({ name }) => ({ id: name, name }));
    return JSON.stringify({ value: all });
  }
  return JSON.stringify({ id: site.split(':')[0] });
};

const batch = (body: string): string => {
  const { requests } = JSON.parse(body) as { requests: { id: string; url: string }[] };
  const parts = requests.map(
    ({ id, url }) => `{"id":"${id}","status":200,"headers":{},"body":${answerTo(url)}}`,
  );
  return `{"responses":[${parts.join()}]}`;
};

const serve = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  const isBatch = (req.url ?? '').endsWith('/$batch');
  const text = isBatch ? batch(Buffer.concat(parts).toString('utf8')) : answerTo(req.url ?? '/');
  res.writeHead(200, { 'Content-Type': 'application/json' }).end(text);
};

const server = createServer((req, res) => {
  serve(req, res).catch((cause: unknown) => {
    res.writeHead(500).end(String(cause));
  });
});
server.listen(0, '127.0.0.1', () => {
  origin.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.stdout.write(`${origin.url}\n`);
});
// The one who started it holds its input open; when that ends, so does this.
process.stdin.resume().on('end', () => process.exit(0));
