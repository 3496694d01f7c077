import { z } from 'zod';
import type { AreaId } from '#shared/domain/area.ts';
import type { BenefitRow } from '#shared/domain/benefits/sums.ts';
import {
  type ChainEdge,
  type ChainLink,
  chainColumns,
  longestLinkText,
  longestWho,
  mostLinks,
} from '#shared/domain/chain/chain.ts';
import type { ChainFacts } from '#shared/domain/chain/facts.ts';
import {
  type ChainVersion,
  type Compared,
  chainVersions,
  type VersionEnd,
} from '#shared/domain/chain/versions.ts';
import type { Writer } from '#shared/domain/chain/writing.ts';
import type { Phase } from '#shared/domain/phase.ts';

z.config({ jitless: true });

/** GET /api/projects/:id/chain: the effect chain of a project, as one person sees it. */
export type ChainReply = {
  readonly asOf: string;
  readonly today: string;
  readonly project: {
    readonly id: string;
    readonly title: string;
    readonly phase: Phase;
    readonly leadArea: AreaId | null;
  };
  readonly mayEdit: boolean;
  /** The newest edit. */
  readonly revision: number;
  readonly links: readonly ChainLink[];
  readonly edges: readonly ChainEdge[];
  /** The project's benefits, those that were withdrawn too: a link of the chain is one by its id. */
  readonly benefits: readonly BenefitRow[];
  /** Who edited it last, and when; null when nobody has. */
  readonly latest: { readonly byName: string; readonly at: string } | null;
  /** Who has edited within the last minute. */
  readonly writing: readonly Writer[];
  readonly facts: ChainFacts;
  /** The version that is being worked on, and those there are beside it. */
  readonly here: ChainVersion;
  readonly versions: readonly VersionEnd[];
};

/** GET /api/projects/:id/chain/versions/:version: the chain as it was. */
export type ChainVersionReply = VersionEnd & Compared;

const linkId = z.uuid();
const text = z.string().max(longestLinkText * 2);
const who = z.string().max(longestWho * 2);
const day = z.iso.date().nullable();
const row = z.number().int().min(0).max(10_000);
const edge = z.strictObject({ from: linkId, to: linkId });
const details = { stops: z.boolean(), isWorse: z.boolean(), indicator: text, who, day };

const given = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('added'),
    link: z.strictObject({
      ...{ id: linkId, column: z.enum(chainColumns), text, row: row.optional() },
      ...{ stops: details.stops.default(false), isWorse: details.isWorse.default(false) },
      ...{ indicator: text.default(''), who: who.default(''), day: day.default(null) },
    }),
    edges: z.array(edge).max(40).default([]),
  }),
  z.strictObject({ type: z.literal('removed'), id: linkId }),
  z.strictObject({
    type: z.literal('written'),
    id: linkId,
    text,
    seen: z.array(z.string().max(60)).max(20).default([]),
  }),
  z.strictObject({
    type: z.literal('detailed'),
    id: linkId,
    details: z.strictObject(details).partial(),
  }),
  z.strictObject({
    type: z.literal('arranged'),
    rows: z
      .record(linkId, row)
      .refine((rows) => Object.keys(rows).length <= mostLinks, { error: 'tooMany' }),
  }),
  z.strictObject({
    ...{ type: z.literal('moved'), id: linkId, column: z.enum(chainColumns), row: row.optional() },
  }),
  z.strictObject({ type: z.literal('joined'), edge }),
  z.strictObject({ type: z.literal('parted'), edge }),
  z.strictObject({ type: z.literal('undone'), of: z.uuid() }),
  z.strictObject({ type: z.literal('kept'), version: z.enum(chainVersions) }),
]);

/** POST /api/projects/:id/chain: one edit. The key is the editor's own: sent twice it is one. */
export const postChainEdit = z.strictObject({
  key: z.uuid(),
  seen: z.number().int().min(0).default(0),
  given,
});
export type PostChainEdit = z.input<typeof postChainEdit>;
