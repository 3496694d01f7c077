import { type PaperCode, paperCodes } from './paper.ts';
import {
  allSectionsOf,
  isKeptQuestion,
  isOwnQuestion,
  type OwnKind,
  ownCodes,
  type PaperTemplate,
  type PaperTemplates,
} from './template.ts';

/* What the consultant makes of the papers' questions: what is stored, what differs, what goes back. */

/** One change of them: who, when, from what to what. */
export type PaperTemplatesChange = {
  readonly before: PaperTemplates;
  readonly after: PaperTemplates;
  readonly byName: string;
  readonly at: string;
};

type Texts = Readonly<Record<string, string>>;
type Orders = NonNullable<PaperTemplate['order']>;

/** The codes of a section as they stand. */
export const orderIn = (
  paper: PaperCode,
  made: Partial<PaperTemplate>,
  section: string,
): readonly string[] =>
  allSectionsOf(paper, made)
    .filter(({ code }) => code === section)
    .flatMap(({ questions }) => questions.map(({ code }) => code));

const usualIn = (paper: PaperCode, { own = {} }: PaperTemplate, section: string) =>
  orderIn(paper, { own }, section).join();

/** Own questions that are placed in a section there is; one that was placed stays. */
const tidyOwn = (paper: PaperCode, own: Texts): Texts => {
  const sections = allSectionsOf(paper).map(({ code }) => code);
  return Object.fromEntries(
    Object.values(ownCodes)
      .flat()
      .flatMap((code) => {
        const section = own[code] ?? '';
        return sections.includes(section) ? [[code, section] as const] : [];
      }),
  );
};

/** An order is stored where it is another than usual. */
const tidyOrder = (paper: PaperCode, made: PaperTemplate): Orders =>
  Object.fromEntries(
    allSectionsOf(paper).flatMap(({ code }) => {
      const order = orderIn(paper, made, code);
      return order.join() === usualIn(paper, made, code) ? [] : [[code, order] as const];
    }),
  );

/** What is left out where nothing is said, so that a row of before is still the same. */
export const tidyMaking = (
  paper: PaperCode,
  given: PaperTemplate,
): Pick<PaperTemplate, 'own' | 'order'> => {
  const own = tidyOwn(paper, given.own ?? {});
  const order = tidyOrder(paper, { ...given, own });
  return {
    ...(Object.keys(own).length > 0 ? { own } : {}),
    ...(Object.keys(order).length > 0 ? { order } : {}),
  };
};

/** A question that is switched off now, and that a gate rests on; null when there is none. */
export const keptAmong = (
  now: PaperTemplates,
  wanted: PaperTemplates,
): { readonly paper: PaperCode; readonly code: string } | null => {
  const all = paperCodes.flatMap((paper) =>
    wanted[paper].off
      .filter((code) => isKeptQuestion(paper, code) && !now[paper].off.includes(code))
      .map((code) => ({ paper, code })),
  );
  return all[0] ?? null;
};

/** An own question that is not used yet; null when the paper has no room for more of its kind. */
export const freeOwnCode = (kind: OwnKind, { own = {} }: PaperTemplate): string | null =>
  ownCodes[kind].find((code) => own[code] === undefined) ?? null;

const changedKeys = (from: Texts, to: Texts): readonly string[] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (key) => (from[key] ?? '') !== (to[key] ?? ''),
  );

/** Own questions that stand in another section than before; one that is placed first is none. */
const movedOwn = (from: Texts, to: Texts): readonly string[] =>
  Object.keys(to).filter((code) => from[code] !== undefined && from[code] !== to[code]);

/** What two makings of one paper differ in. */
export const templateDifference = (paper: PaperCode, from: PaperTemplate, to: PaperTemplate) => ({
  headings: changedKeys(from.headings, to.headings),
  helps: changedKeys(from.helps, to.helps),
  own: changedKeys(from.own ?? {}, to.own ?? {}),
  moved: movedOwn(from.own ?? {}, to.own ?? {}),
  off: [...new Set([...from.off, ...to.off])].filter(
    (code) => from.off.includes(code) !== to.off.includes(code),
  ),
  order: allSectionsOf(paper)
    .map(({ code }) => code)
    .filter((section) => placesIn(paper, from, section) !== placesIn(paper, to, section)),
});

/** The order of what both have: a question that is added is no new order. */
const placesIn = (paper: PaperCode, made: PaperTemplate, section: string): string =>
  orderIn(paper, made, section)
    .filter((code) => !isOwnQuestion(code) || (made.order?.[section] ?? []).includes(code))
    .join();

const withKeys = (now: Texts, keys: readonly string[], from: Texts): Texts => {
  const rest = Object.fromEntries(Object.entries(now).filter(([key]) => !keys.includes(key)));
  const back = keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]] as const]));
  return { ...rest, ...Object.fromEntries(back) };
};

const backIn = (
  paper: PaperCode,
  before: PaperTemplate,
  after: PaperTemplate,
  now: PaperTemplate,
): PaperTemplate => {
  const { headings, helps, off, order, moved } = templateDifference(paper, before, after);
  const offNow = now.off.filter((code) => !off.includes(code));
  const orders = order.map((section) => [section, orderIn(paper, before, section)] as const);
  return {
    headings: withKeys(now.headings, headings, before.headings),
    helps: withKeys(now.helps, helps, before.helps),
    off: [...offNow, ...off.filter((code) => before.off.includes(code))],
    // A place that was given stays: without a heading it is not asked.
    ...(now.own ? { own: withKeys(now.own, moved, before.own ?? {}) } : {}),
    order: { ...now.order, ...Object.fromEntries(orders) },
  };
};

/** One change taken back, on what stands now: what came later stands. */
export const takenBack = (
  { before, after }: Pick<PaperTemplatesChange, 'before' | 'after'>,
  now: PaperTemplates,
): PaperTemplates =>
  Object.fromEntries(
    paperCodes.map((paper) => [paper, backIn(paper, before[paper], after[paper], now[paper])]),
  ) as PaperTemplates;
