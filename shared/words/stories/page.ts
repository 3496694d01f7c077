import type { Area, AreaId } from '#shared/domain/area.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { StoryNow } from '#shared/domain/stories/now.ts';
import type { StoryEvent, StoryState } from '#shared/domain/stories/story.ts';
import { daysFrom, momentText, timeText, weekdayText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { phaseNames, seatName } from '../words.ts';
import { leaderName } from './cards.ts';

/* What the page of one story says. */

/** "07…34 er ikke et cpr-nummer": never the whole of it. */
export const clearedText = (number: string): string =>
  `${number.slice(0, 2)}…${number.slice(-2)} er ikke et cpr-nummer`;

export const storyPageWords = {
  back: 'Historier',
  notFound: 'Historien findes ikke',
  toStories: 'Til alle historier',
  title: 'Overskrift',
  titleHint: 'Til jer selv. Den kommer ikke med i opslaget.',
  text: 'Teksten',
  topic: 'Emnet: Hvad vil I fortælle, og hvad kan andre lære af det?',
  material: 'Kort om materialet',
  enquiry: 'Hvad spørger de om?',
  chef: 'Chef, der spørges',
  pickChef: 'Vælg en chef',
  leder: 'Leder, der spørges',
  pickLeder: 'Vælg en leder',
  planned: 'Planlagt til',
  preview: 'Sådan ser det ud',
  previewProfile: 'Viborg Kommune',
  previewUnder: 'LinkedIn',
  more: '…se mere',
  less: 'vis mindre',
  emptyPost: 'Teksten kommer til at stå her.',
  foldMark: 'Stregen i teksten viser, hvor LinkedIn klipper med »…se mere«.',
  allShown: 'Hele teksten ses uden at trykke.',
  remarks: 'Kan det siges enklere?',
  remarksHint: 'Det er råd. De stopper ikke noget.',
  noRemarks: 'Teksten er let at læse.',
  inTheWay: 'Det mangler, før den kan sendes',
  inTheWayHere: 'Det skal rettes først',
  doubts: 'Er det et cpr-nummer? Sig til, hvis det ikke er.',
  showPlace: 'Vis stedet',
  save: 'Gem',
  saving: 'Gemmer',
  saved: 'Gemt',
  unsaved: 'Ikke gemt endnu',
  undo: 'Fortryd ændringerne',
  edit: 'Ret teksten',
  stopEditing: 'Ret ikke alligevel',
  voidsOk: 'Gemmer du en ændring, gælder OK’et ikke længere. Så skal der spørges igen.',
  takesBack: 'Gemmer du en ændring, trækkes spørgsmålet tilbage. Så skal der spørges igen.',
  comment: 'Et ord med på vejen (frivilligt)',
  yourWords: 'Dit svar',
  askAgain: 'Spørg igen',
  overdueText: 'Tavshed slår intet op. Ring, eller spørg igen.',
  suggestionTitle: 'Forslag til en anden tekst',
  suggestionHint: 'Bruger du forslaget uændret, er det chefens OK.',
  useSuggestion: 'Brug forslaget',
  answerSuggestion: 'Svar på forslaget',
  answeringSuggestion: 'Du retter i chefens forslag. Når du sender, spørges chefen igen.',
  sinceSuggestion: 'Ændret siden dit forslag',
  copyText: 'Kopiér teksten',
  copied: 'Kopieret. Sæt den ind i opslaget.',
  copyByHand: 'Teksten er markeret. Tryk Ctrl+C for at kopiere den.',
  downloadPicture: 'Hent billedet',
  readyTitle: 'Klar til at slå op',
  readyText: (pictures: number): string => {
    if (pictures === 0) return 'Kopiér teksten, og skriv bagefter, hvor den ligger.';
    const what = pictures === 1 ? 'billedet' : 'billederne';
    return `Kopiér teksten, hent ${what}, og skriv bagefter, hvor den ligger.`;
  },
  published: 'Slået op',
  publishAgain: 'Slået op et sted til',
  sentOut: 'Sendt til eller lagt op',
  where: 'Hvor?',
  whose: 'Hvis profil?',
  organisation: 'Hvilken organisation?',
  otherOrganisation: 'En anden',
  link: 'Link',
  linkHint: 'https://',
  dayOut: 'Dagen, den kom ud',
  enter: 'Skriv i registret',
  register: 'Her ligger den',
  stop: 'Stop historien',
  stopWhy: 'Hvorfor stopper I den?',
  close: 'Afslut henvendelsen',
  closeWhy: 'Hvad blev det til?',
  cancel: 'Fortryd',
  history: 'Det er der sket',
  showVersion: 'Vis udgaven',
  hideVersion: 'Skjul udgaven',
  changedFromBefore: 'Ændret siden udgaven før',
  sameText: 'Teksten er den samme.',
  picturesChanged: 'Billederne er ændret.',
  filesChanged: 'Filerne er ændret.',
  before: 'Før',
  nowText: 'Nu',
  wholeText: 'Vis hele teksten',
  onlyChange: 'Vis kun ændringen',
  pictures: 'Billeder',
  addPicture: 'Tilføj billede',
  dropHere: 'Træk billeder hertil, eller vælg dem. De gøres mindre, før de sendes.',
  picturePlaces: 'JPEG eller PNG, højst 10.',
  uploading: 'Sender billedet',
  notAPicture: 'Filen kan ikke læses som et billede. Gem den som JPEG eller PNG.',
  alt: 'Alt-tekst: Hvad ser man?',
  people: 'Der er nogen i billedet',
  consent: 'Hvor ligger samtykket, og hvis er det?',
  up: 'Flyt frem',
  down: 'Flyt tilbage',
  remove: 'Fjern',
  consentInPlace: 'Samtykke',
  files: 'Filer',
  addFile: 'Tilføj en fil',
  fileTitle: 'Navn',
  fileLink: 'Link',
  fileVersion: 'Udgave',
  noFiles: 'Ingen filer endnu. Læg artiklen i biblioteket, og sæt linket ind.',
  conflict: 'En anden har gemt imens. Vælg, hvad der skal gælde.',
  movedMeanwhile: 'Historien er kommet videre imens. Vælg, hvad der skal gælde.',
  yours: 'Din tekst',
  theirs: 'Det, der ligger nu',
  keepMine: 'Gem min',
  keepTheirs: 'Behold det, der ligger',
  leaveTitle: 'Teksten er ikke gemt',
  leaveText: 'Går du nu, er det, du har skrevet, væk.',
  leaveSave: 'Gem og gå videre',
  leaveDrop: 'Gå uden at gemme',
  leaveStay: 'Bliv her',
  toViborg: 'Ligger på viborg.dk',
  freshDraft: 'Lav ny tekst fra projektet',
  descriptionReady: 'Tekst til viborg.dk',
  descriptionHint: 'Kopiér teksten, læg den på viborg.dk, og skriv linket her.',
  facts: 'Fakta om projektet',
  noProject: 'Uden projekt',
  project: 'Projekt',
  nobodyPublishes: 'Uden dit OK bliver intet slået op.',
  suggestedText: 'Ret teksten, som du gerne vil have den',
  needWords: (label: string): string => `Skriv en sætning, og vælg »${label}« igen.`,
  sendSuggestion: 'Send mit forslag',
  allAnswers: 'Tilbage til alle svar',
  notSaved: 'Dit svar er ikke gemt. Prøv igen.',
  storiesSection: 'Historier',
  tellsOf: (phase: string): string => `Fortæller om ${phase}`,
  noStories: 'Ingen historier om projektet endnu.',
  writeMicroStory: 'Skriv en mikrohistorie',
  writeArticle: 'Artikel',
  writeDescription: 'viborg.dk',
  logPress: 'Pressehenvendelse',
  pressTitle: 'Log en pressehenvendelse',
  medium: 'Medie',
  contact: 'Journalist og telefon',
  question: 'Hvad spørger de om?',
  pressSend: 'Send til lederen',
  pressLog: 'Log henvendelsen',
  pressNeeds: 'Skriv, hvem der spørger, og hvad de spørger om.',
  openStory: 'Åbn historien',
} as const;

/** "tirsdag kl. 16" while it is less than a week away, else with the date. */
export const dueText = (dueAt: string, at: string): string => {
  const clock = timeText(dueAt).replace(/\.00$/, '');
  const near = daysFrom(at, dueAt) < 7 && dueAt >= at;
  const day = near ? (weekdayText(dueAt).split(' ')[0] ?? '') : weekdayText(dueAt);
  return `${day} ${clock}`;
};

export const answerByText = (dueAt: string, at: string): string =>
  `Svar senest ${dueText(dueAt, at)}`;

/** Whom the story waits for, by name where there is one. */
export const askedName = (now: StoryNow, areas: readonly Area[], chef: string): string => {
  const seat = now.ask?.seat ?? null;
  if (seat === null) return now.about.lederName === '' ? 'lederen' : now.about.lederName;
  const name = seatName(areas, seat);
  return chef === '' || chef === name ? name : `${chef} (${name})`;
};

export const waitingText = (who: string, since: string): string =>
  `Venter på ${who} siden ${momentText(since)}`;

export const overdueText = (dueAt: string, at: string): string =>
  `Svaret skulle være her ${dueText(dueAt, at)}.`;

/** "OK fra Chef Omsorg, mandag 23. november kl. 11.20": whose, and when. */
export const approvalText = (approval: StoryEvent, areas: readonly Area[]): string => {
  const seat = ` på vegne af ${approval.seat === null ? leaderName : seatName(areas, approval.seat)}`;
  const who =
    approval.kind === 'accepted'
      ? `Chefens egen tekst, brugt af ${approval.byName}`
      : `OK fra ${approval.byName}${approval.onBehalf ? seat : ''}`;
  return `${who}, ${momentText(approval.at)}`;
};

export const sendLabel = (state: StoryState, who: string): string => {
  if (state === 'writing') return `Send materialet til ${who}`;
  return `Send til ${who}`;
};

export const savedFirstText = 'Gem og send til';

/** What is missing, the first of it in words. */
export const lacksText = ([first = '', ...rest]: readonly string[]): string => {
  if (rest.length === 0) return first;
  return `${first} Og ${rest.length}${nbsp}ting mere, se listen.`;
};

export const lengthText = (length: number, most: number): string =>
  `${length.toLocaleString('da-DK')} af ${most.toLocaleString('da-DK')} tegn`;

export const tooLongText = (over: number): string =>
  `${over.toLocaleString('da-DK')} tegn for mange`;

export const countsText = (hashtags: number, links: number): string =>
  [
    hashtags === 0 ? '' : `${hashtags}${nbsp}${hashtags === 1 ? 'hashtag' : 'hashtags'}`,
    links === 0 ? '' : `${links}${nbsp}${links === 1 ? 'link' : 'links'}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

export const pictureName = (place: number): string => `Billede ${place + 1}`;

/** A seat with whoever holds it; the seat alone when it is called the same. */
export const chefLine = (areas: readonly Area[], area: AreaId, name: string): string => {
  const seat = seatName(areas, area);
  if (name === '') return `${seat} (ingen lige nu)`;
  return name === seat ? seat : `${seat}: ${name}`;
};

export const staleText = (phase: Phase, now: Phase | null): string =>
  `viborg.dk fortæller stadig om fasen »${phaseNames[phase]}«. ${
    now === null ? '' : `Projektet er nu i »${phaseNames[now]}«.`
  }`;

export const stagesOfArticle = [
  { state: 'draft', name: 'Emne' },
  { state: 'topicLeder', name: 'Leder' },
  { state: 'topicChef', name: 'Chef' },
  { state: 'writing', name: 'Skrives' },
  { state: 'materialLeder', name: 'Leder' },
  { state: 'materialChef', name: 'Chef' },
  { state: 'approved', name: 'Klar' },
  { state: 'published', name: 'Sendt' },
] as const;

export const pressTextOf = (medium: string, contact: string, question: string): string =>
  [`Medie: ${medium}`, ...(contact === '' ? [] : [`Kontakt: ${contact}`]), '', question].join('\n');

export const pressTitleOf = (medium: string): string => `Pressehenvendelse fra ${medium}`;
