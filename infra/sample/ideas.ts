import type { IdeaOrigin } from '#shared/domain/project.ts';
import type { StepCode } from '#shared/domain/steps.ts';

/** An idea that somebody has given, and how far it has come. */
export type SampleIdea = {
  /** The name before the @. */
  readonly by: string;
  readonly origin: IdeaOrigin;
  readonly daysAgo: number;
  readonly done: readonly StepCode[];
  /** What DigiTek found when it looked for what stands in the way. */
  readonly found?: string;
  /** Whom it was asked of, how long ago, and what they said. */
  readonly asked?: {
    readonly leder?: string;
    readonly daysAgo: number;
    readonly yes?: { readonly by: string; readonly owner: string };
  };
};

const screened = ['purchaseOrProject', 'blockers'] as const;

export const sampleIdeas: Readonly<Record<string, SampleIdea>> = {
  P121: { by: 'distrikt.nord', origin: 'staff', daysAgo: 0, done: [] },
  P079: { by: 'digitek2', origin: 'tucv', daysAgo: 1, done: [] },
  P031: {
    ...{ by: 'distrikt.syd', origin: 'staff', daysAgo: 4, done: screened },
    found: 'Ingen lov eller beslutning står i vejen. Vejle afprøver det samme.',
    asked: { daysAgo: 1 },
  },
  P083: { by: 'nattevagten', origin: 'staff', daysAgo: 6, done: ['purchaseOrProject'] },
  P098: {
    ...{ by: 'digitek1', origin: 'market', daysAgo: 12, done: screened },
    found: 'Der er ikke noget lignende i kommunen.',
    asked: { leder: 'genoptraening', daysAgo: 9 },
  },
  P036: {
    ...{ by: 'digitek1', origin: 'digitek360', daysAgo: 15, done: screened },
    found: 'Aalborg har gode erfaringer. Ingen stopklodser.',
    asked: { daysAgo: 8, yes: { by: 'chef.social', owner: 'bostotte' } },
  },
};
