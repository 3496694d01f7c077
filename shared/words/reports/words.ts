import type {
  Light,
  ReportLack,
  ReportSubject,
  StatusReport,
} from '#shared/domain/reports/report.ts';
import { dayText, dayYearText } from '../dates.ts';
import { listText } from '../words.ts';

export const subjectNames: Record<ReportSubject, string> = {
  time: 'Tid',
  money: 'Penge',
  benefits: 'Gevinster',
};

/** A light is read, not only seen. */
export const lightNames: Record<Light, string> = {
  green: 'Som planlagt',
  yellow: 'Kan skride',
  red: 'Skrider',
};

const lackNames: Record<ReportLack, string> = {
  lights: 'et valg for både tid, penge og gevinster',
  said: 'et par ord om, hvordan det går',
  help: 'hvad I mangler, når noget skrider',
};

export const reportWords = {
  title: 'Status',
  none: 'Ingen status endnu.',
  write: 'Skriv status',
  goOn: 'Skriv videre på kladden',
  said: 'Hvordan går det?',
  saidHint: 'Et par linjer. Alle kan læse dem.',
  next: 'Hvad sker der nu?',
  help: 'Hvad mangler I, og fra hvem?',
  helpHint: 'Skal skrives, når noget skrider.',
  saveDraft: 'Gem kladde',
  publish: 'Send status',
  cancel: 'Luk',
  saving: 'Gemmer …',
  by: ({ byName, at }: Pick<StatusReport, 'byName' | 'at'>): string =>
    `${byName}, ${dayYearText(at)}`,
  draftBy: ({ byName, at }: Pick<StatusReport, 'byName' | 'at'>): string =>
    `Kladde fra ${byName}, ${dayText(at)}. Kun I, der arbejder på projektet, ser den.`,
  nextHead: 'Det sker nu',
  helpHead: 'Det mangler vi',
  earlier: (count: number): string =>
    count === 1 ? 'Se den tidligere status' : `Se ${count} tidligere`,
  lateSteps: (count: number): string =>
    count === 1 ? '1 trin er over tiden.' : `${count} trin er over tiden.`,
  was: (light: Light): string => `Sidst: ${lightNames[light].toLowerCase()}`,
  sent: 'Status er sendt.',
  kept: 'Kladden er gemt.',
  history: 'Status er skrevet',
} as const;

export const reportRefusals = {
  changed: (name: string): string =>
    `${name} har skrevet status imens. Se den, før du skriver videre.`,
  lacks: (lacks: readonly ReportLack[]): string =>
    `Der mangler ${listText(lacks.map((lack) => lackNames[lack]))}.`,
  tooLong: 'Det er for langt. Højst 1.000 tegn i hvert felt.',
  personNumber: (found: string): string =>
    `${found} ligner et CPR-nummer. Alle kan læse status, så skriv det om.`,
} as const;

/** "Tid: kan skride · Penge: som planlagt": the lights that are not green, in words. */
export const offText = (report: Pick<StatusReport, ReportSubject>): string =>
  (Object.keys(subjectNames) as ReportSubject[])
    .flatMap((subject) => {
      const light = report[subject];
      return light === null || light === 'green'
        ? []
        : [`${subjectNames[subject]}: ${lightNames[light].toLowerCase()}`];
    })
    .join(' · ');
