import type { Holder } from '#shared/domain/ideas/intake.ts';
import type { Project } from '#shared/domain/project.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { spanText } from '../dates.ts';
import { originNames } from '../words.ts';

/* What the page of ideas says: what is on its way in, and one's own. */

export const ideaViews = ['all', 'new', 'intake', 'mine'] as const;
export type IdeaView = (typeof ideaViews)[number];

export const ideaViewNames: Record<IdeaView, string> = {
  all: 'Alle',
  new: 'Nye',
  intake: 'I indtag',
  mine: 'Mine',
};

/** The steps of the intake in a word or three. */
export const intakeNames: Partial<Record<StepCode, string>> = {
  purchaseOrProject: 'Indkøb eller projekt',
  blockers: 'Stopklodser',
  interest: 'Interesse',
  firstPriority: 'Første prioritet',
  ownerAppointed: 'Ejer',
  leadAppointed: 'Projektleder',
};

const team = 'DigiTek';

/** "siden i dag", "i 3 dage". */
const lasting = (days: number): string => (days === 0 ? 'siden i dag' : `i ${spanText(days)}`);

export const ideasPageWords = {
  waiting: 'Henter idéerne',
  newIdea: 'Ny idé',
  views: 'Hvilke idéer',
  steps: 'Seks trin i indtaget',
  who: 'Hvem har den, og hvor længe',
  title: (count: number): string => {
    if (count === 0) return 'Ingen nye idéer';
    return count === 1 ? '1 ny idé' : `${count} nye idéer`;
  },
  inIntake: 'i indtag',
  late: (count: number): string => (count === 1 ? '1 sidder fast' : `${count} sidder fast`),
  ideaBank: (count: number): string => `I idébanken ${count}`,
  backlog: (count: number): string => `Lagt i backlog ${count}`,
  empty: 'Her er ingen idéer lige nu.',
  emptyNext: 'Alle kan give en: her, eller med »ny idé« til DigiTek i chatten.',
  holder: (holder: Holder): string => (holder.type === 'digitek' ? team : holder.name),
  since: (days: number): string => lasting(days),
  asked: (days: number): string =>
    days === 0 ? 'spurgt i dag' : `spurgt for ${spanText(days)} siden`,
  from: ({ createdBy, origin }: Pick<Project, 'createdBy' | 'origin'>): string =>
    [createdBy, origin === null ? '' : originNames[origin]]
      .filter((part) => part !== '')
      .join(' · '),
  step: (present: StepCode | null, number: number): string =>
    present === null ? 'Klar til idéfasen' : `${number} · ${intakeNames[present] ?? ''}`,
  progress: (present: StepCode | null, number: number): string =>
    present === null ? 'Alle 6 trin er klar' : `Trin ${number} af 6: ${intakeNames[present] ?? ''}`,
  choose: 'Vælg en idé til venstre.',
  back: 'Tilbage til idéerne',
  now: 'Nu',
  open: 'Åbn idéen',
  message: 'Se, hvor idéen kommer fra',
  ready: 'Indtaget er klar',
  start: 'Start idéfasen',
  toBacklog: 'Læg i backlog',
  notYours: 'DigiTek har den. Spørg dem, hvis du vil vide mere.',
  isProject: 'Det er et projekt',
  noBlockers: 'Skriv, hvad du fandt',
  found: 'Hvad har I fundet?',
  foundHint: 'Lov, beslutninger i kommunen, findes den allerede. Chefen læser det.',
  foundMissing: 'Skriv et par ord om, hvad I fandt.',
  somebody: 'Vælg en person.',
  save: 'Gem',
  doneBy: (name: string): string => (name === '' ? 'klar' : name),
} as const;

export const ownIdeasWords = {
  title: (count: number): string => {
    if (count === 0) return 'Du har ingen idéer hos os endnu';
    return count === 1 ? 'Du har 1 idé' : `Du har ${count} idéer`;
  },
  waits: (count: number): string => `${count} venter på dig`,
  none: 'Har du én, tager det 20 sekunder at skrive den.',
  writeOn: 'Skriv videre',
} as const;
