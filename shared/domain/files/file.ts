import type { PersonId } from '../person.ts';

/** Who took a document off a step, and when. */
export type FileRemoval = {
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
  /** Whether the library has let go of it too; until then the sweep looks at it. */
  readonly gone: boolean;
};

/** A document at a step. It is named in the row before it is sent, so that nobody else takes its name. */
export type StepFile = {
  /** As it is called in the library: the name it came with, and for a later one its number. */
  readonly name: string;
  /** Which of those that came under the same name at this step, from 1. */
  readonly version: number;
  /** Whole bytes. */
  readonly size: number;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
  /** Where people open it; null while it is on its way. */
  readonly link: string | null;
  /** Taken off again: its line stays, so that its name never comes to mean another document. */
  readonly removed?: FileRemoval;
};

/** Less than SharePoint's own limit for one piece (platform C3), and more than any document here. */
export const largestFile = 60 * 1_024 * 1_024;
/** What one row of the list has room for; as many lines again of what was taken off. */
export const mostFiles = 60;
const longestName = 120;

/** What the first bytes of a file are, whatever it is called; hex. */
const pdf = ['25504446'];
const zipped = ['504b0304'];
const older = ['d0cf11e0a1b11ae1'];
const jpeg = ['ffd8ff'];
const png = ['89504e470d0a1a0a'];
const rich = ['7b5c727466'];

const word = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** What may be sent: the ending, its kind, and how such a file begins; a text may begin with anything. */
export const fileKinds: Readonly<
  Record<string, { readonly type: string; readonly begins: readonly string[] }>
> = {
  pdf: { type: 'application/pdf', begins: pdf },
  docx: { type: `${word}.wordprocessingml.document`, begins: zipped },
  xlsx: { type: `${word}.spreadsheetml.sheet`, begins: zipped },
  pptx: { type: `${word}.presentationml.presentation`, begins: zipped },
  vsdx: { type: 'application/vnd.ms-visio.drawing', begins: zipped },
  odt: { type: `${open}.text`, begins: zipped },
  ods: { type: `${open}.spreadsheet`, begins: zipped },
  odp: { type: `${open}.presentation`, begins: zipped },
  doc: { type: 'application/msword', begins: older },
  xls: { type: 'application/vnd.ms-excel', begins: older },
  ppt: { type: 'application/vnd.ms-powerpoint', begins: older },
  msg: { type: 'application/vnd.ms-outlook', begins: older },
  rtf: { type: 'application/rtf', begins: rich },
  jpg: { type: 'image/jpeg', begins: jpeg },
  jpeg: { type: 'image/jpeg', begins: jpeg },
  png: { type: 'image/png', begins: png },
  txt: { type: 'text/plain', begins: [] },
  csv: { type: 'text/csv', begins: [] },
};

export type FileRefusal =
  | { readonly type: 'empty' | 'nameMissing' | 'nameEdges' | 'nameReserved' | 'wrongType' }
  | { readonly type: 'notThatType'; readonly ending: string }
  | { readonly type: 'nameSigns'; readonly signs: readonly string[] }
  | { readonly type: 'nameTooLong'; readonly longest: number }
  | { readonly type: 'tooLarge'; readonly size: number; readonly most: number }
  | { readonly type: 'tooMany'; readonly most: number };

const dotIn = (name: string): number => name.lastIndexOf('.');

export const endingOf = (name: string): string =>
  dotIn(name) > 0 ? name.slice(dotIn(name) + 1).toLowerCase() : '';

/** A Mac sends å as a and a ring; the library and the eye take them for two names. */
export const tidyName = (name: string): string => name.normalize('NFC');

/** Signs that SharePoint refuses in a name, and those nobody can see. */
const refusedSigns = /["*:<>?/\\|\p{Cc}\p{Cf}]/gu;

/** Names that Windows or SharePoint keep for themselves. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|\.lock|desktop\.ini)(?:\.|$)|_vti_|^~\$/i;

const nameRefusalOf = (name: string): FileRefusal | null => {
  if (name.trim() === '') return { type: 'nameMissing' };
  const signs = [...new Set(name.match(refusedSigns))];
  if (signs.length > 0) return { type: 'nameSigns', signs };
  if (name !== name.trim() || name.startsWith('.') || name.endsWith('.'))
    return { type: 'nameEdges' };
  if (reserved.test(name)) return { type: 'nameReserved' };
  return name.length > longestName ? { type: 'nameTooLong', longest: longestName } : null;
};

/** What is wrong with a file before anything of it has been read. */
export const fileRefusalOf = (name: string, size: number): FileRefusal | null => {
  const refusal = nameRefusalOf(name);
  if (refusal) return refusal;
  if (!Object.hasOwn(fileKinds, endingOf(name))) return { type: 'wrongType' };
  if (size === 0) return { type: 'empty' };
  return size > largestFile ? { type: 'tooLarge', size, most: largestFile } : null;
};

/** Enough to know a file by. */
export const longestBeginning = 8;

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, longestBeginning), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** A file that is called something else than it is. */
export const contentRefusalOf = (name: string, beginning: Uint8Array): FileRefusal | null => {
  const ending = endingOf(name);
  const begins = fileKinds[ending]?.begins ?? [];
  const hex = hexOf(beginning);
  return begins.length === 0 || begins.some((start) => hex.startsWith(start))
    ? null
    : { type: 'notThatType', ending };
};

/** The name that a version has in the library: the first has its own, a later one its number. */
export const numberedName = (name: string, version: number): string => {
  if (version === 1) return name;
  const dot = dotIn(name);
  return `${name.slice(0, dot)} (version ${version})${name.slice(dot)}`;
};

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The next version of a name that is free; `taken` are names the library has already. */
export const freeVersion = (
  files: readonly StepFile[],
  name: string,
  taken: readonly string[] = [],
): number => {
  const names = [...files.map((file) => file.name), ...taken];
  let version = 1;
  while (names.some((one) => sameName(one, numberedName(name, version)))) version += 1;
  return version;
};

/** It has come, and nobody has taken it off. */
export const isHere = ({ link, removed }: StepFile): boolean =>
  link !== null && removed === undefined;

/** How many of the places of a step are taken, by what is there and what is on its way. */
export const placesTaken = (files: readonly StepFile[]): number =>
  files.filter(({ removed }) => removed === undefined).length;

/** Without the oldest lines of what is gone, where there are more than the row has room for. */
export const withinRoom = (files: readonly StepFile[]): readonly StepFile[] => {
  const gone = files.filter(({ removed }) => removed?.gone === true);
  const tooOld = new Set(gone.slice(0, Math.max(0, gone.length - mostFiles)));
  return files.filter((file) => !tooOld.has(file));
};

/** What has arrived, the newest first. */
export const arrived = (files: readonly StepFile[]): readonly StepFile[] =>
  files.filter(isHere).toReversed();

/** Longer than any sending takes: the server that sent it is gone. */
const longestSendingMs = 15 * 60_000;

/** What somebody began to send, and nobody is sending any more. */
export const leftBehind = (files: readonly StepFile[], now: string): readonly StepFile[] =>
  files.filter(
    ({ link, at }) => link === null && Date.parse(now) - Date.parse(at) > longestSendingMs,
  );

/** What was taken off, and the library may still have. */
export const halfRemoved = (files: readonly StepFile[]): readonly StepFile[] =>
  files.filter(({ removed }) => removed?.gone === false);
