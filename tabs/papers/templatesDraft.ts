import { freeOwnCode, orderIn } from '#shared/domain/papers/making.ts';
import { type PaperCode, paperCodes } from '#shared/domain/papers/paper.ts';
import type { OwnKind, PaperTemplate, PaperTemplates } from '#shared/domain/papers/template.ts';

/** What somebody makes of the templates, until it is saved. */
export type TemplatesDraft = PaperTemplates;

const changed = (
  draft: TemplatesDraft,
  paper: PaperCode,
  part: Partial<PaperTemplate>,
): TemplatesDraft => ({ ...draft, [paper]: { ...draft[paper], ...part } });

export const withHeading = (
  draft: TemplatesDraft,
  paper: PaperCode,
  code: string,
  text: string,
): TemplatesDraft =>
  changed(draft, paper, { headings: { ...draft[paper].headings, [code]: text } });

export const withHelp = (
  draft: TemplatesDraft,
  paper: PaperCode,
  code: string,
  text: string,
): TemplatesDraft => changed(draft, paper, { helps: { ...draft[paper].helps, [code]: text } });

export const switched = (
  draft: TemplatesDraft,
  paper: PaperCode,
  code: string,
  on: boolean,
): TemplatesDraft => {
  const rest = draft[paper].off.filter((one) => one !== code);
  return changed(draft, paper, { off: on ? rest : [...rest, code] });
};

/** With one question a place up or down in its section; as it is at either end. */
export const movedIn = (
  draft: TemplatesDraft,
  paper: PaperCode,
  section: string,
  code: string,
  by: 1 | -1,
): TemplatesDraft => {
  const order = [...orderIn(paper, draft[paper], section)];
  const from = order.indexOf(code);
  const to = from + by;
  if (from === -1 || to < 0 || to >= order.length) return draft;
  order.splice(to, 0, ...order.splice(from, 1));
  return changed(draft, paper, { order: { ...draft[paper].order, [section]: order } });
};

/** With one own question more in a section; as it is when there is no room for it. */
export const withOwn = (
  draft: TemplatesDraft,
  paper: PaperCode,
  section: string,
  kind: OwnKind,
): TemplatesDraft => {
  const code = freeOwnCode(kind, draft[paper]);
  if (code === null) return draft;
  return changed(draft, paper, { own: { ...draft[paper].own, [code]: section } });
};

/** With an own question last in another section. */
export const withOwnIn = (
  draft: TemplatesDraft,
  paper: PaperCode,
  code: string,
  section: string,
): TemplatesDraft => {
  const { own = {}, order = {} } = draft[paper];
  const orders = Object.fromEntries(
    Object.entries(order).map(([at, codes]) => [at, codes.filter((one) => one !== code)]),
  );
  return changed(draft, paper, { own: { ...own, [code]: section }, order: orders });
};

/** As it is sent: the lists are the sender's own. */
export const sentOf = (draft: TemplatesDraft) =>
  Object.fromEntries(
    paperCodes.map((paper) => {
      const { headings, helps, off, own = {}, order = {} } = draft[paper];
      const orders = Object.entries(order).map(([section, codes]) => [section, [...codes]]);
      return [
        paper,
        {
          ...{ headings: { ...headings }, helps: { ...helps }, off: [...off] },
          ...{ own: { ...own }, order: Object.fromEntries(orders) },
        },
      ];
    }),
  ) as Record<
    PaperCode,
    {
      headings: Record<string, string>;
      helps: Record<string, string>;
      off: string[];
      own: Record<string, string>;
      order: Record<string, string[]>;
    }
  >;
