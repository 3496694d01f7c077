import type { Area, AreaId } from '#shared/domain/area.ts';
import { choiceOf, type Decision, type Position } from '#shared/domain/request.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { daysText, dayText, weekdayText } from '../dates.ts';
import { formatKr, nbsp } from '../money.ts';
import { capital } from '../requests/cards.ts';
import { endHeadline, toldTo } from '../requests/receipts.ts';
import { choicePast, poolName, seatName } from '../words.ts';

/* What Til beslutning says. */

export const decideWords = {
  agenda: 'Se dagsordenen',
  noted: (text: string): string => `Noteret uenighed på mødet: »${text}«`,
  why: 'Kort fortalt',
  price: 'Pris',
  once: 'én gang',
  noMoney: 'ingen penge nu',
  benefits: 'Gevinster',
  legs: 'effektivitet · kvalitet · trivsel',
  legsShort: 'E · K · T',
  notAssessed: 'Ikke vurderet',
  risk: 'Risiko',
  riskOf: 'af 4',
  inside: 'inden for risikovillighed',
  outside: 'over risikovillighed',
  time: 'Tid',
  inPhase: 'i fasen',
  priority: 'Prioritet',
  byDigitek: 'anbefalet af DigiTek',
  running: 'Drift',
  perYear: 'om året i 4 år',
  /** Who pays for it, where that is said. */
  runningNote: (payer: string): string =>
    payer === '' ? decideWords.perYear : `${decideWords.perYear}, betales af ${payer}`,
  said: 'Sagt undervejs',
  recommends: 'DigiTek anbefaler',
  lift: 'DigiTek foreslår at løfte sagen. Du har det sidste ord.',
  positions: 'Chefgruppen',
  coDeciders: 'Hvem svarer',
  notYet: 'har ikke svaret',
  wantsMeeting: 'vil tage det på mødet',
  noReply: 'Intet svar endnu',
  answer: 'Dit svar',
  answerFor: 'Svar for',
  comment: 'Kommentar eller spørgsmål',
  commentHint: 'Kommentar (frivillig ved ja)',
  reply: 'Dit svar på spørgsmålet',
  sendReply: 'Send svaret',
  document: 'Åbn papiret',
  minutes: 'min.',
  nothing: 'Intet venter på dig',
  nothingText: 'Når en sag venter på dit svar, står den her. Du får også et kort i chatten.',
  answered: 'Besvaret',
  next: 'Næste sag',
  done: 'Tilbage til tavlen',
  openProject: 'Åbn projektet',
  notSaved: 'Dit svar er ikke gemt. Prøv igen.',
  sending: 'Sender svaret',
  rethinkQuestion: 'Skal løsningen også i drift imens?',
  mattersList: 'Sager, der venter på dig',
  notForYou: 'Sagen venter ikke på dig',
  notFound: 'Sagen findes ikke',
  onePlace: 'Du svarer for',
  others: 'Andre svar',
  replied: 'Svaret er sendt',
  questionToYou: 'spørgsmål til dig',
  noSentence: 'Ingen sætning endnu',
  moreAnswers: 'Flere svar',
  addComment: 'Skriv en kommentar',
  hideComment: 'Skjul kommentaren',
  of: 'af',
  asked: 'Dit spørgsmål er sendt. Sagen er åben imens, og du kan godt beslutte uden at vente.',
  questionAsked: 'Hvad vil du spørge projektlederen om?',
  thenPress: (label: string): string => `Skriv en sætning, og vælg »${label}« igen.`,
  nextIs: (title: string): string => `Næste: ${title}`,
} as const;

export const waitingCountText = (count: number): string => `${count}${nbsp}ting venter på dig`;

export const minutesText = (minutes: number): string => `${minutes}${nbsp}min.`;

export const readingText = (minutes: number): string => `${minutesText(minutes)} læsning`;

export const totalMinutesText = (minutes: number): string => `Ca. ${minutesText(minutes)} i alt`;

/** Reading time: what the paper says, else two minutes. */
export const minutesOf = (view: RequestView): number => view.request.paper.minutes ?? 2;

export const waitedText = (days: number): string =>
  days === 0 ? 'ny' : `har ventet ${daysText(days)}`;

/** "Egen pulje", "Fællespuljen", "3 puljer", "Ingen penge". */
export const fundingText = (view: RequestView): string => {
  const paying = view.request.shares.filter((share) => share.ore > 0);
  const [only] = paying;
  if (!only) return 'Ingen penge';
  return paying.length === 1 ? poolName(view.areas, only.pool) : `${paying.length} puljer`;
};

export const answeredCountText = (view: RequestView): string => {
  const given = view.positions.filter((one) => one.position.type !== 'waiting').length;
  return `${given} af ${view.positions.length} har svaret`;
};

/** "til afprøvning, svaret af Leder, Syd for Chef, Omsorg". */
export const positionText = (position: Position, areas: readonly Area[]): string => {
  if (position.type === 'waiting') return decideWords.notYet;
  const said = position.type === 'choice' ? choicePast(position.choice) : decideWords.wantsMeeting;
  const { statement } = position;
  return statement.onBehalf && statement.seat !== null
    ? `${said}, svaret af ${statement.byName} for ${seatName(areas, statement.seat)}`
    : said;
};

/** "Stedfortræder: Leder, Syd, 20. november til 27. november". */
export const deputyUntilText = (
  deputy: RequestView['positions'][number]['deputies'][number],
): string => `Stedfortræder: ${deputy.name}, ${dayText(deputy.from)} til ${dayText(deputy.to)}`;

/** "DigiRehab venter også, på 50.000 kr. Der er ikke til begge." */
export const rivalText = (
  rival: { readonly title: string; readonly ore: number },
  afterOre: number,
): string => {
  const both = afterOre >= rival.ore ? 'Der er til begge.' : 'Der er ikke til begge.';
  return `${rival.title} venter også, på ${formatKr(rival.ore)} ${both}`;
};

/** What the person did, as the receipt's head. */
export const receiptHead = (view: RequestView, reader: Reader): string => {
  const { state, areas } = view;
  if (state.type === 'ended') return endHeadline(toldTo(state.decision, areas, reader));
  return reader.deputy && reader.seat !== null
    ? `Dit svar for ${seatName(areas, reader.seat)} er gemt`
    : 'Dit svar er gemt';
};

export const receiptNext = (decision: Decision | null): string => {
  switch (decision?.ending) {
    case undefined:
      return 'Sagen er stadig åben. Du kan ændre dit svar, indtil den er besluttet.';
    case 'decided':
      return decision.outcome === 'stop'
        ? 'Tak for arbejdet. Idéen og erfaringen bliver stående på tavlen under Stoppet.'
        : 'Projektlederen har fået besked. Du skal ikke gøre mere.';
    case 'lifted':
      return 'Chefgruppen er spurgt. Du skal ikke gøre mere.';
    case 'toCommonPool':
      return 'Projektlederen sætter andelene, og så spørges chefgruppen.';
    default:
      return 'Du skal ikke gøre mere.';
  }
};

type AnsweredFor = {
  readonly decision: Decision | null;
  readonly seat: AreaId | null;
  /** Whoever answered in the person's place. */
  readonly deputy: string | null;
  readonly onBehalf: boolean;
};

/** A line under what the person has answered, or a deputy for them. */
export const answeredLine = (answered: AnsweredFor, areas: readonly Area[]): string => {
  const { decision, seat, deputy, onBehalf } = answered;
  const choice = decision ? choiceOf(decision) : null;
  const ended = choice ? choicePast(choice) : 'sagen er sendt videre';
  const said = decision ? ended : 'svaret er gemt, venter på de andre';
  if (deputy !== null) return `${deputy} på dine vegne: ${said}`;
  if (onBehalf && seat !== null) return `For ${seatName(areas, seat)}: ${said}`;
  return capital(said);
};

export const onMeetingText = (statusDay: string | null): string =>
  statusDay === null
    ? 'Sagen venter på det næste møde i chefgruppen.'
    : `Sagen venter på kvartalsstatus ${weekdayText(statusDay)}.`;
