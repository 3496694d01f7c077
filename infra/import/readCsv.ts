import papaparse from 'papaparse';
import { importWords } from '#shared/messages/import.ts';
import { type Read, type TableRow, tableOf } from './table.ts';

/** What Windows-1252 has where Latin-1 has nothing; Node's own decoder takes the two for one. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const fromWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);

/** UTF-8 where the bytes are, else Windows-1252 as Danish Excel writes it; null = not text at all. */
export const decode = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return bytes.includes(0) ? null : fromWindows(bytes);
  }
};

const delimiters = [';', ',', '\t'] as const;

/** The delimiter that parts the headings most often, outside quotes. */
const delimiterOf = (text: string): string => {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === '\n' || sign === '\r') && counts.size > 0) break;
    else if (!quoted && delimiters.some((one) => one === sign))
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? ';';
};

const linesIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

export const readCsv = (bytes: Uint8Array): Read => {
  const text = decode(bytes)?.replace(/^\uFEFF/, '');
  if (text === undefined) return { ok: false, problem: importWords.notText };
  const rows: TableRow[] = [];
  let line = 1;
  let seen = 0;
  papaparse.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    step: ({ data, errors, meta }) => {
      const broken = errors.some((error) => error.type === 'Quotes');
      rows.push({ line, cells: data, ...(broken ? { broken: true as const } : {}) });
      line += linesIn(text.slice(seen, meta.cursor));
      seen = meta.cursor;
    },
  });
  const table = tableOf(rows);
  return table ? { ok: true, table } : { ok: false, problem: importWords.empty };
};
