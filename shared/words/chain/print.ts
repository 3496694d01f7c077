import type { PrintedChain } from '#shared/domain/chain/printed.ts';
import { dayYearText } from '../dates.ts';
import { versionNames } from './words.ts';

/* What only the Word document of a chain says. */

export const chainPrint = {
  title: 'Effektkæde',
  link: 'Led',
  details: 'Hvem, hvornår og mål',
  leadsTo: 'Fører til',
  nothing: 'Ikke noget endnu',
  noLinks: 'Ingen led endnu.',
  benefits: 'Gevinster, mål og ansvar',
  benefitHeads: ['Gevinst', 'Indikator', 'Udgangspunkt', 'Mål', 'Ejer', 'Nået den'],
  lacks: 'mangler',
  picture: ({ project, links, edges }: PrintedChain): string =>
    `Effektkæden for ${project.title}: ${links.length} led og ${edges.length} pile i syv kolonner. Teksten efter billedet siger det samme.`,
  documentTitle: ({ project }: PrintedChain): string => `Effektkæde for ${project.title}`,
  /** In every foot: "Nøglefri hjemmepleje · Afprøvning · 30. november 2026". */
  foot: ({ project, version, day }: PrintedChain): string =>
    `${project.title} · ${versionNames[version]} · ${dayYearText(day)}`,
  fileName: ({ version, day }: PrintedChain): string =>
    `Effektkæde, ${versionNames[version].toLowerCase()}, ${day}.docx`,
} as const;
