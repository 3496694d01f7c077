import type { Pointing, Profile, Sign, SignCount } from '#shared/domain/profile.ts';
import type { Project } from '#shared/domain/project.ts';

/* What explains a priority: six signs between the low and the high profile. */

type Named<F extends keyof Project> = Record<Exclude<Project[F], null> & string, string>;

export const timeHorizonNames: Named<'timeHorizon'> = {
  short: 'Kort: inden for et år',
  medium: 'Mellem: et til tre år',
  long: 'Lang: mere end tre år',
};

export const spreadNames: Named<'spreadPotential'> = {
  large: 'Stort: mange enheder eller borgere',
  some: 'Noget: et par enheder',
  little: 'Lille: ét sted',
};

export const attentionNames: Named<'attention'> = {
  great: 'Stor: ledelsen følger det',
  some: 'Nogen: ledelsen kender det',
  little: 'Lille',
};

export const profileWords = {
  title: 'Tegn på lav eller høj prioritet',
  timeHorizon: 'Tilbagebetalingstid',
  spreadPotential: 'Spredningspotentiale',
  attention: 'Ledelsens opmærksomhed',
  unsaid: 'Ikke vurderet',
  low: 'Lav',
  high: 'Høj',
  /** "4 peger på høj, 2 på lav." */
  count: ({ high, low, said }: SignCount): string =>
    said === 0 ? 'Ingen tegn er vurderet endnu.' : `${high} peger på høj, ${low} på lav.`,
  suggests: (priority: string): string => `Det ligner ${priority} prioritet. I bestemmer.`,
  short: ({ high, low, said }: SignCount): string =>
    said === 0 ? 'Ikke vurderet' : `${high} høj · ${low} lav`,
} as const;

type Said = Exclude<Pointing, null>;

/** Each sign in the words of the low, the middle and the high profile. */
export const signNames: Record<Sign, Record<Said, string>> = {
  gain: {
    low: 'Effektivitet er ikke den største gevinst',
    middle: 'Effektivitet er lige så stor en gevinst som de andre',
    high: 'Effektivitet er den største gevinst',
  },
  efficiency: {
    low: 'Frigør lidt eller ingen tid',
    middle: 'Frigør noget tid',
    high: 'Frigør meget tid',
  },
  payback: {
    low: 'Lang tilbagebetalingstid',
    middle: 'Mellemlang tilbagebetalingstid',
    high: 'Kort tilbagebetalingstid',
  },
  spread: {
    low: 'Kan ikke bredes ud, eller når få',
    middle: 'Kan bredes noget ud',
    high: 'Kan bredes meget ud, eller når mange',
  },
  risk: { low: 'Høj risiko', middle: 'Nogen risiko', high: 'Lav risiko' },
  attention: {
    low: 'Lille opmærksomhed fra ledelsen',
    middle: 'Nogen opmærksomhed fra ledelsen',
    high: 'Stor opmærksomhed fra ledelsen',
  },
};

/** What a sign is about, where nobody has said which way it points. */
const signSubjects: Record<Sign, string> = {
  gain: 'Største gevinst',
  efficiency: 'Frigjort tid',
  payback: profileWords.timeHorizon,
  spread: profileWords.spreadPotential,
  risk: 'Risiko',
  attention: profileWords.attention,
};

export const signText = (sign: Sign, profile: Profile): string => {
  const way = profile[sign];
  return way === null
    ? `${signSubjects[sign]}: ${profileWords.unsaid.toLowerCase()}`
    : signNames[sign][way];
};
