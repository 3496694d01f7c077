import type { AbsenceRefusal } from '#shared/domain/absence.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { Absence, Days, FromReplies } from '#shared/domain/person.ts';
import { dayText, weekdayText } from '../dates.ts';

/* Who answers while somebody is away: on cards, and on the page of what waits. */

type Told = Extract<Notice, { type: 'absence' }>;
type Away = Days & { readonly replies?: Pick<FromReplies, 'start'> };

/** "onsdag 2. december", "fra onsdag 2. december til og med fredag 4. december". */
const daysText = ({ from, to, replies }: Away): string => {
  if (replies?.start === null)
    return `fra ${weekdayText(from)}, og så længe autosvaret i Outlook er slået til`;
  return from === to ? weekdayText(from) : `fra ${weekdayText(from)} til og med ${weekdayText(to)}`;
};

const nameText = (name: string): string => (name === '' ? 'en kollega' : name);

const titleOf = ({ isDeputy, away, deputy, absence }: Told): string => {
  if (absence.ended)
    return isDeputy
      ? `Du svarer ikke mere for ${nameText(away.name)}`
      : `${nameText(deputy)} svarer ikke mere for dig`;
  return isDeputy ? `Du svarer for ${nameText(away.name)}` : `${nameText(deputy)} svarer for dig`;
};

export const absenceWords = {
  kind: 'Fravær',
  kicker: 'Fravær · Stedfortræder',
  title: titleOf,
  days: daysText,
  shortDays: ({ from, to, replies }: Away): string => {
    if (replies?.start === null) return `fra ${dayText(from)}, så længe autosvaret er slået til`;
    return from === to ? dayText(from) : `${dayText(from)} – ${dayText(to)}`;
  },
  /** What it means for whoever reads it. */
  meaning: ({ isDeputy, absence }: Told): string => {
    if (absence.ended)
      return isDeputy
        ? 'Kortene hos dig viser sagerne uden knapper. Du skal ikke gøre mere.'
        : 'Sagerne kommer til dig selv. Du skal ikke gøre mere.';
    return isDeputy
      ? 'Det, der spørges om, kommer også til dig. Den, der svarer først, gælder, og svaret står som på vegne af.'
      : 'I kan begge svare imens. Den, der svarer først, gælder.';
  },
  /** Nobody said what the automatic replies say. */
  saidBy: ({
    byName,
    replies,
  }: Pick<Absence, 'byName'> & Pick<Partial<Absence>, 'replies'>): string =>
    replies ? 'Sat efter autosvaret i Outlook.' : `Sagt af ${nameText(byName)}.`,
  /** To whoever is away, who has not done anything here themselves. */
  ownReplies:
    'Dit autosvar i Outlook siger, at du er væk, og du har valgt en fast stedfortræder. Vil du selv svare alene, så skriv fravær og stop det. DigiTek sætter det ikke igen for det samme autosvar.',
  openDecide: 'Åbn Til beslutning',
  form: {
    title: 'Hvem svarer, mens du er væk?',
    text: 'Stedfortræderen får det, der venter på dig, og svarer på dine vegne.',
    from: 'Første dag væk',
    to: 'Sidste dag væk',
    deputy: 'Stedfortræder',
    who: 'Hvem er væk?',
    send: 'Sæt stedfortræder',
    current: 'Det er sat',
    end: 'Stop fraværet',
    /** Nobody asks them anything that another could answer. */
    nothing: 'Der spørges ikke om noget hos dig, som en anden kunne svare på.',
    /** Who answers every time. */
    standing: 'Fast stedfortræder',
    /** The line it is folded in. */
    standingIs: (deputy: string): string => `Fast stedfortræder: ${deputy || 'ingen'}`,
    standingNone: 'Ingen fast stedfortræder',
    standingSave: 'Gem fast stedfortræder',
    standingSaved: (deputy: string): string =>
      deputy === ''
        ? 'Du har ingen fast stedfortræder mere.'
        : `${deputy} er din faste stedfortræder.`,
    /** What it is for, as it is set. */
    standingMeans: (readsReplies: boolean): string =>
      readsReplies
        ? 'Når autosvaret i Outlook er slået til, svarer den faste stedfortræder imens. Så skal du ikke sætte noget her.'
        : 'Den faste stedfortræder er valgt på forhånd, hver gang der sættes fravær.',
    inTab: 'Er det for en anden, så sæt det i fanen under Til beslutning.',
  },
  receipt: (deputy: string, days: Days): string =>
    `${nameText(deputy)} svarer for dig ${daysText(days)}.`,
  receiptTitle: '✓ Fraværet er sat',
  standingTitle: '✓ Gemt',
  ended: '✓ Fraværet er stoppet',
  endedText: 'Sagerne kommer til dig selv igen. Stedfortræderen har fået besked.',
  sending: 'Det er på vej',
  notStored: 'Det er ikke gemt. Prøv igen.',
  uncertain: 'Jeg ved ikke, om det blev gemt. Prøv igen. Det bliver ikke sat to gange.',
  page: {
    title: 'Fravær',
    text: 'Stedfortræderen får det, der venter, og svarer på vegne af den, der er væk.',
    none: 'Ingen er sat som stedfortræder.',
    line: (away: string, deputy: string): string =>
      `${nameText(deputy)} svarer for ${nameText(away)}`,
    running: 'nu',
    coming: 'kommer',
    save: 'Gem',
    fromReplies: 'efter autosvaret i Outlook',
    standingSaved: (deputy: string): string =>
      deputy === '' ? 'Der er ingen fast stedfortræder mere.' : `${deputy} er fast stedfortræder.`,
    set: (deputy: string): string => `${nameText(deputy)} er sat som stedfortræder.`,
    ended: 'Fraværet er stoppet.',
    endOf: (deputy: string): string => `Stop fraværet med ${nameText(deputy)}`,
    choose: 'Vælg',
    close: 'Luk',
  },
  refusals: {
    notAllowed: 'Det kan kun den, der er væk, eller konsulenten gøre.',
    answersNothing: 'Der spørges ikke om noget hos den person, som en anden kunne svare på.',
    notADay: 'Skriv begge dage.',
    endBeforeStart: 'Den sidste dag ligger før den første.',
    past: 'Den første dag er forbi. Vælg i dag eller senere.',
    tooLong: 'Det er mere end et år. Vælg en kortere tid.',
    oneself: 'Man kan ikke svare på vegne af sig selv. Vælg en anden.',
    unknownDeputy: 'Vælg, hvem der svarer imens.',
    deputyAway: 'Stedfortræderen er selv væk nogle af dagene. Vælg en anden.',
    overlaps: 'Der er allerede en stedfortræder nogle af dagene. Stop det fravær først.',
    unknown: 'Fraværet findes ikke mere.',
    over: 'Fraværet er allerede slut.',
  } satisfies Readonly<Record<AbsenceRefusal['type'], string>>,
} as const;

type ToldStanding = Extract<Notice, { type: 'standing' }>;

/** Somebody is named to answer every time another is away. */
export const standingWords = {
  title: ({ isDeputy, away, deputy, said }: ToldStanding): string => {
    const is = said ? 'er' : 'er ikke mere';
    return isDeputy
      ? `Du ${is} fast stedfortræder for ${nameText(away.name)}`
      : `${nameText(deputy)} ${is} din faste stedfortræder`;
  },
  meaning: ({ isDeputy, away, said, readsReplies }: ToldStanding): string => {
    if (!said) return 'Du skal ikke gøre mere.';
    if (!isDeputy) return absenceWords.form.standingMeans(readsReplies);
    const name = nameText(away.name);
    const when = readsReplies
      ? `Når ${name} slår autosvar til i Outlook, svarer du imens på det, der spørges om.`
      : `Når ${name} melder fravær, er du valgt på forhånd til at svare imens.`;
    return `${when} Du får besked hver gang. Passer det ikke, så sig det til ${name}.`;
  },
} as const;
