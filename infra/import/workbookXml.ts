import { getFormatFromId } from 'numfmt';
import { type Listener, NotAWorkbook, type WorkbookParts } from './workbookParts.ts';

export type SheetPlace = {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
};

const relationsOf = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels');

/** A target in a part's relations as a path in the package. */
const resolved = (from: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${from}`).pathname.slice(1);

type Relation = { readonly type: string; readonly path: string };

const relationsIn = (parts: WorkbookParts, from: string): ReadonlyMap<string, Relation> => {
  const found = new Map<string, Relation>();
  parts.read(from === '' ? '_rels/.rels' : relationsOf(from), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return;
      const { Id = '', Type = '', Target = '', TargetMode } = attributes();
      if (TargetMode === 'External') return;
      found.set(Id, { type: Type.replace(/^.*\//, ''), path: resolved(from, Target) });
    },
  });
  return found;
};

const ofType = (relations: ReadonlyMap<string, Relation>, type: string): string | undefined =>
  [...relations.values()].find((one) => one.type === type)?.path;

/** `_x000D_` is how a workbook keeps a sign that XML does not take. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;

/** Collects what is read of a text: its runs, and not how it is pronounced. */
export class TextRuns {
  #text = '';
  #inText = false;
  #unread = false;

  open(name: string): void {
    if (name === 't') this.#inText = true;
    else if (name === 'rPh') this.#unread = true;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#unread = false;
  }

  add(text: string): void {
    if (this.#inText && !this.#unread) this.#text += text;
  }

  take(): string {
    if (this.#text === '') return '';
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

const sharedStringsIn = (parts: WorkbookParts, path: string | undefined): readonly string[] => {
  const strings: string[] = [];
  const runs = new TextRuns();
  const listener: Listener = {
    open: (name) => runs.open(name),
    close: (name) => {
      runs.close(name);
      if (name === 'si') strings.push(runs.take());
    },
    text: (text) => runs.add(text),
  };
  if (path !== undefined) parts.read(path, listener);
  return strings;
};

/** The number format of each cell style. */
const patternsIn = (parts: WorkbookParts, path: string | undefined): readonly string[] => {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  const listener: Listener = {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        const { numFmtId, formatCode = '' } = attributes();
        own.set(Number(numFmtId), formatCode);
      } else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) ids.push(Number(attributes()['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  };
  if (path !== undefined) parts.read(path, listener);
  return ids.map((id) => own.get(id) ?? (getFormatFromId(id) || 'General'));
};

export type Workbook = {
  readonly sheets: readonly SheetPlace[];
  readonly from1904: boolean;
  readonly strings: readonly string[];
  readonly patterns: readonly string[];
};

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** What a workbook says of its sheets, and what they share. */
export const workbookIn = (parts: WorkbookParts): Workbook => {
  const path = ofType(relationsIn(parts, ''), 'officeDocument') ?? 'xl/workbook.xml';
  const relations = relationsIn(parts, path);
  const sheets: SheetPlace[] = [];
  let from1904 = false;
  const found = parts.read(path, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isOn(attributes()['date1904']);
      if (name !== 'sheet') return;
      const { name: title = '', id = '', state } = attributes();
      const relation = relations.get(id);
      // Sheets that hold a chart alone have no cells.
      if (relation?.type === 'worksheet')
        sheets.push({
          name: title,
          path: relation.path,
          hidden: state === 'hidden' || state === 'veryHidden',
        });
    },
  });
  if (!found || sheets.length === 0) throw new NotAWorkbook(path);
  return {
    sheets,
    from1904,
    strings: sharedStringsIn(parts, ofType(relations, 'sharedStrings')),
    patterns: patternsIn(parts, ofType(relations, 'styles')),
  };
};
