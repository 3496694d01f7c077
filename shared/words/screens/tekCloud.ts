import type { CloudPoint, CloudTek, TekCloud } from '#shared/domain/tekCloud.ts';
import { tekRemarkTexts } from '../requests/decide.ts';
import { tekNames } from '../words.ts';

const projectsText = (count: number): string => (count === 1 ? '1 projekt' : `${count} projekter`);

/** The whole portfolio in the TEK triangle. */
export const tekCloudWords = {
  back: 'Tavle',
  intro:
    'Hvert punkt er de projekter, der står samme sted i trekanten. I det skraverede felt er effektivitet mindst en tredjedel, og alle tre ben er med. Afsluttede og stoppede er ikke med.',
  area: 'Område',
  allAreas: 'Alle områder',
  picture: 'I trekanten',
  inside: 'I feltet',
  outside: 'Uden for feltet',
  placeless: 'Uden plads i trekanten',
  placelessWhy: 'De er ikke vurderet endnu, eller alle tre ben er 0.',
  none: 'Ingen projekter her.',
  finding: ({ inside, assessed }: TekCloud): string =>
    assessed === 0
      ? 'Ingen projekter er vurderet endnu.'
      : `${inside} af ${assessed} vurderede projekter står i feltet.`,
  chosen: 'Vist i trekanten',
  show: ({ tek, projects }: CloudPoint): string =>
    `${legsText(tek)}: ${projectsText(projects.length)}`,
  count: projectsText,
  remark: ({ remark }: CloudPoint): string => (remark === null ? '' : tekRemarkTexts[remark]),
} as const;

/** "Effektivitet 2, kvalitet 1, trivsel 1". */
export const legsText = ({ efficiency, quality, wellbeing }: CloudTek): string =>
  [
    `${tekNames.efficiency} ${efficiency}`,
    `${tekNames.quality.toLowerCase()} ${quality}`,
    `${tekNames.wellbeing.toLowerCase()} ${wellbeing}`,
  ].join(', ');
