import type { Ore } from '#shared/domain/money.ts';
import type { Priority } from '#shared/domain/priority.ts';

/** What the sample says of projects that are at work but not at a gate. */
export type SampleDetail = {
  readonly purpose?: string;
  readonly budget?: Ore;
  readonly priority?: Priority;
  /** Whom it waits for, and for how many days. */
  readonly waits?: readonly [whom: string, days: number];
  /** The next step, and in how many days it is due. */
  readonly next?: readonly [step: string, inDays: number | null];
};

const kr = (kroner: number): Ore => kroner * 100;

export const sampleDetails: Readonly<Record<string, SampleDetail>> = {
  P066: {
    purpose: 'Beboerne klarer toiletbesøg selv.',
    budget: kr(190_000),
    priority: 'medium',
    waits: ['Ejendomme', 19],
  },
  P140: {
    purpose: 'Husker borgeren på pillerne.',
    budget: kr(110_000),
    priority: 'medium',
    waits: ['MDR-svar', 16],
  },
  P116: {
    purpose: 'Unge får råd, hvor de er.',
    budget: kr(40_000),
    priority: 'medium',
    next: ['Workshop med unge', 9],
  },
  P131: { purpose: 'Sygdom opdages, før den bliver alvorlig.', priority: 'high' },
  P112: {
    purpose: 'Et fælles sagssystem.',
    next: ['Frist for omlægning', 40],
  },
  P075: {
    purpose: 'Den rigtige medicin til tiden.',
    budget: kr(55_000),
    priority: 'medium',
    waits: ['Leverandøren', 23],
  },
  P058: {
    purpose: 'Lys, der følger døgnet.',
    budget: kr(140_000),
    priority: 'medium',
    next: ['Midtvejsmåling af søvn', 12],
  },
  P080: { purpose: 'En robot, der kalder smil frem.', budget: kr(75_000), priority: 'low' },
  P123: {
    purpose: 'Op til tre opkald om dagen.',
    budget: kr(160_000),
    priority: 'high',
    next: ['Aftale med lederen i Distrikt Øst', 12],
  },
  P102: {
    purpose: 'Ugen på en fælles skærm.',
    budget: kr(95_000),
    priority: 'medium',
    next: ['Spredt til 7 af 12 bofællesskaber', null],
  },
  P087: {
    purpose: 'Gulvet klares om natten.',
    budget: kr(120_000),
    priority: 'medium',
    next: ['Spredt til 4 af 14 plejehjem', null],
  },
  P055: {
    purpose: 'Målinger hjemmefra.',
    budget: kr(145_000),
    priority: 'medium',
    next: ['Gevinst efter 12 måneder', 18],
  },
  P026: { budget: kr(35_000), priority: 'medium', next: ['Gevinst efter 3 måneder', 25] },
  P070: { budget: kr(110_000), priority: 'high', next: ['Projektlederen slipper', 15] },
  P110: { budget: kr(60_000), priority: 'low', next: ['Gevinst efter 6 måneder', 30] },
  P071: { budget: kr(78_000), priority: 'medium', next: ['Gevinst efter 6 måneder', 33] },
  P054: { priority: 'medium' },
  P117: { priority: 'medium' },
  P135: { priority: 'high' },
  P095: { priority: 'low' },
  P032: { priority: 'low' },
  P039: { priority: 'medium' },
  P101: { priority: 'low' },
  P040: { priority: 'medium' },
};

/** Sentences for values nobody wrote a sentence for. */
export const plainWhys = {
  efficiency: 'Skønnet ud fra andres erfaringer: mindre tid på det samme arbejde.',
  quality: 'Skønnet ud fra andres erfaringer: arbejdet bliver mere ens.',
  wellbeing: 'Skønnet ud fra andres erfaringer: borgerne mærker det i hverdagen.',
  risk: 'Et første skøn. Udfyldes sammen med projektlederen.',
} as const;
