import { hashOf } from '#shared/contract/tabAddress.ts';
import { type IdeaView, ideaViews } from '#shared/words/ideas/page.ts';

/** What of the page is looked at. */
export type IdeasLook = { readonly view: IdeaView; readonly chosen: string | null };

const viewWords: Record<IdeaView, string> = {
  all: 'alle',
  new: 'nye',
  intake: 'indtag',
  mine: 'mine',
};

/** What is not in the address is `usual`: everything to DigiTek, one's own to everybody else. */
export const ideasLookOf = (query: string, usual: IdeaView): IdeasLook => {
  const said = new URLSearchParams(query);
  const view = ideaViews.find((one) => viewWords[one] === said.get('vis')) ?? usual;
  return { view, chosen: said.get('ide') };
};

export const ideasHash = ({ view, chosen }: IdeasLook): string => {
  const said = new URLSearchParams({ vis: viewWords[view] });
  if (chosen !== null) said.set('ide', chosen);
  return hashOf({ type: 'ideas', query: said.toString() });
};
