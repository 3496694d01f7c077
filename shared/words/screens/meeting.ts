import type { Outcome } from '#shared/domain/gates.ts';
import type { MeetingState } from '#shared/domain/meeting/meeting.ts';

/* What DigiTek's meeting says: what is taken up, and what is recommended. */

export const meetingStateNames: Record<MeetingState, string> = {
  ready: 'Klar til mødet',
  lacking: 'Mangler lidt',
  done: 'Færdige',
};

/** What an outcome means for the project, in a few words. */
export const outcomeHints: Record<Outcome, string> = {
  stop: 'Der bruges ikke mere på det',
  investigate: 'Gevinster og priser bliver klare',
  fastTrack: 'Kun når projektet er meget lille',
  backToInvestigation: 'Mere skal undersøges',
  trial: 'Afprøves et afgrænset sted',
  operate: 'Tages i brug',
  rethink: 'Bliver en ny idé, bygget på erfaringerne',
  grant: 'Pengene bevilges',
  refuse: 'Pengene bevilges ikke',
};

export const meetingWords = {
  waiting: 'Henter mødet',
  list: 'Projekter på mødet',
  title: (count: number): string =>
    count === 1 ? '1 projekt på mødet' : `${count} projekter på mødet`,
  done: (count: number): string => (count === 1 ? '1 er færdigt' : `${count} er færdige`),
  empty: 'Ingen projekter er klar til mødet.',
  emptyNext: 'Et projekt kommer på, når papir, tjekliste, gevinster, risiko og beløb er på plads.',
  place: (at: number, of: number): string => `${at} af ${of}, der mangler`,
  previous: 'Forrige',
  next: 'Næste',
  back: 'Til listen',
  ask: 'Til næste fase',
  budget: 'Hele budgettet',
  tek: 'TEK',
  risk: 'Risiko',
  riskOf: (category: number): string => `${category} af 4`,
  first: 'Første prioritet',
  signs: 'Tegn',
  unsaid: 'Ikke sagt',
  recommends: 'Vi anbefaler',
  priority: 'Prioritet',
  hours: 'Timer i næste fase',
  digitek: 'DigiTek',
  it: 'IT og Digitalisering',
  area: 'Området',
  many: (hours: number, limit: number): string =>
    `${hours} timer. Mere end de ${limit}, vi plejer. Overvej at løfte.`,
  total: (hours: number): string => `${hours} timer i alt`,
  because: 'Fordi',
  lift: 'Løft til chefgruppen',
  liftHint: (chef: string): string => `Vi anbefaler det. ${chef} har det sidste ord.`,
  withoutLift: (whom: string): string => `Uden løft beslutter ${whom}.`,
  chefgruppeDecides: 'Chefgruppen beslutter under alle omstændigheder.',
  save: 'Gem, og gå til næste',
  notReady: 'Ikke klar endnu',
  whatLacks: 'Hvad mangler?',
  whatLacksHint: 'Det står som næste skridt, og projektlederen ser det under Opgaver.',
  tellLead: 'Skriv til projektlederen',
  lacks: 'Mangler før mødet',
  open: 'Åbn projektet',
  outcomeMissing: 'Vælg, hvad I anbefaler.',
  priorityMissing: 'Vælg en prioritet.',
  becauseMissing: 'Skriv et par ord om hvorfor.',
  lacksMissing: 'Skriv et par ord om, hvad der mangler.',
  hoursWrong: 'Skriv hele timer, for eksempel 60.',
  saved: (title: string): string => `Gemt: ${title}.`,
  owner: (name: string): string =>
    name === '' ? 'Ingen projektejer endnu' : `Projektejer: ${name}`,
} as const;
