import { hashOf } from '#shared/contract/tabAddress.ts';
import { type BenefitPageView, benefitViews } from '#shared/words/benefits/page.ts';

const viewWords: Record<BenefitPageView, string> = {
  projects: 'projekter',
  areas: 'omraader',
  years: 'aar',
};

export const benefitViewOf = (query: string): BenefitPageView => {
  const said = new URLSearchParams(query).get('vis');
  return benefitViews.find((view) => viewWords[view] === said) ?? 'projects';
};

export const benefitsHash = (view: BenefitPageView): string =>
  hashOf({ type: 'benefits', query: view === 'projects' ? '' : `vis=${viewWords[view]}` });
