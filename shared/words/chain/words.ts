import type { ChainColumn, ChainLink } from '#shared/domain/chain/chain.ts';
import type { BenefitLack, Checked, Lack } from '#shared/domain/chain/check.ts';
import type { ChainRefusal } from '#shared/domain/chain/edit.ts';
import type { ChainVersion } from '#shared/domain/chain/versions.ts';
import { listText } from '../words.ts';

/* What is said of an effect chain wherever it is shown: on the page, in a picture, in Word. */

export const columnNames: Record<ChainColumn, string> = {
  situation: 'Situation i dag',
  deliverable: 'Leverancer',
  ability: 'Nye evner',
  behaviour: 'Ny adfærd',
  result: 'Resultater',
  benefit: 'Gevinster',
  purpose: 'Formål',
};

/** Under its head, in two or three words. */
export const columnUnder: Record<ChainColumn, string> = {
  situation: 'problemet',
  deliverable: 'det vi laver',
  ability: 'vi kan',
  behaviour: 'vi begynder / stopper',
  result: 'kan måles',
  benefit: 'bedre og værre',
  purpose: 'hvorfor',
};

export const columnQuestions: Record<ChainColumn, string> = {
  situation: 'Hvad er problemet i dag?',
  deliverable: 'Hvad laver projektet?',
  ability: 'Hvad kan vi så, som vi ikke kunne før?',
  behaviour: 'Hvad begynder vi på, og hvad stopper vi med?',
  result: 'Hvad kan vi måle, når det virker?',
  benefit: 'Hvad bliver bedre, og hvad bliver værre?',
  purpose: 'Hvad skal det være godt for?',
};

/** Under a column on a phone. */
export const columnShort: Record<ChainColumn, string> = {
  situation: 'I dag',
  deliverable: 'Laver',
  ability: 'Kan',
  behaviour: 'Gør',
  result: 'Måles',
  benefit: 'Gevinst',
  purpose: 'Formål',
};

/** One link of a column. */
export const columnOne: Record<ChainColumn, string> = {
  situation: 'situation i dag',
  deliverable: 'leverance',
  ability: 'ny evne',
  behaviour: 'ny adfærd',
  result: 'resultat',
  benefit: 'gevinst',
  purpose: 'formål',
};

export const columnHeads = Object.fromEntries(
  (Object.keys(columnNames) as ChainColumn[]).map((column) => [
    column,
    { name: columnNames[column], under: columnUnder[column] },
  ]),
) as Record<ChainColumn, { readonly name: string; readonly under: string }>;

export const versionNames: Record<ChainVersion, string> = {
  investigation: 'Undersøgelse',
  trial: 'Afprøvning',
  operation: 'Drift',
};

/** What mends a link that leads to nothing. */
const onward: Record<ChainColumn, string> = {
  situation: 'hvad gør projektet ved det?',
  deliverable: 'hvad kan vi med den?',
  ability: 'hvad gør vi nu anderledes?',
  behaviour: 'hvad kan vi måle på det?',
  result: 'hvilken gevinst viser det?',
  benefit: 'hvad er den god for?',
  purpose: '',
};

/** What mends a link that nothing leads to. */
const backward: Record<ChainColumn, string> = {
  situation: '',
  deliverable: 'hvilket problem løser den?',
  ability: 'hvad giver os evnen?',
  behaviour: 'hvad gør det muligt?',
  result: 'hvad ændrer vi for at nå det?',
  benefit: 'hvilket resultat viser den?',
  purpose: 'hvilken gevinst fører hertil?',
};

export const lackNames: Record<BenefitLack, string> = {
  indicator: 'indikator',
  baseline: 'udgangspunkt',
  target: 'mål',
  owner: 'ejer',
  day: 'dato',
};

/** The question that mends it. */
export const lackText = (column: ChainColumn, lack: Lack): string => {
  switch (lack.type) {
    case 'toNothing':
      return `Løs ende: ${onward[column]}`;
    case 'fromNothing':
      return `Løs ende: ${backward[column]}`;
    case 'benefit':
      return `Mangler ${listText(lack.lacks.map((one) => lackNames[one]))}`;
    case 'withdrawn':
      return 'Gevinsten er trukket tilbage';
    case 'twoTexts':
      return 'Skrevet to gange: vælg en';
  }
};

/** The same in as few words as a box has room for. */
export const lackShort = (lack: Lack): string => {
  switch (lack.type) {
    case 'toNothing':
    case 'fromNothing':
      return 'Løs ende';
    case 'benefit': {
      const [first = 'indicator', ...more] = lack.lacks;
      return more.length === 0 ? `Mangler ${lackNames[first]}` : `${more.length + 1} mangler`;
    }
    case 'withdrawn':
      return 'Trukket tilbage';
    case 'twoTexts':
      return 'Vælg en tekst';
  }
};

const benefitsLacking = ({ unfinished, benefits }: Checked): string => {
  if (unfinished === 0) return '';
  const kinds = (Object.keys(benefits) as BenefitLack[]).filter((lack) => benefits[lack] > 0);
  const who = unfinished === 1 ? '1 gevinst' : `${unfinished} gevinster`;
  const [first = 'indicator', ...more] = kinds;
  return more.length === 0
    ? `${who} mangler ${lackNames[first]}`
    : `${who} mangler mål eller ansvar`;
};

/** What must be mended, counted; nothing when the chain is whole. */
export const checkTexts = (found: Checked): readonly string[] =>
  [
    found.loose === 0 ? '' : found.loose === 1 ? '1 løs ende' : `${found.loose} løse ender`,
    benefitsLacking(found),
    found.withdrawn === 0 ? '' : `${found.withdrawn} er trukket tilbage`,
    found.twoTexts === 0 ? '' : `${found.twoTexts} skrevet to gange`,
  ].filter((text) => text !== '');

export const kickerOf = ({
  column,
  stops,
  isWorse,
}: Pick<ChainLink, 'column' | 'stops' | 'isWorse'>) => {
  if (column === 'behaviour') return stops ? 'Stopper med' : 'Begynder på';
  if (column !== 'benefit') return '';
  return isWorse ? '− værre' : '+ bedre';
};

/** A link in a sentence: "Stopper med: Køre ud". */
export const spoken = (
  link: Pick<ChainLink, 'column' | 'stops' | 'isWorse'>,
  text: string,
): string => {
  if (link.column === 'behaviour') return `${kickerOf(link)}: ${text}`;
  return link.column === 'benefit' ? `${link.isWorse ? '−' : '+'} ${text}` : text;
};

export const chainRefusals: Record<ChainRefusal['type'], string> = {
  loose: 'Det ene led er slettet, så der er ikke noget at forbinde.',
  backwards: 'En virkning går fra venstre mod højre. Byt om på de to led.',
  sameColumn: 'To led i den kolonne kan ikke føre til hinanden.',
  cycle: 'Så ville kæden gå i ring.',
  notAllowed: 'Du kan læse kæden. De, der arbejder på projektet, kan rette den.',
  notNow: 'Projektet er slut. Kæden kan læses, men ikke rettes.',
  gone: 'Leddet er slettet imens.',
  textMissing: 'Skriv, hvad leddet siger.',
  tooLong: 'Det er for langt. Et led har plads til 200 tegn, og hvem det er til 120.',
  full: 'Der er ikke plads til flere. Del projektet op, eller slet noget.',
  holdsAlready: 'Sådan er det allerede.',
  promised:
    'Gevinsten er beskrevet og bliver under Gevinster. Træk den tilbage på projektets side, før den flyttes.',
  touched: 'En anden har arbejdet videre på det siden. Derfor er det ikke fortrudt.',
  notYours: 'Du kan fortryde det, du selv har gjort.',
  noVersion: 'Den udgave findes ikke.',
  personNumber: 'Der står noget, der ligner et CPR-nummer. Kæden kan læses af alle.',
};
