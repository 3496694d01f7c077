/**
 * Ideas and the projects of the sample that a reader of its 140 titles and summaries calls the same
 * idea, or a near one. Judged by what is done for whom, and never by which words are shared. Ten of
 * the ideas came after the weights were first set; those and the bounds were then set with them, so
 * none of it is a holdout. Ids are those of the sample.
 */
export type Judged = {
  readonly title: string;
  readonly purpose?: string;
  /** The same thing, by whatever name. */
  readonly twins: readonly string[];
  /** Shares a word or a place, and is something else. */
  readonly unlike: readonly string[];
};

const vacuums = ['P049', 'P084', 'P085', 'P086', 'P087', 'P088', 'P137', 'P138'];
const washing = ['P003', 'P066', 'P067', 'P068', 'P082', 'P126'];
const screens = ['P011', 'P012', 'P013', 'P074', 'P123'];
const locks = ['P005', 'P014', 'P015', 'P016'];
const strength = ['P050', 'P051', 'P052', 'P053'];
const light = ['P058', 'P059', 'P060', 'P061'];
const software = ['P070', 'P071', 'P072', 'P073'];

/** As somebody writes who has never seen the portfolio. */
export const inOwnWords: readonly Judged[] = [
  {
    title: 'Robotstøvsuger på gangene',
    purpose:
      'På plejehjemmet bruger vi en time om dagen på at støvsuge gulvet på gangene. En robot kan gøre det om natten, så vi har mere tid til beboerne',
    twins: vacuums,
    unlike: ['P070', 'P107'],
  },
  {
    title: 'Støvsugning med robot hos borgerne',
    twins: vacuums,
    unlike: ['P046', 'P071'],
  },
  {
    title: 'Toilet, der vasker og tørrer',
    purpose: 'Borgeren kan klare toiletbesøget selv og bevare sin værdighed.',
    twins: washing,
    unlike: ['P054'],
  },
  {
    title: 'Medicinbokse med alarm',
    purpose: 'Borgeren husker selv sin medicin, og vi skal ikke køre ud til hver pille.',
    twins: ['P075', 'P079', 'P140'],
    unlike: ['P027', 'P120'],
  },
  {
    title: 'Påmindelse om medicin på telefonen',
    twins: ['P140', 'P075'],
    unlike: ['P018'],
  },
  {
    title: 'Besøg over skærm i stedet for at køre ud',
    purpose: 'Hjemmeplejen kan nå flere, og de ældre slipper for at vente.',
    twins: screens,
    unlike: ['P029', 'P084'],
  },
  {
    title: 'Låse uden nøgler hos de ældre',
    purpose: 'Vi bruger meget tid på at hente nøgler. Med en app kan vi låse op.',
    twins: locks,
    unlike: ['P117'],
  },
  {
    title: 'Seng, der vender beboeren om natten',
    twins: ['P083', 'P009'],
    unlike: ['P010'],
  },
  {
    title: 'Lys, der følger døgnets rytme',
    purpose: 'Beboerne sover bedre og er mindre urolige om aftenen.',
    twins: light,
    unlike: ['P013'],
  },
  {
    title: 'Virtual reality mod angst',
    purpose: 'Unge med angst kan øve sig i svære situationer.',
    twins: ['P064', 'P065'],
    unlike: ['P116'],
  },
  {
    title: 'Cykle indendørs foran en film',
    purpose: 'Beboerne kommer på tur i kendte gader og får rørt sig.',
    twins: ['P033', 'P099', 'P100', 'P101'],
    unlike: ['P035', 'P062'],
  },
  {
    title: 'Gulvsensorer, der opdager fald',
    twins: ['P008'],
    unlike: ['P054', 'P036'],
  },
  {
    title: 'Kæledyr som robot til demente',
    purpose: 'En kat eller en sæl, som man kan klappe, giver ro hos borgere med demens.',
    twins: ['P047', 'P080', 'P119'],
    unlike: ['P045', 'P058'],
  },
  {
    title: 'Hjælp til at spise selv med en robotarm',
    twins: ['P046'],
    unlike: ['P073'],
  },
  {
    title: 'GPS til demente, der farer vild',
    twins: ['P045'],
    unlike: ['P119', 'P089'],
  },
  {
    title: 'Chat og sms til unge, der drikker eller ryger hash',
    twins: ['P116'],
    unlike: ['P104'],
  },
  {
    title: 'Kunstig intelligens, der skriver vores notater',
    purpose: 'Vi taler, og så står det i journalen.',
    twins: ['P044', 'P132', 'P095'],
    unlike: ['P041'],
  },
  { title: 'Elektronisk lås med app', twins: locks, unlike: ['P117'] },
  {
    title: 'Træning hjemme med sensorer efter en hofteoperation',
    twins: ['P017', 'P018'],
    unlike: ['P010'],
  },
  {
    title: 'Robot, der vasker gulve',
    purpose: 'Rengøringen kan klare mere på en dag.',
    twins: ['P054'],
    unlike: ['P107'],
  },
  {
    title: 'Digital opslagstavle til beboere med autisme',
    purpose: 'De kan se, hvem der er på arbejde, og hvad vi skal spise.',
    twins: ['P102', 'P103', 'P104'],
    unlike: ['P107'],
  },
  {
    title: 'Måle KOL hjemme hos borgeren',
    purpose: 'Så skal de ikke ind på sygehuset for at få målt lungefunktion.',
    twins: ['P055', 'P133', 'P134'],
    unlike: ['P014'],
  },
  { title: 'Alkoholbehandling på nettet', twins: ['P113', 'P114', 'P115'], unlike: ['P096'] },
  { title: 'VR-briller på bostedet', twins: ['P021', 'P064', 'P065'], unlike: ['P032'] },
  {
    title: 'App med dagens opgaver',
    purpose: 'Beboeren kan selv se, hvad der skal ske, og klare mere selv.',
    twins: ['P117', 'P118'],
    unlike: ['P005'],
  },
  {
    title: 'Tablet til samtaler med familien',
    purpose: 'Beboere på plejehjem kan se deres børnebørn.',
    twins: ['P121'],
    unlike: ['P135'],
  },
  {
    title: 'Softwarerobot til fakturaer',
    purpose: 'Vi bruger mange timer på at taste regninger ind.',
    twins: software,
    unlike: ['P046', 'P049'],
  },
];

/** Some of the sample, asked for by their titles: each other's twins. */
export const bySample: readonly {
  readonly id: string;
  readonly twins: readonly string[];
  readonly unlike: readonly string[];
}[] = [
  { id: 'P087', twins: vacuums, unlike: ['P126'] },
  { id: 'P085', twins: vacuums, unlike: ['P104'] },
  { id: 'P066', twins: washing, unlike: ['P087'] },
  { id: 'P068', twins: washing, unlike: ['P086'] },
  { id: 'P074', twins: screens, unlike: ['P050', 'P053'] },
  { id: 'P123', twins: screens, unlike: ['P137'] },
  { id: 'P005', twins: locks, unlike: ['P083'] },
  { id: 'P015', twins: locks, unlike: ['P053'] },
  { id: 'P018', twins: ['P017', 'P020'], unlike: ['P026'] },
  { id: 'P006', twins: ['P007'], unlike: ['P053'] },
  { id: 'P051', twins: strength, unlike: ['P069'] },
  { id: 'P053', twins: strength, unlike: ['P074'] },
  { id: 'P058', twins: light, unlike: ['P076'] },
  { id: 'P060', twins: light, unlike: ['P072'] },
  { id: 'P073', twins: software, unlike: ['P046', 'P105'] },
  { id: 'P072', twins: software, unlike: ['P029'] },
  { id: 'P099', twins: ['P033', 'P100', 'P101'], unlike: ['P089'] },
  { id: 'P103', twins: ['P102', 'P104'], unlike: ['P026'] },
  { id: 'P106', twins: ['P107', 'P105'], unlike: ['P054'] },
  { id: 'P114', twins: ['P115', 'P113'], unlike: ['P090'] },
  { id: 'P097', twins: ['P098'], unlike: ['P016'] },
  { id: 'P134', twins: ['P055', 'P133'], unlike: ['P102'] },
  { id: 'P136', twins: ['P135'], unlike: ['P041'] },
  { id: 'P117', twins: ['P118'], unlike: ['P021'] },
  { id: 'P022', twins: ['P124'], unlike: ['P021'] },
  { id: 'P024', twins: ['P090'], unlike: ['P069'] },
  { id: 'P062', twins: ['P063'], unlike: ['P100'] },
  { id: 'P131', twins: ['P111'], unlike: ['P057'] },
  { id: 'P094', twins: [], unlike: ['P037'] },
];

/** What the sample has nothing of. */
export const ofTheirOwn: readonly string[] = [
  'Bænk, der husker, hvem der sad på den',
  'Fælles sang hver morgen',
  'Parkering til elcykler ved rådhuset',
  'Bålhytte i børnehaven',
  'Grøntsager fra egen have til køkkenet',
  'Mentorordning for nye ledere',
  'Solceller på taget af svømmehallen',
  'Højtlæsning for børn på biblioteket',
];
