import type { PoolId, Share } from '#shared/domain/funding.ts';
import type { Outcome } from '#shared/domain/gates.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { Priority } from '#shared/domain/priority.ts';
import type { RiskValue, TekValue } from '#shared/domain/project.ts';

/** A complete paper: everything its gate asks for, made up for the sample. */
export type SamplePaper = {
  readonly purpose: string;
  readonly shares: readonly Share[];
  readonly tek: readonly [TekValue, TekValue, TekValue];
  readonly whys: readonly [string, string, string];
  readonly risk: RiskValue;
  readonly riskWhy: string;
  readonly priority: Priority;
  readonly outcome: Outcome;
  readonly recommendation: string;
  readonly recommendLift?: true;
  readonly verySmall?: true;
  readonly runningCosts?: readonly [Ore, Ore, Ore, Ore];
  readonly operationPayer?: string;
  /** It is sent already, this many days ago. */
  readonly sentDaysAgo?: number;
};

const kr = (kroner: number): Ore => kroner * 100;
const share = (pool: PoolId, kroner: number): Share => ({ pool, ore: kr(kroner) });
const yearly = (kroner: number): readonly [Ore, Ore, Ore, Ore] => [
  kr(kroner),
  kr(kroner),
  kr(kroner),
  kr(kroner),
];

export const samplePapers: Readonly<Record<string, SamplePaper>> = {
  // Gate 1: the area's own pool.
  P014: {
    purpose: 'Hjælpen kommer ind med det samme, også om natten.',
    shares: [share('area:omsorg', 85_000)],
    tek: [3, 2, 2],
    whys: [
      'Nattevagten henter ikke nøgler og sparer 20 minutter pr. vagt.',
      'Døren kan åbnes straks ved et fald.',
      'Borgerne skal ikke have en nøgleboks på facaden.',
    ],
    risk: 2,
    riskWhy: 'Kendt teknik, men mange døre og flere leverandører.',
    priority: 'high',
    outcome: 'investigate',
    recommendation: 'Tre kommuner har gode erfaringer, og låsene findes på aftale.',
  },
  // Gate 1: the common pool, so the chefgruppe.
  P097: {
    purpose: 'Flere borgere får vejledning om sundhed i små skridt.',
    shares: [share('common', 120_000)],
    tek: [2, 2, 3],
    whys: [
      'En vejleder kan følge dobbelt så mange borgere.',
      'Vejledningen bliver ens i hele kommunen.',
      'Borgerne får svar, når det passer dem.',
    ],
    risk: 2,
    riskWhy: 'Løsningen er prøvet, men arbejdsgangen er ny hos os.',
    priority: 'high',
    outcome: 'investigate',
    recommendation: 'Alle tre områder kan bruge det, så fællespuljen er rigtig.',
  },
  // Gate 1: two areas pay, so both chefs.
  P128: {
    purpose: 'Sygemeldte kan selv se, at de kommer videre.',
    shares: [share('area:social', 40_000), share('area:sundhed', 20_000)],
    tek: [1, 2, 3],
    whys: [
      'Færre statussamtaler uden nyt.',
      'Samtalen bygger på borgerens egne noter.',
      'Borgeren følger sin egen fremgang.',
    ],
    risk: 3,
    riskWhy: 'To områder skal arbejde på en ny måde.',
    priority: 'medium',
    outcome: 'investigate',
    recommendation: 'Undersøg sammen, for borgerne er de samme.',
  },
  // Gate 1: very small, so it may go straight to trial.
  P064: {
    purpose: 'Unge øver svære situationer, før de møder dem.',
    shares: [share('area:social', 15_000)],
    tek: [1, 3, 3],
    whys: [
      'Øvelserne kræver mindre forberedelse.',
      'Alle øver de samme situationer.',
      'Unge tør prøve, når det ikke er alvor.',
    ],
    risk: 1,
    riskWhy: 'To sæt briller i ét tilbud.',
    priority: 'medium',
    outcome: 'fastTrack',
    recommendation: 'Så lille, at det er hurtigere at prøve end at undersøge.',
    verySmall: true,
  },
  // Gate 1: asks for more than the pool has.
  P044: {
    purpose: 'Medarbejderne taler journalen ind og får mere tid hos borgeren.',
    shares: [share('area:omsorg', 250_000)],
    tek: [3, 2, 2],
    whys: [
      'Dokumentationen tager det halve af tiden.',
      'Notaterne bliver skrevet samme dag.',
      'Mindre arbejde ved skærmen efter vagten.',
    ],
    risk: 3,
    riskWhy: 'Talegenkendelse skal lære fagsprog, og journalen skal åbnes for den.',
    priority: 'high',
    outcome: 'investigate',
    recommendation: 'Stor gevinst, men puljen rækker ikke alene.',
    recommendLift: true,
  },
  // Gate 1: no money at all.
  P114: {
    purpose: 'Flere kommer i behandling, fordi den kan begynde hjemme.',
    shares: [],
    tek: [1, 2, 3],
    whys: [
      'Færre udeblivelser.',
      'Forløbet er det samme på skærm og i rum.',
      'Man kan begynde uden at møde op.',
    ],
    risk: 2,
    riskWhy: 'Kræver en databehandleraftale mere.',
    priority: 'medium',
    outcome: 'investigate',
    recommendation: 'Undersøgelsen klares med egne timer.',
  },
  // Gate 1, sent.
  P045: {
    purpose: 'Borgere med demens kan gå ture og blive fundet igen.',
    shares: [share('area:omsorg', 60_000)],
    tek: [2, 2, 3],
    whys: [
      'Eftersøgninger bliver korte.',
      'Personalet ved, hvor de skal lede.',
      'Borgeren kan gå ud alene.',
    ],
    risk: 2,
    riskWhy: 'Samtykke og værgemål skal være på plads.',
    priority: 'high',
    outcome: 'investigate',
    recommendation: 'Reglerne er afklaret, og udstyret er billigt.',
    sentDaysAgo: 12,
  },
  P134: {
    purpose: 'Borgere med KOL måler selv og slipper for ture til kontrol.',
    shares: [share('area:sundhed', 60_000)],
    tek: [2, 3, 2],
    whys: [
      'Færre besøg uden målinger, der kræver det.',
      'Forværringer ses flere dage før.',
      'Borgerne føler sig trygge hjemme.',
    ],
    risk: 2,
    riskWhy: 'Samarbejde med hospital og læger skal aftales.',
    priority: 'medium',
    outcome: 'investigate',
    recommendation: 'Erfaringerne fra nabokommunerne er gode.',
    sentDaysAgo: 5,
  },
  // Gate 2: the area's own pool.
  P050: {
    purpose: 'Ældre træner 12 uger hjemme og klarer mere selv.',
    shares: [share('area:omsorg', 50_000)],
    tek: [3, 2, 3],
    whys: [
      'Hver fjerde borger får brug for mindre hjælp.',
      'Alle træner efter samme plan.',
      'Borgerne kommer selv op af stolen igen.',
    ],
    risk: 2,
    riskWhy: 'Hjælperne skal lære at være trænere.',
    priority: 'high',
    outcome: 'trial',
    recommendation: 'Gevinsten er beregnet, og et distrikt står klar.',
    runningCosts: yearly(72_000),
  },
  // Gate 2: the common pool.
  P136: {
    purpose: 'Hjertepatienter genoptræner hjemme med hjælp på afstand.',
    shares: [share('common', 210_000)],
    tek: [2, 3, 3],
    whys: [
      'Holdene kan være dobbelt så store.',
      'Målinger følger med i hvert forløb.',
      'Ingen lange ture for de svageste.',
    ],
    risk: 3,
    riskWhy: 'Tre parter og ny arbejdsdeling.',
    priority: 'high',
    outcome: 'trial',
    recommendation: 'Klar til afprøvning i to forløb.',
    runningCosts: yearly(95_000),
  },
  // Gate 2: two areas pay.
  P076: {
    purpose: 'Borgere får støtte på skærm, når dagen er svær.',
    shares: [share('area:social', 30_000), share('area:omsorg', 25_000)],
    tek: [2, 2, 3],
    whys: [
      'Kørsel erstattes af korte samtaler.',
      'Støtten kan gives uden ventetid.',
      'Borgeren vælger selv tidspunktet.',
    ],
    risk: 2,
    riskWhy: 'Kendt løsning, men to vagtplaner skal passe sammen.',
    priority: 'high',
    outcome: 'trial',
    recommendation: 'Afprøv i bostøtten og ét plejedistrikt.',
    runningCosts: yearly(38_000),
  },
  // Gate 2: asks for more than the pool has.
  P010: {
    purpose: 'Beboerne sover uden natlige tilsyn, og hjælpen kommer alligevel.',
    shares: [share('area:omsorg', 260_000)],
    tek: [3, 2, 3],
    whys: [
      'To nattevagter kan dække et hus mere.',
      'Fald opdages på under et minut.',
      'Beboerne bliver ikke vækket.',
    ],
    risk: 3,
    riskWhy: 'Kunstig intelligens på stuen kræver klare regler.',
    priority: 'high',
    outcome: 'trial',
    recommendation: 'Vi anbefaler ét plejehjem og en fast slutdato.',
    recommendLift: true,
    runningCosts: yearly(140_000),
  },
  // Gate 2, sent to the chefgruppe.
  P043: {
    purpose: 'Planlæggerne får et forslag til dagens ruter på få minutter.',
    shares: [share('common', 165_000)],
    tek: [3, 1, 2],
    whys: [
      'Planlægningen tager en time mindre om dagen.',
      'Borgerne ser oftere de samme hjælpere.',
      'Ruter uden kørsel på kryds og tværs.',
    ],
    risk: 4,
    riskWhy: 'Ingen har gjort det i vores journal før.',
    priority: 'high',
    outcome: 'trial',
    recommendation: 'Afprøv i ét distrikt i tre måneder.',
    runningCosts: yearly(110_000),
    sentDaysAgo: 15,
  },
  // Gate 3: no money, which is the usual there.
  P004: {
    purpose: 'Borgere træner hjemme, når det passer dem.',
    shares: [],
    tek: [2, 2, 3],
    whys: [
      'En terapeut følger 12 borgere i stedet for 8.',
      'Øvelserne tilpasses hver uge.',
      'Ingen transport til træning.',
    ],
    risk: 2,
    riskWhy: 'Kun lånet af skærme mangler en fast aftale.',
    priority: 'medium',
    outcome: 'operate',
    recommendation: 'Målene er nået i forsøget. Sæt det i drift.',
    runningCosts: yearly(64_000),
    operationPayer: 'Omsorgs driftsbudget',
  },
  // Gate 3: the area's own pool.
  P017: {
    purpose: 'Genoptræning med sensorer, der viser om øvelsen er rigtig.',
    shares: [share('area:sundhed', 30_000)],
    tek: [2, 3, 2],
    whys: [
      'Flere øvelser pr. time hos terapeuten.',
      'Fejl rettes med det samme.',
      'Borgerne kan følge deres tal.',
    ],
    risk: 2,
    riskWhy: 'Sensorerne skal vedligeholdes.',
    priority: 'medium',
    outcome: 'operate',
    recommendation: 'I drift med spredning til begge centre.',
    runningCosts: yearly(45_000),
    operationPayer: 'Sundheds driftsbudget',
  },
  // Gate 3: the common pool.
  P041: {
    purpose: 'De rette borgere får tilbudt rehabilitering i tide.',
    shares: [share('common', 260_000)],
    tek: [3, 2, 1],
    whys: [
      'Forløb begynder, før hjælpen vokser.',
      'Visitationen bygger på data fra alle.',
      'Borgerne bliver spurgt tidligere.',
    ],
    risk: 4,
    riskWhy: 'Modellen skal kunne forklares, og data deles mellem to kommuner.',
    priority: 'high',
    outcome: 'operate',
    recommendation: 'Resultaterne holder, men modellen skal passes.',
    runningCosts: yearly(180_000),
    operationPayer: 'Områdernes driftsbudgetter',
  },
  // Gate 3: two areas pay.
  P046: {
    purpose: 'Borgere spiser selv og i deres eget tempo.',
    shares: [share('area:omsorg', 20_000), share('area:social', 20_000)],
    tek: [2, 1, 3],
    whys: [
      'En hjælper kan være ved to borde.',
      'Maden er varm, når den spises.',
      'Borgeren bestemmer selv tempoet.',
    ],
    risk: 2,
    riskWhy: 'Passer kun til nogle, så udvælgelsen er vigtig.',
    priority: 'medium',
    outcome: 'operate',
    recommendation: 'I drift i begge områder med fælles oplæring.',
    runningCosts: yearly(22_000),
    operationPayer: 'Omsorg og Social, halvt hver',
  },
  // Gate 3, sent.
  P105: {
    purpose: 'Elever øver følelser med en robot, der altid har tid.',
    shares: [],
    tek: [1, 2, 3],
    whys: [
      'Læreren kan dele holdet i to.',
      'Øvelserne gentages ens.',
      'Eleverne tør svare robotten.',
    ],
    risk: 2,
    riskWhy: 'En enkelt robot og en enkelt leverandør.',
    priority: 'low',
    outcome: 'operate',
    recommendation: 'Eleverne bruger den stadig efter et halvt år.',
    runningCosts: yearly(12_000),
    operationPayer: 'Skolens eget budget',
    sentDaysAgo: 4,
  },
};
