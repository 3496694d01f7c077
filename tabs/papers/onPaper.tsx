import { createContext, useContext } from 'react';
import type { PaperReply, WrittenField } from '#shared/contract/papers.ts';
import type { PaperContent } from '#shared/domain/papers/content.ts';
import type { PaperVersion } from '#shared/domain/papers/now.ts';
import { emptyValue, type PaperValue, writtenValue } from '#shared/domain/papers/paper.ts';
import type { Drafts, Typed } from './drafts.ts';

/** Everything the parts of the page need. One field is open at a time. */
export type PaperOnPage = {
  readonly reply: PaperReply;
  readonly drafts: Drafts;
  readonly typed: ReadonlyMap<string, Typed>;
  /** The field that is open; '' when all is read. */
  readonly open: string;
  readonly onOpen: (field: string) => void;
  /** The version shown instead of the draft; null when the draft is. */
  readonly shown: { readonly version: PaperVersion; readonly content: PaperContent } | null;
  readonly onShow: (version: number | null) => void;
  /** The version that changes are told against: the one that is asked about, else the latest. */
  readonly base: { readonly version: PaperVersion; readonly content: PaperContent } | null;
};

export const PaperContext = createContext<PaperOnPage | null>(null);

export const usePaper = (): PaperOnPage => {
  const paper = useContext(PaperContext);
  if (!paper) throw new Error('PaperContext is missing');
  return paper;
};

export const writtenIn = ({ fields }: PaperReply, field: string): WrittenField | undefined =>
  fields.find((one) => one.field === field);

/** What a field says on the page: what is typed, else what is stored; of a version what it said. */
export const valueIn = (
  { reply, typed, shown }: Pick<PaperOnPage, 'reply' | 'typed' | 'shown'>,
  field: string,
): PaperValue => {
  if (shown) return shown.content.values[field] ?? emptyValue;
  const now = typed.get(field);
  if (now) return now.value;
  const written = writtenIn(reply, field);
  return written ? writtenValue(written) : emptyValue;
};

/** The content the page shows as it stands: what the words of the project are drawn from. */
export const contentIn = ({
  reply,
  shown,
}: Pick<PaperOnPage, 'reply' | 'shown'>): Pick<PaperContent, 'paper' | 'template' | 'facts'> =>
  shown ? shown.content : { paper: reply.paper, template: reply.template, facts: reply.facts };
