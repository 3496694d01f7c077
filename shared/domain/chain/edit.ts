import { dayOf } from '../day.ts';
import { may } from '../permissions.ts';
import type { Actor, PersonId } from '../person.ts';
import type { Phase } from '../phase.ts';
import { isOver, type Project, type ProjectId } from '../project.ts';
import { done, type Result, refused } from '../result.ts';
import { cprLikeIn } from '../stories/privacy.ts';
import {
  type Chain,
  type ChainColumn,
  type ChainEdge,
  type ChainLink,
  type EdgeRefusal,
  emptyChain,
  hasEdge,
  type LinkDetails,
  type LinkId,
  linkIn,
  longestLinkText,
  longestWho,
  mostEdges,
  mostLinks,
  touching,
  whyNoEdge,
} from './chain.ts';
import { after, aspectOf, backOf, type ChainOp, edgesLost } from './op.ts';
import { type Rows, rowForNew } from './place.ts';
import { type ChainVersion, chainVersions } from './versions.ts';

export const chainEditKinds = [
  'added',
  'removed',
  'written',
  'detailed',
  'arranged',
  /** To another column. */
  'moved',
  'joined',
  'parted',
  /** An earlier edit is taken back; taken back itself, it is done again. */
  'undone',
  /** How the chain is now is kept as the version of a phase. */
  'kept',
] as const;
export type ChainEditKind = (typeof chainEditKinds)[number];

/** One edit of a project's chain, numbered. Never edited itself. */
export type ChainEvent = {
  readonly id: string;
  readonly cause: string;
  readonly seq: number;
  readonly projectId: ProjectId;
  readonly kind: ChainEditKind;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
  /** The phase the project was in. */
  readonly phase: Phase;
  /** With *kept*: which version. */
  readonly version: ChainVersion | null;
  readonly op: ChainOp | null;
  /** What takes it back. */
  readonly back: ChainOp | null;
};

/** What the edits of a project's chain come to. */
export type ChainNow = {
  readonly projectId: ProjectId;
  /** The number of the newest edit. */
  readonly revision: number;
  readonly chain: Chain;
  readonly events: readonly ChainEvent[];
};

const inOrder = (events: readonly ChainEvent[]): readonly ChainEvent[] =>
  [...new Map(events.map((event) => [event.seq, event])).values()].sort((a, b) => a.seq - b.seq);

/** Edits one after another, as far as their numbers follow. */
const unbroken = (events: readonly ChainEvent[]): readonly ChainEvent[] => {
  const ordered = inOrder(events);
  const gap = ordered.findIndex(({ seq }, at) => seq !== at + 1);
  return gap < 0 ? ordered : ordered.slice(0, gap);
};

export const chainAfter = (events: readonly ChainEvent[]): Chain =>
  events.reduce((chain, { op }) => (op === null ? chain : after(chain, op)), emptyChain);

export const chainNowOf = (projectId: ProjectId, events: readonly ChainEvent[]): ChainNow => {
  const known = unbroken(events);
  return { projectId, revision: known.length, chain: chainAfter(known), events: known };
};

/** The same, with edits that were not known: only they are done. */
export const withChainEvents = (now: ChainNow, events: readonly ChainEvent[]): ChainNow => {
  const [next, ...more] = inOrder(events.filter(({ seq }) => seq > now.revision));
  if (next?.seq !== now.revision + 1) return now;
  return withChainEvents(
    {
      ...now,
      revision: next.seq,
      chain: next.op === null ? now.chain : after(now.chain, next.op),
      events: [...now.events, next],
    },
    more,
  );
};

export type NewLink = Partial<LinkDetails> & {
  readonly id: LinkId;
  readonly column: ChainColumn;
  readonly text: string;
  /** Left out: beside what it is tied to. */
  readonly row?: number | undefined;
};

/** What somebody does to a chain. */
export type ChainGiven =
  | { readonly type: 'added'; readonly link: NewLink; readonly edges: readonly ChainEdge[] }
  | { readonly type: 'removed'; readonly id: LinkId }
  | {
      readonly type: 'written';
      readonly id: LinkId;
      readonly text: string;
      /** The keys of the texts whose place it takes. */
      readonly seen: readonly string[];
    }
  | { readonly type: 'detailed'; readonly id: LinkId; readonly details: Partial<LinkDetails> }
  | { readonly type: 'arranged'; readonly rows: Rows }
  | {
      readonly type: 'moved';
      readonly id: LinkId;
      readonly column: ChainColumn;
      /** Left out: beside what it is tied to. */
      readonly row?: number | undefined;
    }
  | { readonly type: 'joined' | 'parted'; readonly edge: ChainEdge }
  /** The key of the edit that is taken back. */
  | { readonly type: 'undone'; readonly of: string }
  | { readonly type: 'kept'; readonly version: ChainVersion };

export type ChainRefusal = {
  readonly type:
    | EdgeRefusal
    | 'notAllowed'
    /** The project is over. */
    | 'notNow'
    /** The link was deleted meanwhile. */
    | 'gone'
    | 'textMissing'
    | 'tooLong'
    | 'full'
    /** It is one of the project's benefits: it stands among them. */
    | 'promised'
    /** There is nothing to change. */
    | 'holdsAlready'
    /** Somebody has gone on with it: it is not taken back over their heads. */
    | 'touched'
    | 'notYours'
    | 'noVersion'
    /** Everybody reads a chain: a number like a person's does not belong in it. */
    | 'personNumber';
};

/** Whoever edits the project edits its chain. */
export const mayEditChain = (actor: Actor, project: Project): boolean =>
  !isOver(project) && may(actor, 'editProject', project);

/** Who edits, and when; the key is of their making, so that a press delivered twice is one edit. */
export type Editing = {
  readonly key: string;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
};

type Made = Result<ChainOp, ChainRefusal>;

const no = (type: ChainRefusal['type']): { readonly ok: false; readonly refusal: ChainRefusal } =>
  refused({ type });

const whyNotText = (text: string): ChainRefusal['type'] | null => {
  if (text === '') return 'textMissing';
  return text.length > longestLinkText ? 'tooLong' : null;
};

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ');

const saidBy = ({ key, byId, byName, at }: Editing, value: string) => ({
  ...{ key, value, byId, byName, at },
});

const linkFrom = (chain: Chain, given: Extract<ChainGiven, { type: 'added' }>, by: Editing) => {
  const { id, column, text, row } = given.link;
  const { stops, isWorse, indicator, who, day } = given.link;
  const tiedTo = given.edges.map(({ from, to }) => (from === id ? to : from));
  const link: ChainLink = {
    ...{ id, column, texts: [saidBy(by, tidy(text))] },
    ...{ stops: stops ?? false, isWorse: isWorse ?? false, day: day ?? null },
    ...{ indicator: tidy(indicator ?? ''), who: tidy(who ?? '') },
    row: rowForNew(chain, column, tiedTo, row),
  };
  return link;
};

/** It is this link's arrows that are made with it, and taken back with it. */
const whyNotTied = (
  chain: Chain,
  link: ChainLink,
  edges: readonly ChainEdge[],
): EdgeRefusal | null => {
  const there = { ...chain, links: [...chain.links, link] };
  for (const edge of edges) {
    if (edge.from !== link.id && edge.to !== link.id) return 'loose';
    const why = whyNoEdge(there, edge);
    if (why) return why;
  }
  return null;
};

const isLong = ({ who, indicator }: Partial<LinkDetails>): boolean =>
  (who ?? '').length > longestWho || (indicator ?? '').length > longestLinkText;

const added = (chain: Chain, given: Extract<ChainGiven, { type: 'added' }>, by: Editing): Made => {
  const lack = whyNotText(tidy(given.link.text));
  if (lack) return no(lack);
  if (linkIn(chain, given.link.id)) return no('holdsAlready');
  if (chain.links.length >= mostLinks) return no('full');
  const link = linkFrom(chain, given, by);
  if (isLong(link)) return no('tooLong');
  const why = whyNotTied(chain, link, given.edges);
  return why ? no(why) : done({ type: 'put', link, edges: given.edges });
};

const written = (
  chain: Chain,
  given: Extract<ChainGiven, { type: 'written' }>,
  by: Editing,
): Made => {
  const link = linkIn(chain, given.id);
  const value = tidy(given.text);
  const lack = whyNotText(value);
  if (!link) return no('gone');
  if (lack) return no(lack);
  return link.texts.length === 1 && link.texts[0]?.value === value
    ? no('holdsAlready')
    : done({ type: 'write', id: given.id, said: saidBy(by, value), seen: given.seen });
};

const detailed = (chain: Chain, given: Extract<ChainGiven, { type: 'detailed' }>): Made => {
  const link = linkIn(chain, given.id);
  if (!link) return no('gone');
  const { who, indicator } = given.details;
  const details: Partial<LinkDetails> = {
    ...given.details,
    ...(who === undefined ? {} : { who: tidy(who) }),
    ...(indicator === undefined ? {} : { indicator: tidy(indicator) }),
  };
  if (isLong(details)) return no('tooLong');
  const changed = (Object.keys(details) as (keyof LinkDetails)[]).filter(
    (name) => link[name] !== details[name],
  );
  return changed.length === 0
    ? no('holdsAlready')
    : done({ type: 'details', id: given.id, details });
};

const arranged = (chain: Chain, { rows }: Extract<ChainGiven, { type: 'arranged' }>): Made => {
  const known = chain.links.filter(
    ({ id, row }) => rows[id] !== undefined && Math.max(0, Math.round(rows[id])) !== row,
  );
  return known.length === 0
    ? no('holdsAlready')
    : done({
        type: 'rows',
        rows: Object.fromEntries(known.map(({ id }) => [id, rows[id] ?? 0])),
      });
};

const moved = (chain: Chain, { id, column, row }: Extract<ChainGiven, { type: 'moved' }>): Made => {
  const link = linkIn(chain, id);
  if (!link) return no('gone');
  if (link.column === column) return no('holdsAlready');
  const others = { ...chain, links: chain.links.filter((other) => other.id !== id) };
  const lost = edgesLost(chain, id, column);
  const tiedTo = touching(chain, id)
    .filter((edge) => !lost.includes(edge))
    .map(({ from, to }) => (from === id ? to : from));
  const at = row ?? rowForNew(others, column, tiedTo);
  return done({ type: 'move', id, column, row: at, edges: [] });
};

const joined = (chain: Chain, edge: ChainEdge): Made => {
  const why = whyNoEdge(chain, edge);
  if (hasEdge(chain, edge)) return no('holdsAlready');
  if (chain.edges.length >= mostEdges) return no('full');
  return why ? no(why) : done({ type: 'join', edge });
};

/** What an edit comes to on the chain as it is; *undone* and *kept* are of the whole list. */
export const opFor = (
  chain: Chain,
  given: Exclude<ChainGiven, { type: 'undone' | 'kept' }>,
  by: Editing,
): Made => {
  switch (given.type) {
    case 'added':
      return added(chain, given, by);
    case 'removed':
      return linkIn(chain, given.id) ? done({ type: 'drop', id: given.id }) : no('holdsAlready');
    case 'written':
      return written(chain, given, by);
    case 'detailed':
      return detailed(chain, given);
    case 'arranged':
      return arranged(chain, given);
    case 'moved':
      return moved(chain, given);
    case 'joined':
      return joined(chain, given.edge);
    case 'parted':
      return hasEdge(chain, given.edge)
        ? done({ type: 'part', edge: given.edge })
        : no('holdsAlready');
  }
};

/** What an edit's cause is called: one key, one edit. */
export const causeOfEdit = (projectId: ProjectId, key: string): string =>
  `${projectId}:chain:${key}`;

/**
 * What takes an own edit back. Refused when what it is about has changed since: then somebody has
 * gone on with it, and their work is not undone.
 */
const undoing = (now: ChainNow, { of }: { readonly of: string }, by: Editing): Made => {
  const cause = causeOfEdit(now.projectId, of);
  const edit = now.events.find((event) => event.cause === cause);
  if (!edit || edit.byId !== by.byId) return no('notYours');
  if (edit.op === null || edit.back === null) return no('holdsAlready');
  const then = chainAfter(now.events.filter(({ seq }) => seq <= edit.seq));
  return aspectOf(then, edit.op) === aspectOf(now.chain, edit.op) ? done(edit.back) : no('touched');
};

/** What somebody wrote, in whatever field. */
const textsIn = (given: ChainGiven): readonly string[] => {
  if (given.type === 'written') return [given.text];
  if (given.type === 'detailed') return [given.details.who ?? '', given.details.indicator ?? ''];
  return given.type === 'added'
    ? [given.link.text, given.link.who ?? '', given.link.indicator ?? '']
    : [];
};

/** What an event says beside who, when and its number. */
export type ChainMove = Pick<ChainEvent, 'kind' | 'version' | 'op' | 'back'>;

/**
 * The link that an edit would take out from among the benefits; null when none. One that somebody
 * has described stays there, whatever door the edit comes by, undo too.
 */
export const leavesBenefits = (chain: Chain, { op }: Pick<ChainMove, 'op'>): LinkId | null =>
  op?.type === 'move' && op.column !== 'benefit' && linkIn(chain, op.id)?.column === 'benefit'
    ? op.id
    : null;

/** Whether somebody may do this to the chain as it is now, and what it comes to. Pure. */
export const chainMoveFor = (
  now: ChainNow,
  actor: Actor,
  project: Project,
  given: ChainGiven,
  by: Editing,
): Result<ChainMove, ChainRefusal> => {
  if (isOver(project)) return no('notNow');
  if (!mayEditChain(actor, project)) return no('notAllowed');
  if (textsIn(given).some((text) => cprLikeIn(text, dayOf(by.at)).length > 0))
    return no('personNumber');
  if (given.type === 'kept')
    return chainVersions.includes(given.version)
      ? done({ kind: 'kept', version: given.version, op: null, back: null })
      : no('noVersion');
  const made = given.type === 'undone' ? undoing(now, given, by) : opFor(now.chain, given, by);
  if (!made.ok) return made;
  return done({
    kind: given.type,
    version: null,
    op: made.value,
    back: backOf(now.chain, made.value),
  });
};
