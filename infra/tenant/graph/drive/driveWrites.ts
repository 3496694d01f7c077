import { createHash } from 'node:crypto';
import { insertItem, removeItem, updateItem } from '../items/itemWrites.ts';
import { span } from '../rows/itemRows.ts';
import type { Call } from '../wire/call.ts';
import { demandMatch, GraphError, invalidRequest } from '../wire/call.ts';
import type { Context } from '../wire/context.ts';
import { actorOf } from '../wire/context.ts';
import type { Entry } from './driveItems.ts';
import { childNamed, childrenOf, entryByNumber, entryETag, namesIn, pathOf } from './driveItems.ts';

export type ConflictBehavior = 'fail' | 'replace' | 'rename';

export function behaviorIn(value: unknown, usual: ConflictBehavior): ConflictBehavior {
  if (value === undefined || value === null) return usual;
  if (value === 'fail' || value === 'replace' || value === 'rename') return value;
  throw invalidRequest('The conflict behavior must be fail, replace or rename.');
}

function checkName(name: string): void {
  const bad = name === '' || name.length > 255 || name.trim() !== name || name === '..';
  if (bad || /["*:<>?/\\|]/.test(name)) {
    throw invalidRequest(`The provided name '${name}' cannot be used.`);
  }
}

export interface FilePlace {
  readonly parent: Entry;
  readonly name: string;
}

/** The folder and name of a path; folders that are missing are made, as SharePoint does. */
export function placeFor(context: Context, call: Call, from: Entry, path: string): FilePlace {
  const names = [...namesIn(path)];
  const name = names.pop() ?? '';
  checkName(name);
  let parent = from;
  for (const folder of names) {
    parent =
      childNamed(context, parent, folder) ??
      makeFolder(context, actorOf(context, call.claims), parent, folder);
    if (!parent.folder) throw invalidRequest(`'${folder}' is not a folder.`);
  }
  return { parent, name };
}

export interface Put {
  readonly entry: Entry;
  readonly created: boolean;
}

export interface NewFile {
  readonly content: Buffer;
  readonly mime: string;
  readonly behavior: ConflictBehavior;
  readonly by: string;
}

/** Stores a file: a new one, or a new version of the one with that name. */
export function putFile(context: Context, call: Call, place: FilePlace, file: NewFile): Put {
  return context.store.write(() => {
    const existing = childNamed(context, place.parent, place.name);
    if (existing === undefined) {
      if (call.header('if-match') !== undefined) demandMatch(call, '"none"');
      return { entry: addFile(context, place, file), created: true };
    }
    if (existing.folder || file.behavior === 'fail') throw taken(place.name);
    if (file.behavior === 'rename') {
      const name = freeName(context, place);
      return { entry: addFile(context, { ...place, name }, file), created: true };
    }
    demandMatch(call, entryETag(existing));
    return { entry: replaceFile(context, existing, file), created: false };
  });
}

/** Whoever will not write over a file is told at once that there is one. */
export function demandFree(context: Context, place: FilePlace): void {
  if (childNamed(context, place.parent, place.name) !== undefined) throw taken(place.name);
}

function taken(name: string): GraphError {
  return new GraphError(
    409,
    'nameAlreadyExists',
    `An item with the name '${name}' already exists under the parent`,
  );
}

function freeName(context: Context, { parent, name }: FilePlace): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const free = `${stem} ${number}${ending}`;
    if (childNamed(context, parent, free) === undefined) return free;
  }
}

const hashOf = (content: Buffer): string =>
  createHash('sha256').update(content).digest('hex').toUpperCase();

function ownFields(context: Context, { parent, name }: FilePlace, size?: number) {
  const folder = pathOf(context, parent);
  return {
    FileLeafRef: name,
    LinkFilename: name,
    FileRef: folder === '' ? name : `${folder}/${name}`,
    ...(size === undefined ? {} : { FileSizeDisplay: String(size) }),
  };
}

function addFile(context: Context, place: FilePlace, file: NewFile): Entry {
  const { list } = place.parent;
  const stored = insertItem(context, list, {
    changes: [],
    by: file.by,
    contentType: 'Document',
    own: ownFields(context, place, file.content.length),
  });
  context.store.run(
    `INSERT INTO files (key, list, parent, name, nameKey, folder, mime, size, hash, cTag)
     VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?, 1)`,
    stored.key,
    list.seq,
    place.parent.number,
    place.name,
    place.name.toLowerCase(),
    file.mime,
    file.content.length,
    hashOf(file.content),
  );
  context.store.run(
    'INSERT INTO fileContents (key, content) VALUES (?, ?)',
    stored.key,
    file.content,
  );
  context.changed(list.seq);
  return entryByNumber(context, list, stored.key - list.seq * span);
}

function replaceFile(context: Context, entry: Entry, file: NewFile): Entry {
  const { list, row } = entry;
  if (row === undefined) throw invalidRequest('The root has no content.');
  updateItem(context, list, row, {
    changes: [],
    by: file.by,
    own: { FileSizeDisplay: String(file.content.length) },
  });
  context.store.run(
    'UPDATE files SET mime = ?, size = ?, hash = ?, cTag = cTag + 1 WHERE key = ?',
    file.mime,
    file.content.length,
    hashOf(file.content),
    row.key,
  );
  context.store.run('UPDATE fileContents SET content = ? WHERE key = ?', file.content, row.key);
  context.changed(list.seq);
  return entryByNumber(context, list, entry.number);
}

export function makeFolder(context: Context, by: string, parent: Entry, name: string): Entry {
  checkName(name);
  const { list } = parent;
  return context.store.write(() => {
    const stored = insertItem(context, list, {
      changes: [],
      by,
      contentType: 'Folder',
      own: ownFields(context, { parent, name }),
    });
    context.store.run(
      `INSERT INTO files (key, list, parent, name, nameKey, folder, mime, size, hash, cTag)
       VALUES (?, ?, ?, ?, ?, 1, '', 0, '', 1)`,
      stored.key,
      list.seq,
      parent.number,
      name,
      name.toLowerCase(),
    );
    return entryByNumber(context, list, stored.key - list.seq * span);
  });
}

/** Posts a folder; a name that is taken fails, gets a number, or gives the folder there is. */
export function postFolder(
  context: Context,
  call: Call,
  place: FilePlace,
  behavior: ConflictBehavior,
): Entry {
  const by = actorOf(context, call.claims);
  const existing = childNamed(context, place.parent, place.name);
  if (existing === undefined) return makeFolder(context, by, place.parent, place.name);
  if (behavior === 'rename') return makeFolder(context, by, place.parent, freeName(context, place));
  if (behavior === 'replace' && existing.folder) return existing;
  throw taken(place.name);
}

export function deleteEntry(context: Context, entry: Entry): void {
  const { row } = entry;
  if (row === undefined) throw invalidRequest('The root cannot be deleted.');
  context.store.write(() => {
    for (const child of childrenOf(context, entry)) deleteEntry(context, child);
    removeItem(context, entry.list, row);
    context.store.run('DELETE FROM files WHERE key = ?', row.key);
    context.store.run('DELETE FROM fileContents WHERE key = ?', row.key);
  });
  context.changed(entry.list.seq);
}
