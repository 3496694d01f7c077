import { strToU8, zipSync } from 'fflate';

/** A sheet of a workbook made by hand, so that a test can hold what no writer would write. */
export type SheetParts = {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** The rows as XML, inside `sheetData`. */
  readonly rows: string;
  /** What follows `sheetData`: merges, filters, links. */
  readonly after?: string;
  readonly before?: string;
  /** The name of its part. */
  readonly part?: string;
};

export type WorkbookParts = {
  readonly sheets: readonly SheetParts[];
  /** Number formats of the cells' styles 1, 2, …; a number is a built-in one. */
  readonly formats?: readonly (string | number)[];
  readonly sharedStrings?: readonly string[];
  readonly date1904?: boolean;
  /** The namespace prefix of every element. */
  readonly prefix?: string;
  readonly namespace?: string;
  readonly more?: Readonly<Record<string, string>>;
};

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A cell with its text in it. */
export const text = (ref: string, value: string, style = 0): string =>
  `<c r="${ref}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;

export const number = (ref: string, value: number | string, style = 0): string =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`;

export const row = (at: number, cells: string, attributes = ''): string =>
  `<row r="${at}" ${attributes}>${cells}</row>`;

/** A row of texts from column A on. */
export const texts = (at: number, ...values: readonly string[]): string =>
  row(
    at,
    values.map((value, place) => text(`${String.fromCharCode(65 + place)}${at}`, value)).join(''),
  );

const styles = (formats: readonly (string | number)[]): string => {
  const own = formats.flatMap((format, place) =>
    typeof format === 'string'
      ? [`<numFmt numFmtId="${200 + place}" formatCode="${escaped(format)}"/>`]
      : [],
  );
  const xfs = formats.map(
    (format, place) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + place}"/>`,
  );
  return `<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${xfs.join('')}</cellXfs></styleSheet>`;
};

/** Every element under a prefix, as some programs write them: `<x:row>` for `<row>`. */
const prefixed = (xml: string, prefix: string | undefined): string =>
  prefix === undefined
    ? xml
    : xml
        .replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}:`)
        .replace(/ xmlns="/g, ` xmlns:${prefix}="`);

const partOf = (sheet: SheetParts, place: number): string =>
  sheet.part ?? `worksheets/sheet${place + 1}.xml`;

const sheetXml = (sheet: SheetParts, namespace: string): string =>
  `<worksheet xmlns="${namespace}" xmlns:r="${documents}">${sheet.before ?? ''}<sheetData>${sheet.rows}</sheetData>${sheet.after ?? ''}</worksheet>`;

/** A workbook's bytes. */
export const aWorkbook = ({ sheets, prefix, ...parts }: WorkbookParts): Uint8Array => {
  const namespace = parts.namespace ?? main;
  const named = sheets.map(
    ({ name, state }, place) =>
      `<sheet name="${name ?? `Ark${place + 1}`}" sheetId="${place + 1}"${state ? ` state="${state}"` : ''} r:id="rId${place + 1}"/>`,
  );
  const related = sheets.map(
    (sheet, place) =>
      `<Relationship Id="rId${place + 1}" Type="${documents}/worksheet" Target="${partOf(sheet, place)}"/>`,
  );
  const strings = (parts.sharedStrings ?? []).map((item) => `<si>${item}</si>`).join('');
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': prefixed(
      `<workbook xmlns="${namespace}" xmlns:r="${documents}"><workbookPr${parts.date1904 ? ' date1904="1"' : ''}/><sheets>${named.join('')}</sheets></workbook>`,
      prefix,
    ),
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${related.join('')}<Relationship Id="rIdA" Type="${documents}/styles" Target="styles.xml"/><Relationship Id="rIdB" Type="${documents}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': prefixed(styles(parts.formats ?? []), prefix),
    'xl/sharedStrings.xml': prefixed(`<sst xmlns="${namespace}">${strings}</sst>`, prefix),
    ...parts.more,
  };
  for (const [place, sheet] of sheets.entries())
    files[`xl/${partOf(sheet, place)}`] = prefixed(sheetXml(sheet, namespace), prefix);
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(head + xml)])),
  );
};
