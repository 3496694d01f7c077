import type { PaperCode } from '#shared/domain/papers/paper.ts';
import {
  isOwnQuestion,
  type PaperTemplate,
  type QuestionCode,
  type RowColumn,
  type SectionCode,
  sectionKey,
} from '#shared/domain/papers/template.ts';

/* What the papers ask, until the consultant calls it otherwise. */

export const paperTitles: Record<PaperCode, string> = {
  ideaDescription: 'Idébeskrivelse',
  projectDescription: 'Projektbeskrivelse',
  evaluation: 'Evaluering',
};

const sections: { readonly [P in PaperCode]: Readonly<Record<SectionCode<P>, string>> } = {
  ideaDescription: {
    idea: 'Idéen',
    local: 'Det skal vi. Hvad betyder det hos os?',
    benefits: 'Forventede gevinster',
    risk: 'Risiko',
    economy: 'Økonomi',
    asked: 'Hvem er spurgt',
    checklist: 'Tjekliste',
    decision: 'Anbefaling og beslutning',
  },
  projectDescription: {
    project: 'Projektet',
    local: 'Det skal vi. Hvad betyder det hos os?',
    benefits: 'Gevinster og målemetoder',
    together: 'Sammen med medarbejdere og borgere',
    economy: 'Økonomi',
    roles: 'Roller og forberedelse',
    risk: 'Risiko',
    others: 'Det siger de, der har prøvet det',
    service: 'Teknik og service',
    checklist: 'Tjekliste',
    decision: 'Anbefaling og beslutning',
  },
  evaluation: {
    trial: 'Afprøvningen',
    benefits: 'Resultater',
    economy: 'Økonomi',
    risk: 'Risiko',
    learnt: 'Det har vi lært',
    recommend: 'Jeres anbefaling',
    decision: 'Anbefaling og beslutning',
  },
};

type Asked = {
  readonly heading: string;
  readonly help: string;
};

const asks = (heading: string, help = ''): Asked => ({ heading, help });

const drawn = {
  tek: asks('Trivsel, effektivitet og kvalitet', 'Står på projektet.'),
  risk: asks('Risiko og risikovillighed', 'Står på projektet.'),
  budget: asks('Beløb', 'Står på projektet.'),
  runningCosts: asks('Drift i fire år', 'Står på projektet.'),
  recommendation: asks('DigiTeks anbefaling', 'Står på projektet.'),
  decider: asks('Hvem beslutter', 'Følger af området og pengene.'),
};

const local = {
  businessCase: asks('Hvad står der i businesscasen?'),
  localGoals: asks('Hvad er vores mål, og hvilke effekter skal vi opnå?'),
  localOwner: asks('Hvem er ansvarlig for at nå målene hos os?'),
  localNeeds: asks('Hvad kræver det, for at vi når målene?'),
  localCulture: asks(
    'Hvad skal vi passe på?',
    'Vaner og kultur hos os, ejerskab, og hvem der følger gevinsterne til dørs.',
  ),
};

const attention = asks(
  'Hvad skal vi være opmærksomme på?',
  'Det, der kan gå galt, og hvad I vil gøre ved det.',
);
const payback = asks(
  'Hvornår har det tjent sig hjem?',
  'Bedre service og arbejdsgange tæller også.',
);
const costs = asks('Hvad dækker beløbet?', 'Køb, timer, uddannelse og det, der ellers koster.');

const questions: { readonly [P in PaperCode]: Readonly<Record<QuestionCode<P>, Asked>> } = {
  ideaDescription: {
    ...drawn,
    ...local,
    what: asks('Hvad er idéen?', 'Skriv, så en kollega fra et andet område forstår den.'),
    citizen: asks('Hvad får borgeren ud af det?'),
    explained: asks('Har I forklaret idéen for kolleger, og gav den mening?'),
    rolePlayed: asks('Har I prøvet den af som rollespil eller samtale?'),
    benefits: asks('Hvad bliver bedre, og for hvem?'),
    attention,
    costs,
    asked: asks('Hvem er spurgt, og hvad sagde de?', 'Borgere, pårørende, medarbejdere, IT.'),
    ce: asks('CE-mærke', 'Er løsningen CE-mærket?'),
    mdr: asks('Medicinsk udstyr, MDR', 'Er det medicinsk udstyr?'),
    security: asks('Informationssikkerhed', 'Er der set på persondata og sikkerhed?'),
    elsewhere: asks('Findes den et andet sted i kommunen?'),
    doubleWork: asks('Laver andre enheder det samme?'),
    coherence: asks('Hænger den sammen med andre tiltag?'),
  },
  projectDescription: {
    ...drawn,
    ...local,
    what: asks('Hvad skal projektet, og for hvem?'),
    citizen: asks('Hvad får borgeren ud af det?'),
    benefits: asks('Hvilke gevinster går vi efter?', 'Fra gevinstafklaringen.'),
    measures: asks('Hvordan måler vi dem?', 'Én række for hver gevinst.'),
    workshop: asks(
      'Hvad besluttede I på workshoppen?',
      'Tre timer: et oplæg om, hvad I kan hos jer. Hvornår og hvordan det rører jeres kerneopgaver, nu og senere. Hvordan I gerne vil arbejde. Og hvad I gør.',
    ),
    nowAndThen: asks(
      'Hvad er godt og skidt i dag, og hvad bliver det?',
      'Beskriv først i dag og så bagefter. Spørg medarbejdere eller borgere om fordele og ulemper ved begge.',
    ),
    carriedOver: asks('Hvordan tager I det gode med, og hvordan bliver det skidte mindre?'),
    costs,
    payback,
    loan: asks('Er pengene et tilskud eller et lån?'),
    sharing: asks('Deler I jeres erfaringer med de andre områder?'),
    roles: asks('Hvem gør hvad?', 'Projektejer, projektleder, medarbejdere, leverandør.'),
    preparation: asks('Hvad skal være på plads, før vi begynder?'),
    attention,
    othersExperience: asks('Hvilke erfaringer gjorde de?'),
    othersWarn: asks('Hvad skal vi være særligt opmærksomme på?'),
    othersSucceeded: asks('Hvad gjorde, at de lykkedes?'),
    technology: asks('Servicedesign og integrationer', 'Kort. Tegninger ligger på trinnet.'),
    serviceLevel: asks('Hvilket serviceniveau aftales?', 'Svartider, support og oppetid.'),
    security: asks('Informationssikkerhed', 'Er der set på persondata og sikkerhed?'),
    dataProcessing: asks('Databehandleraftale', 'Er den på plads eller på vej?'),
    location: asks(
      'Bruger løsningen data om, hvor nogen er?',
      'Kun med omhyggelig information, åbenhed og respekt.',
    ),
  },
  evaluation: {
    ...drawn,
    what: asks('Hvad blev prøvet, hvor og hvor længe?'),
    experience: asks('Hvilke erfaringer gjorde I?', 'Borgere, medarbejdere og teknik.'),
    results: asks('Hvad viste målingerne?', 'Én række for hver gevinst.'),
    benefits: asks('Hvad blev bedre, og hvad gjorde ikke?'),
    costs: asks('Hvad kostede det, og hvad vil drift koste?'),
    payback,
    attention,
    learnt: asks('Hvad har I lært?', 'Højst fem linjer, som andre kan bruge.'),
    shared: asks('Hvem skal høre om det?'),
    recommend: asks('Hvad anbefaler I?', 'Stop, drift, spredning eller nytænkning. Og hvorfor.'),
    spread: asks('Hvor kan det spredes til?'),
  },
};

export const columnHeads: Record<RowColumn, string> = {
  what: 'Gevinst',
  how: 'Sådan måler vi',
  before: 'I dag',
  goal: 'Mål',
  after: 'Efter',
};

/** What a section is called where nobody has said otherwise. */
export const usualSection = (paper: PaperCode, code: string): string =>
  (sections[paper] as Readonly<Record<string, string>>)[code] ?? code;

const usual = (paper: PaperCode, code: string): Asked =>
  // An own question has no usual heading: without one it is not asked.
  (questions[paper] as Readonly<Record<string, Asked>>)[code] ??
  asks(isOwnQuestion(code) ? '' : code);

export const usualHeading = (paper: PaperCode, code: string): string => usual(paper, code).heading;
export const usualHelp = (paper: PaperCode, code: string): string => usual(paper, code).help;

type Named = Pick<PaperTemplate, 'headings'>;

export const sectionName = (paper: PaperCode, { headings }: Named, code: string): string =>
  headings[sectionKey(code)] ?? usualSection(paper, code);

export const questionName = (paper: PaperCode, { headings }: Named, code: string): string =>
  headings[code] ?? usualHeading(paper, code);

export const questionHelp = (
  paper: PaperCode,
  { helps }: Pick<PaperTemplate, 'helps'>,
  code: string,
): string => helps[code] ?? usualHelp(paper, code);
