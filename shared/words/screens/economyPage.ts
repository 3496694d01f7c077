import type { Area } from '#shared/domain/area.ts';
import type { Pool, PoolId } from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import { formatKr, nbsp } from '../money.ts';
import { listText, poolName } from '../words.ts';

/* What the page Økonomi says. */

export const moneyWords = {
  pools: 'Puljer',
  pool: 'Pulje',
  inKroner: 'kr.',
  year: 'År',
  total: 'I alt',
  beyond: 'Søgt og ikke dækket',
  overdrawn: 'overtrukket',
  export: 'Hent som Excel',
  exporting: 'Henter …',
  enter: 'Bogfør',
  loading: 'Henter økonomien',
  cannotFetch: 'Vi kan ikke hente økonomien lige nu',
  seePostings: 'Se puljens posteringer',
  noPools: 'Der er ingen puljer i det år.',
  fixed: 'Faste udgifter',
  line: 'Linje',
  amount: 'Beløb',
  doNotAgree: 'De to tal passer ikke sammen. Vi viser begge, til forskellen er afklaret.',
  agree: 'De to tal passer sammen.',
  postings: 'Posteringer',
  neverEdited: 'rettes aldrig, kun nye linjer',
  date: 'Dato',
  kind: 'Slags',
  what: 'Projekt',
  after: 'Tilbage i puljen',
  act: 'Ret',
  correct: 'Ret',
  allPools: 'Alle puljer',
  allProjects: 'Alle projekter',
  project: 'Projekt',
  quarter: 'Kvartal',
  allQuarters: 'Hele året',
  chosenProject: 'Valgt projekt',
  purchase: 'Indkøb uden projekt',
  none: 'Ingen posteringer i år endnu. De kommer, når en gate sendes, eller når noget bogføres.',
  emptyFilter: 'Intet passer.',
  clearFilter: 'Ryd filter',
  change: 'Ret budget',
  save: 'Gem',
  cancel: 'Luk uden at gemme',
  close: 'Luk',
} as const;

export const poolHeads = {
  budget: 'Budget',
  spent: 'Brugt',
  granted: 'Bevilget',
  grantedMore: 'ikke brugt endnu',
  reserved: 'Reserveret',
  released: 'Frigivet',
  left: 'Tilbage',
} as const;

const poolIdOf = (row: string): PoolId | null => {
  const id = row.slice(row.indexOf(':') + 1);
  return id === 'common' || id.startsWith('area:') ? (id as PoolId) : null;
};

/** "Omsorgs pulje", "Fællespuljen": the pool of a row, said in a sentence. */
export const poolRowName = (areas: readonly Area[], pool: Pick<Pool, 'id' | 'title'>): string => {
  const id = poolIdOf(pool.id);
  return id === null ? pool.title : poolName(areas, id);
};

/** "kr. i 2026", beside a heading whose column has no unit. */
export const kronerInText = (year: number): string => `kr. i ${year}`;

export const leftInPoolText = (ore: Ore): string => `${formatKr(ore)} tilbage`;

/** "1.204.500 kr. tilbage i 2026". */
export const leftText = (ore: Ore, year: number): string =>
  ore < 0
    ? `Puljerne er overtrukket med ${formatKr(-ore)} i ${year}`
    : `${formatKr(ore)} tilbage i ${year}`;

/** "Omsorgs pulje mangler 15.000 kr.". */
export const shortPoolText = (name: string, ore: Ore): string => `${name} mangler ${formatKr(ore)}`;

/** What may be done about a pool that is short. */
export const shortHelpText = (askedOre: Ore, leftOre: Ore): string =>
  askedOre > 0
    ? `${formatKr(askedOre)} er søgt og ikke dækket. Der er ${formatKr(Math.max(0, leftOre))} tilbage. Hæv budgettet, sæt beløbet ned, eller søg fællespuljen.`
    : 'Der er brugt mere, end der er. Hæv budgettet, eller frigiv det, der ikke bruges.';

export const beyondText = (ore: Ore): string => `${formatKr(ore)} søgt og ikke dækket`;

type Figures = {
  readonly budgetOre: Ore;
  readonly spentOre: Ore;
  readonly grantedOre: Ore;
  readonly reservedOre: Ore;
  readonly availableOre: Ore;
};

/** A pool's bar in words, for those who do not see it. */
export const barText = (name: string, figures: Figures, shortOre: Ore): string => {
  const left =
    figures.availableOre < 0
      ? `overtrukket med ${formatKr(-figures.availableOre)}`
      : `${formatKr(figures.availableOre)} tilbage`;
  const parts = [
    `budget ${formatKr(figures.budgetOre)}`,
    `${formatKr(figures.spentOre)} brugt`,
    `${formatKr(figures.grantedOre)} bevilget og ikke brugt`,
    `${formatKr(figures.reservedOre)} reserveret`,
    left,
  ];
  const beyond = shortOre > 0 ? ` ${formatKr(shortOre)} er søgt og ikke dækket.` : '';
  return `${name}: ${listText(parts)}.${beyond}`;
};

export const quarterText = (quarter: number): string => `${quarter}. kvartal`;

/** "Viser de 200 nyeste af 1.340. Filtrér, eller hent alle som Excel." */
export const shownText = (shown: number, found: number): string =>
  `Viser de ${shown} nyeste af ${found}. Filtrér for at se andre, eller hent dem alle som Excel.`;

export const countText = (found: number): string =>
  `${found}${nbsp}${found === 1 ? 'postering' : 'posteringer'}`;

export const numberText = (seq: number): string => `nr.${nbsp}${seq}`;

export const correctsText = (seq: string): string => `retter nr.${nbsp}${seq}`;

export const correctLabel = (what: string, ore: Ore): string => `Ret ${formatKr(ore)}, ${what}`;

export const changeLabel = (name: string): string => `Ret budgettet for ${name}`;

export const budgetWords = {
  label: (name: string, year: number): string => `Budget for ${name} i ${year}`,
  clash: (nowOre: Ore, yoursOre: Ore): string =>
    `En anden har ændret budgettet imens. Der står nu ${formatKr(nowOre)} Du skrev ${formatKr(yoursOre)}`,
  keep: (ore: Ore): string => `Behold ${formatKr(ore)}`,
  saveAnyway: (ore: Ore): string => `Gem ${formatKr(ore)} i stedet`,
  saved: (name: string, ore: Ore): string => `Budgettet for ${name} er nu ${formatKr(ore)}`,
} as const;

export const entryWords = {
  title: 'Bogfør',
  correctTitle: 'Ret en postering',
  kind: 'Hvad vil du bogføre?',
  kinds: {
    spending: 'Forbrug på en bevilling',
    purchase: 'Indkøb uden projekt',
    release: 'Frigiv det, der ikke bruges',
  },
  noGrants: 'Der er ingen bevillinger i det år endnu, så der kan kun bogføres indkøb.',
  grant: 'Bevilling',
  chooseGrant: 'Vælg en bevilling',
  grantMissing: 'Vælg den bevilling, det hører til.',
  pool: 'Pulje, der betaler',
  choosePool: 'Vælg en pulje',
  poolMissing: 'Vælg den pulje, der betaler.',
  amount: 'Beløb i kroner',
  difference: 'Forskel i kroner',
  amountHint: 'Skriv for eksempel 8.000 eller 1,5 mio.',
  direction: 'Hvad er der galt med beløbet?',
  tooMuch: 'Der står for meget',
  tooLittle: 'Der står for lidt',
  directionMissing: 'Vælg, om der står for meget eller for lidt.',
  text: 'Hvad er det?',
  textHint: 'For eksempel leverandør og fakturanummer',
  textMissing: 'Skriv kort, hvad det er.',
  whys: { correction: 'Hvorfor rettes det?', release: 'Hvorfor bruges de ikke?' },
  notZero: 'Skriv et beløb over 0.',
  save: 'Bogfør',
  saving: 'Bogfører …',
} as const;

/** What was typed, as it was understood. */
export const readAsText = (ore: Ore): string => `Det er ${formatKr(ore)}`;

export const grantText = (unspentOre: Ore, grantedOre: Ore): string =>
  `${formatKr(unspentOre)} af ${formatKr(grantedOre)} er ikke brugt.`;

export const grantOption = (title: string, pool: string, gate: string, unspentOre: Ore): string =>
  `${title} · ${pool} · ${gate} · ${formatKr(unspentOre)} ikke brugt`;

export const beyondGrantText = (ore: Ore): string =>
  `Det er ${formatKr(ore)} mere end bevillingen. De tages af puljen med det samme.`;

export const tooMuchToRelease = (mostOre: Ore): string =>
  `Der er kun ${formatKr(mostOre)}, der ikke er brugt.`;

export const correctedNow = (what: string, ore: Ore, pool: string): string =>
  `${what}: ${formatKr(ore)} fra ${pool}. Posteringen bliver stående, og rettelsen kommer som en ny linje.`;

export const correctionText = (ore: Ore): string => `Rettelsen bliver ${formatKr(ore)}`;

/** The receipt: what stands in the ledger now. */
export const enteredText = (kind: string, ore: Ore, pool: string, leftOre: Ore): string =>
  `Bogført: ${kind.toLowerCase()} ${formatKr(ore)} ${pool} har ${formatKr(leftOre)} tilbage.`;

/** The first press had been heard after all, with what was typed then. */
export const enteredBeforeText = (ore: Ore, text: string): string =>
  `Din første indtastning nåede frem: ${formatKr(ore)}, »${text}«. Den gælder. Er den forkert, så ret den på linjen.`;

export const yearWords = {
  open: (year: number): string => `Åbn ${year}`,
  title: (year: number): string => `Åbn ${year}`,
  does: (count: number, year: number): string =>
    count === 1
      ? `Der kommer én ny linje i ${year}.`
      : `Der kommer ${count} nye linjer i ${year} med de samme budgetter.`,
  nothingMoved:
    'Intet overføres. Bevillinger, der er i gang, bliver i deres år. Penge, der er søgt og ikke besluttet ved nytår, flytter med.',
  pools: 'Puljer i alt',
  fixed: 'Faste udgifter i alt',
  yours: (year: number): string =>
    `Puljerne har intet budget i ${year}, og ingen kan sige ja til penge, før du åbner året. Pengene er ikke brugt.`,
  opened: (year: number): string => `${year} er åbnet. Budgetterne kan rettes.`,
} as const;

export const moveWords = {
  today: 'I dag',
  withThese: 'Med de andele',
  same: 'Det er de samme, der beslutter.',
  askedAnew:
    'Sagen er sendt. Når du gemmer, spørges der på ny, og svar givet indtil nu falder bort.',
  leadAreaMissing:
    'Vælg først det område, der har projektet. Ellers ved vi ikke, hvem der beslutter.',
} as const;
