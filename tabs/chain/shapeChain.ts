import type { ChainReply } from '#shared/contract/chain.ts';
import { benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import type { BenefitRow } from '#shared/domain/benefits/sums.ts';
import { type Chain, type ChainLink, columnAt, type LinkId } from '#shared/domain/chain/chain.ts';
import { checked, type Lack } from '#shared/domain/chain/check.ts';
import { shownLink } from '#shared/domain/chain/versions.ts';
import { drawnLink, metaText } from '#shared/words/chain/drawn.ts';
import { linkName } from '#shared/words/chain/page.ts';
import { lackText, spoken } from '#shared/words/chain/words.ts';
import type { ShownLink } from './onChain.tsx';

const byPlace = (a: ChainLink, b: ChainLink): number =>
  columnAt(a.column) - columnAt(b.column) || a.row - b.row;

type Ends = { readonly from: Map<LinkId, ChainLink[]>; readonly to: Map<LinkId, ChainLink[]> };

/** Both ends of every arrow, gone through once. */
const endsOf = ({ links, edges }: Chain): Ends => {
  const byId = new Map(links.map((link) => [link.id, link]));
  const ends: Ends = { from: new Map(), to: new Map() };
  const add = (to: Map<LinkId, ChainLink[]>, id: LinkId, link: ChainLink | undefined): void => {
    if (link) to.set(id, [...(to.get(id) ?? []), link]);
  };
  for (const { from, to } of edges) {
    add(ends.to, from, byId.get(to));
    add(ends.from, to, byId.get(from));
  }
  for (const list of [...ends.from.values(), ...ends.to.values()]) list.sort(byPlace);
  return ends;
};

/** The project's benefit that a link is; null where nobody has described it. */
const benefitOf = (
  { project, benefits }: Pick<ChainReply, 'project' | 'benefits'>,
  link: ChainLink,
): BenefitRow | null =>
  link.column === 'benefit'
    ? (benefits.find(({ id }) => id === benefitIdOf(project.id, link.id)) ?? null)
    : null;

const sameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

const lackKey = (lack: Lack): string =>
  lack.type === 'benefit' ? `${lack.type} ${lack.lacks.join()}` : lack.type;

type Facts = Pick<ShownLink, 'link' | 'benefit' | 'from' | 'to' | 'lacks'>;

/** Of two hundred links one is written: the others stay the same objects, and are not drawn again. */
const isAsBefore = (before: ShownLink | undefined, now: Facts): before is ShownLink =>
  before !== undefined &&
  before.link === now.link &&
  before.benefit === now.benefit &&
  sameList(before.from, now.from) &&
  sameList(before.to, now.to) &&
  sameList(before.lacks.map(lackKey), now.lacks.map(lackKey));

const inWords = (facts: Facts): ShownLink => {
  const { link, benefit, from, to, lacks } = facts;
  const shown = shownLink(link, benefit);
  const name = linkName({
    ...{ column: link.column, text: spoken(shown, shown.text), meta: metaText(shown) },
    ...{ from: from.length, to: to.length },
    lacks: lacks.map((lack) => lackText(link.column, lack)),
  });
  return { ...facts, shown, drawn: drawnLink(shown, lacks), name };
};

/** Every link in the words it is shown with, and what the chain lacks. */
export const shapeChain = (
  reply: Pick<ChainReply, 'project' | 'benefits'>,
  chain: Chain,
  before: ReadonlyMap<LinkId, ShownLink>,
) => {
  const found = checked(chain, (link) => benefitOf(reply, link) ?? undefined);
  const ends = endsOf(chain);
  const links = new Map(
    chain.links.map((link): [LinkId, ShownLink] => {
      const benefit = benefitOf(reply, link);
      const lacks = found.lacks.get(link.id) ?? [];
      const [from, to] = [ends.from.get(link.id) ?? [], ends.to.get(link.id) ?? []];
      const facts = { link, benefit, lacks, from, to };
      const known = before.get(link.id);
      return [link.id, isAsBefore(known, facts) ? known : inWords(facts)];
    }),
  );
  return { found, links };
};

/** The project's benefits that no link of the chain is. */
export const benefitsOutside = (
  { project, benefits }: Pick<ChainReply, 'project' | 'benefits'>,
  { links }: Chain,
): readonly BenefitRow[] => {
  const inside = new Set(
    links.filter(({ column }) => column === 'benefit').map(({ id }) => benefitIdOf(project.id, id)),
  );
  return benefits.filter(({ id, standing }) => !inside.has(id) && standing.type !== 'withdrawn');
};
