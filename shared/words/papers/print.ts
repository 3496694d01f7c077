import type { Printed } from '#shared/domain/papers/printed.ts';
import { dayYearText } from '../dates.ts';
import { gateLabels } from '../words.ts';
import { paperTitles } from './template.ts';

/* What only the Word document says. */

export const printWords = {
  owner: 'Projektejer',
  lead: 'Projektleder',
  decision: 'Beslutning',
  version: 'Version',
  nobody: 'Ingen valgt',
  question: 'Spørgsmål',
  answer: 'Svar',
  facts: 'Om papiret',
  triangle: (text: string): string => `Trekant med gevinster. ${text}`,
  figure: (text: string): string => `Figur 1. ${text}`,
  page: 'Side ',
  of: ' af ',
  creator: 'DigiTek Portefølje',
} as const;

/** "Version 2, 9. september 2026, gemt af Konsulent, DigiTek." */
export const printedVersion = ({ version }: Pick<Printed, 'version'>): string =>
  `Version ${version.version}, ${dayYearText(version.at)}, gemt af ${version.byName}.`;

/** In every foot: "Nøglefri hjemmepleje · version 2 · 9. september 2026". */
export const printedFoot = ({ content, version }: Printed): string =>
  `${content.facts.title} · version ${version.version} · ${dayYearText(version.at)}`;

export const printedGate = ({ content: { facts } }: Printed): string =>
  facts.gate === null ? '' : gateLabels[facts.gate];

/** Signs that SharePoint refuses in a name, and that no title of ours has. */
export const printedName = ({ content, version }: Printed): string =>
  `${paperTitles[content.paper]}, version ${version.version}.docx`;
