import type {
  ApprovalEvent,
  ApprovalStep,
  FactName,
  PaperFacts,
} from '#shared/domain/approvals/approval.ts';
import { doorOf } from '#shared/domain/approvals/approval.ts';
import type { ApprovalRefusal } from '#shared/domain/approvals/rules.ts';
import type { ApprovalView } from '#shared/domain/approvals/view.ts';
import { askingWords, type RefusalWords, wordRefusals } from '../asking/words.ts';
import { dayText, dueMoment, hourMoment, hourText, momentText } from '../dates.ts';
import { formatKr, nbsp } from '../money.ts';
import { capital, riskText } from '../requests/cards.ts';
import { gateLabels, listText, tekNames } from '../words.ts';

/* What an owner and a lead read of an approval, on cards, in the tab and in the history. */

const phases: Record<ApprovalStep, string> = {
  ideaOwner: 'Idé',
  investigationOwner: 'Undersøgelse',
  trialOwner: 'Afprøvning',
};

/** "idébeskrivelsen", inside a sentence. */
export const paperNames: Record<ApprovalStep, string> = {
  ideaOwner: 'idébeskrivelsen',
  investigationOwner: 'projektbeskrivelsen',
  trialOwner: 'evalueringen',
};

/** "version 5", however people write it; '' when nothing is said. */
export const versionText = ({ version }: Pick<PaperFacts, 'version'>): string => {
  const said = version.trim();
  if (/^\d/.test(said)) return `version${nbsp}${said}`;
  return /^v\.?\s*\d/i.test(said) ? `version${nbsp}${said.replace(/^\D+/, '')}` : said;
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** "idébeskrivelsen, version 5". */
export const paperAndVersion = (step: ApprovalStep, facts: Pick<PaperFacts, 'version'>): string =>
  [paperNames[step], lower(versionText(facts))].filter((part) => part !== '').join(', ');

export const approvalKickers = {
  yours: (step: ApprovalStep): string => `${phases[step]} · Din godkendelse`,
  changed: (step: ApprovalStep): string => `${phases[step]} · Ændret siden du godkendte`,
  nudge: (step: ApprovalStep): string => `Husk · ${phases[step]}`,
  open: (step: ApprovalStep): string => `Åben · ${phases[step]}`,
  approved: (step: ApprovalStep): string => `✓ Godkendt · ${phases[step]}`,
  sentBack: (step: ApprovalStep): string => `Sendt tilbage · ${phases[step]}`,
  yourNext: 'Sendt tilbage · Dit næste skridt',
  question: (step: ApprovalStep): string => `${phases[step]} · Spørgsmål til dig`,
  replied: (step: ApprovalStep): string => `${phases[step]} · Du har svaret`,
  overdue: (step: ApprovalStep): string => `Fristen er gået · ${phases[step]}`,
  received: (step: ApprovalStep): string => `${phases[step]} · Modtaget`,
  past: (step: ApprovalStep): string => `Spørges ikke mere · ${phases[step]}`,
} as const;

const next: Record<ApprovalStep, string> = {
  ideaOwner: 'Chefen vælger pulje, når du har godkendt.',
  investigationOwner: 'Chefen bekræfter puljen, når du har godkendt.',
  trialOwner: 'Chefen kommenterer, når du har godkendt.',
};

const nextAfter: Record<ApprovalStep, string> = {
  ideaOwner: 'Nu skal chefen vælge pulje og kommentere.',
  investigationOwner: 'Nu skal chefen bekræfte puljen og kommentere.',
  trialOwner: 'Nu skal chefen kommentere.',
};

/** Said in the question and on the button when it is only another version. */
const named = (step: ApprovalStep, facts: PaperFacts, isChange: boolean): string => {
  const version = lower(versionText(facts));
  return isChange && version !== '' ? version : paperNames[step];
};

export const approvalQuestion = (
  step: ApprovalStep,
  facts: PaperFacts,
  change: readonly FactName[],
): string => {
  if (change.length === 0) return `Kan du stå inde for ${paperNames[step]}?`;
  return change.includes('version') && versionText(facts) !== ''
    ? `Kan du også stå inde for ${lower(versionText(facts))}?`
    : `Kan du stadig stå inde for ${paperNames[step]}?`;
};

export const whyOwner = (view: ApprovalView, onBehalf: boolean): string => {
  const { step } = view.now;
  const why = onBehalf
    ? `Du svarer for projektejeren, ${view.project.ownerName}.`
    : 'Du spørges, fordi du er projektejer.';
  return `${why} ${next[step]}`;
};

export const approvalDue = {
  answer: (dueAt: string, at: string): string => `Svar inden ${dueMoment(dueAt, at)}`,
  nudge: (dueAt: string): string =>
    `Svar inden ${hourText(dueAt)}, ellers hører projektlederen det.`,
  passed: (dueAt: string): string => `Fristen var ${hourMoment(dueAt)}. Dit svar tæller stadig.`,
} as const;

const counts: Readonly<Record<number, string>> = { 1: 'Én ting', 2: 'To ting', 3: 'Tre ting' };

/** "Du godkendte version 4 torsdag 19. november kl. 9.40. To ting er ændret, resten er som før." */
export const changedSince = (
  yes: Pick<ApprovalEvent, 'at'> & { readonly facts: PaperFacts },
  count: number,
  isOwn: boolean,
): string => {
  const version = lower(versionText(yes.facts)) || 'den forrige udgave';
  const who = isOwn ? 'Du godkendte' : 'Projektejeren godkendte';
  const what = count === 0 ? 'Papiret' : (counts[count] ?? `${count}${nbsp}ting`);
  return `${who} ${version} ${momentText(yes.at)}. ${what} er ændret, resten er som før.`;
};

const facts: Record<FactName, string> = {
  version: 'Version',
  link: 'Papiret',
  purpose: 'Formål',
  askOre: 'Det koster',
  budgetOre: 'Hele budgettet',
  runningCostsOre: 'Drift i fire år',
  riskCategory: 'Risiko',
  efficiency: tekNames.efficiency,
  quality: tekNames.quality,
  wellbeing: tekNames.wellbeing,
  ownerId: 'Projektejer',
};

export const factLabel = (name: FactName): string => facts[name];

const nothing = 'ikke udfyldt';

/** A fact as people say it; an address and a person are only told to be another. */
export const factValue = (name: FactName, paper: PaperFacts): string => {
  switch (name) {
    case 'version':
      return versionText(paper) || nothing;
    case 'link':
    case 'ownerId':
      return '';
    case 'purpose':
      return paper.purpose || nothing;
    case 'askOre':
    case 'budgetOre': {
      const ore = paper[name];
      return ore === null ? nothing : formatKr(ore);
    }
    case 'runningCostsOre':
      return paper.runningCostsOre.length === 0
        ? nothing
        : listText(paper.runningCostsOre.map(formatKr));
    case 'riskCategory':
      return riskText(paper.riskCategory).replace(/\.$/, '');
    case 'efficiency':
    case 'quality':
    case 'wellbeing':
      return paper[name] === null ? 'ikke vurderet' : `${paper[name]}${nbsp}af${nbsp}3`;
  }
};

export const changeWords = {
  before: 'Før: ',
  now: 'Nu: ',
  another: { link: 'Linket peger på et andet papir.', ownerId: 'Projektejeren er en anden.' },
  more: (count: number): string => `og ${count}${nbsp}til`,
} as const;

export const approvalWords = {
  checked: 'Tjekket:',
  checkedWhat: 'CE, MDR, informationssikkerhed.',
  /** What a yes is said to. */
  binds: (paper: PaperFacts): string => {
    const version = lower(versionText(paper)) || 'papiret, som det er nu';
    return `Du godkender ${version}. Ændres det, spørger vi igen.`;
  },
  gateWaits: (step: ApprovalStep, before: PaperFacts): string => {
    const version = versionText(before);
    const waits = `${gateLabels[doorOf(step)]} venter på dig.`;
    return version === '' ? waits : `${waits} ${capital(version)} bliver stående i historikken.`;
  },
  read: (step: ApprovalStep, paper: PaperFacts, minutes: number | null): string =>
    `Læs ${paperAndVersion(step, paper)}${minutes === null ? '' : ` (${minutes}${nbsp}min.)`}`,
  field: 'Kommentar (skal med ved Send tilbage og Spørg)',
  approve: (step: ApprovalStep, paper: PaperFacts, change: readonly FactName[]): string =>
    `Godkend ${named(step, paper, change.includes('version'))}`,
  sendBack: 'Send tilbage',
  openPaper: (step: ApprovalStep): string => `Åbn ${paperNames[step]}`,
} as const;

/** The lead's card about a question of the owner's. */
export const ownersQuestionWords = {
  why: 'Du spørges, fordi du er projektleder. Dit svar kommer på projektejerens kort.',
  sent: 'Projektejeren har fået besked. Du skal ikke gøre mere.',
} as const;

/** What was done, as the one who did it and the lead are told. */
export const approvalReceipts = {
  approved: (step: ApprovalStep, paper: PaperFacts, who: string): string =>
    `${who} godkendte ${paperAndVersion(step, paper)}`,
  sentBack: (step: ApprovalStep, paper: PaperFacts, who: string): string =>
    `${who} sendte ${lower(versionText(paper)) || paperNames[step]} tilbage`,
  wanted: (step: ApprovalStep, paper: PaperFacts): string =>
    `Projektejeren vil have rettet ${lower(versionText(paper)) || paperNames[step]}`,
  noted: (name: string): string => `${name} har skrevet ned, at du godkendte`,
  nextApproved: (step: ApprovalStep): string => `${nextAfter[step]} Du skal ikke gøre mere.`,
  nextForLead: (step: ApprovalStep): string => nextAfter[step],
  nextSentBack: 'Projektlederen retter og spørger dig igen. Du skal ikke gøre mere.',
  leadCorrects: (step: ApprovalStep): string =>
    `Ret ${paperNames[step]}. Når du gemmer den nye version, spørger vi projektejeren igen.`,
  changedSince: 'Papiret er ændret siden, og godkendelsen gælder ikke længere.',
  withdrawn: 'Godkendelsen er taget tilbage.',
} as const;

export const approvalPast = {
  waitsFor: (name: string): string => `Den venter på ${name || 'projektejeren'}.`,
  overdue: (name: string): string => `${name || 'Projektejeren'} har ikke svaret`,
  overdueText: (askedAt: string, dueAt: string): string =>
    `Spurgt ${dayText(askedAt)}. Fristen var ${hourMoment(dueAt)}.`,
  overdueNext:
    'Ring, eller mind om det. Siger projektejeren ja på anden måde, kan team DigiTek skrive det ned.',
} as const;

export const approvalRefusalWords = (refusal: ApprovalRefusal): RefusalWords => {
  switch (refusal.type) {
    case 'wordMissing':
      return wordRefusals.missing;
    case 'wordTooLong':
      return wordRefusals.tooLong(refusal.longest);
    case 'changed':
      return {
        title: 'Der er kommet en nyere udgave',
        text: 'Her er den, der gælder nu. Trykket ændrede ikke noget.',
      };
    case 'movedOn':
      return { title: askingWords.answered, text: askingWords.changedNothing };
    case 'askedAlready':
      return { title: 'Projektejeren er allerede spurgt', text: askingWords.askedAlready };
    case 'holdsAlready':
      return { title: 'Den er allerede godkendt', text: askingWords.changedNothing };
    case 'notYours':
      return { title: askingWords.notYours, text: askingWords.changedNothing };
    case 'notAllowed':
      return {
        title: askingWords.youCannot,
        text: 'Det kan kun projektejeren, projektlederen og team DigiTek.',
      };
    case 'paperMissing':
      return { title: 'Papiret mangler', text: 'Sæt et link til papiret ind først.' };
    case 'ownerMissing':
      return { title: 'Projektejeren mangler', text: 'Vælg en projektejer først.' };
    case 'notNow':
      return { title: askingWords.over, text: askingWords.notAhead };
  }
};

/** A line for a locked phone, around the project's name. */
export const approvalSummaries = {
  ask: (step: ApprovalStep): readonly [string, string] => [
    'Din godkendelse: ',
    `, ${paperNames[step]}`,
  ],
  changed: (step: ApprovalStep): readonly [string, string] => ['Ændret: ', `, ${paperNames[step]}`],
  nudge: (dueAt: string): readonly [string, string] => [`Husk at svare ${hourText(dueAt)}: `, ''],
  question: ['Spørgsmål fra projektejeren: ', ''],
  reply: ['Svar fra projektlederen: ', ''],
  told: (kicker: string): readonly [string, string] => [`${kicker}: `, ''],
} as const;

/** A line of the history. */
export const approvalHistory: Readonly<
  Record<ApprovalEvent['kind'], (step: ApprovalStep) => string>
> = {
  asked: (step) => `Projektejeren er spurgt om ${paperNames[step]}`,
  approved: (step) => `Projektejeren godkendte ${paperNames[step]}`,
  noted: (step) => `Skrevet ned: projektejeren godkender ${paperNames[step]}`,
  sentBack: (step) => `Projektejeren sendte ${paperNames[step]} tilbage`,
  question: () => 'Projektejeren spurgte projektlederen',
  reply: () => 'Svar til projektejeren',
  withdrawn: (step) => `Godkendelsen af ${paperNames[step]} er taget tilbage`,
};
