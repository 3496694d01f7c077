import { type PaperCode, paperCodes } from '#shared/domain/papers/paper.ts';
import type { PaperTemplate, PaperTemplates } from '#shared/domain/papers/template.ts';

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

/** As it is sent: the lists are the sender's own. */
export const sentOf = (draft: TemplatesDraft) =>
  Object.fromEntries(
    paperCodes.map((paper) => {
      const { headings, helps, off } = draft[paper];
      return [paper, { headings: { ...headings }, helps: { ...helps }, off: [...off] }];
    }),
  ) as Record<
    PaperCode,
    { headings: Record<string, string>; helps: Record<string, string>; off: string[] }
  >;
