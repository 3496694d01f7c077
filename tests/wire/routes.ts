import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { ApiWorld, Served } from '../worlds/api/apiWorld.ts';
import type { Called } from './aDay.ts';

type Route = Served & { readonly matches: (call: string) => boolean };

const patternOf = ({ method, url }: Served): RegExp =>
  new RegExp(`^${method} ${url.replace(/:\w+/g, '[^/?]+')}(?:\\?.*)?$`);

/** `GET /api/projects/:id` as a name for a file: `api-projects-id.get`. */
export const nameOf = ({ method, url }: Served): string =>
  `${url.slice(1).replace(/[/:]+/g, '-')}.${method.toLowerCase()}`;

/** What the server has, one of each; with an address of its own before one with something in it. */
export const routesOf = ({ served }: ApiWorld): readonly Route[] =>
  [...served]
    .filter(({ method, url }) => method !== 'HEAD' && !url.includes('*'))
    .sort((a, b) => a.url.split(':').length - b.url.split(':').length)
    .map((one) => ({ ...one, matches: (call) => patternOf(one).test(call) }));

/** As the refusal of every other address. */
export const noRoute: Served = { method: 'ANY', url: '/no-route' };

export const routeOf = (routes: readonly Route[], { call }: Called): Served =>
  routes.find((route) => route.matches(call)) ?? noRoute;

const cellsOf = async (raw: Buffer): Promise<unknown> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(raw as unknown as ArrayBuffer);
  return book.worksheets.map((sheet) => {
    const rows: unknown[] = [];
    sheet.eachRow((row) =>
      rows.push([...(row.values as unknown[])].slice(1).map((cell) => cell ?? null)),
    );
    return { name: sheet.name, rows };
  });
};

const told = [
  'content-type',
  'content-disposition',
  'cache-control',
  'allow',
  'retry-after',
  'vary',
];

/** What of the headers is ours to keep; of a tag only that there is one. */
const headersOf = (headers: Called['answered']['headers']): Record<string, unknown> => ({
  ...Object.fromEntries(told.map((name) => [name, headers[name]])),
  ...(headers['etag'] === undefined ? {} : { etag: '…' }),
});

/** Of the measures only what is measured. */
const namesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (line.startsWith('#') ? line : line.replace(/ [^ ]+$/, '')));

/** What a Word document says, a paragraph a line. */
const wordsIn = (raw: Buffer): readonly string[] => {
  const document = unzipSync(raw)['word/document.xml'];
  const paragraphs = document ? strFromU8(document).split('</w:p>') : [];
  return paragraphs.map((one) => one.replace(/<[^>]*>/g, '')).filter((one) => one !== '');
};

const contentOf = async ({ answered: { body, raw, headers } }: Called): Promise<unknown> => {
  const type = String(headers['content-type'] ?? '');
  if (type.includes('spreadsheet')) return cellsOf(raw);
  if (type.includes('wordprocessing')) return wordsIn(raw);
  if (type.startsWith('image/')) return `${raw.length} bytes`;
  return type.startsWith('text/') ? namesIn(raw.toString('utf8')) : body;
};

/** A call as its fixture has it. What is long and sent is only told of. */
export const heldOf = async (called: Called): Promise<unknown> => {
  const { as, call, body, answered } = called;
  const sent = JSON.stringify(body ?? null);
  return {
    ...{
      as,
      call,
      ...(body === undefined ? {} : { body: sent.length > 20_000 ? `${sent.length} signs` : body }),
    },
    answer: {
      status: answered.status,
      headers: headersOf(answered.headers),
      body: await contentOf(called),
    },
  };
};
