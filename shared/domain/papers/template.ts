import type { ProjectType } from '../project.ts';
import { type PaperCode, paperCodes } from './paper.ts';

/** What a paper shows of the project itself, and nobody writes twice. */
export const drawnCodes = [
  'tek',
  'risk',
  'budget',
  'runningCosts',
  'recommendation',
  'decider',
] as const;
export type DrawnCode = (typeof drawnCodes)[number];

/** What stands in a row of measuring methods before the trial, and of results after it. */
const measureColumns = ['what', 'how', 'before', 'goal'] as const;
const resultColumns = ['what', 'before', 'goal', 'after'] as const;
export type RowColumn = (typeof measureColumns)[number] | (typeof resultColumns)[number];

type Question = {
  readonly code: string;
  /** Left out of the Word document while nobody has answered it. */
  readonly extra?: true;
} & (
  | {
      readonly kind: 'text';
      /** Advice and no more: so many words are read. */
      readonly words: number;
    }
  | { readonly kind: 'answer' }
  | { readonly kind: 'rows'; readonly columns: readonly RowColumn[] }
  | { readonly kind: 'drawn'; readonly draws: DrawnCode }
);

type Section = {
  readonly code: string;
  /** Only papers of this kind of project ask it. */
  readonly onlyFor?: ProjectType;
  readonly questions: readonly Question[];
};

const drawn = <D extends DrawnCode>(draws: D) =>
  ({ code: draws, kind: 'drawn', draws }) as const satisfies Question;
const answer = <C extends string>(code: C) => ({ code, kind: 'answer' }) as const;
const extraAnswer = <C extends string>(code: C) => ({ ...answer(code), extra: true }) as const;
const text = <C extends string>(code: C, words: number) => ({ code, kind: 'text', words }) as const;
const extraText = <C extends string>(code: C, words: number) =>
  ({ ...text(code, words), extra: true }) as const;

/** What a project from above is asked before it is everybody's own (seeds 003:271, 003:311). */
const localised = {
  code: 'local',
  onlyFor: 'skal',
  questions: [
    text('businessCase', 80),
    text('localGoals', 80),
    text('localOwner', 40),
    text('localNeeds', 80),
    extraText('localCulture', 60),
  ],
} as const;

const decision = {
  code: 'decision',
  questions: [drawn('recommendation'), drawn('decider')],
} as const;

const risk = { code: 'risk', questions: [drawn('risk'), text('attention', 80)] } as const;

/**
 * The fields of each paper: the idébeskrivelse with its checklist (seeds 000:628–665), the
 * projektbeskrivelse (000:740), the evaluation (000:842), and at their place the good questions of
 * the other documents (002:246, 003:415–525, 003:778, 004:207, 004:677–707). The consultant may call each
 * otherwise and switch it off; the codes stay.
 */
export const templates = {
  ideaDescription: [
    {
      code: 'idea',
      questions: [
        text('what', 120),
        text('citizen', 80),
        extraAnswer('explained'),
        extraAnswer('rolePlayed'),
      ],
    },
    localised,
    { code: 'benefits', questions: [drawn('tek'), text('benefits', 80)] },
    risk,
    { code: 'economy', questions: [drawn('budget'), text('costs', 80)] },
    { code: 'asked', questions: [text('asked', 60)] },
    {
      code: 'checklist',
      questions: [
        answer('ce'),
        answer('mdr'),
        answer('security'),
        answer('elsewhere'),
        extraAnswer('doubleWork'),
        extraAnswer('coherence'),
      ],
    },
    decision,
  ],
  projectDescription: [
    { code: 'project', questions: [text('what', 150), text('citizen', 80)] },
    localised,
    {
      code: 'benefits',
      questions: [
        drawn('tek'),
        text('benefits', 120),
        { code: 'measures', kind: 'rows', columns: measureColumns },
      ],
    },
    // The workshop of three hours, and the exercise of now and then (seeds 003:629, 003:778).
    {
      code: 'together',
      questions: [
        extraText('workshop', 80),
        extraText('nowAndThen', 80),
        extraText('carriedOver', 80),
      ],
    },
    {
      code: 'economy',
      questions: [
        drawn('budget'),
        drawn('runningCosts'),
        text('costs', 100),
        extraText('payback', 60),
        extraText('loan', 40),
        extraAnswer('sharing'),
      ],
    },
    { code: 'roles', questions: [text('roles', 120), text('preparation', 120)] },
    risk,
    {
      code: 'others',
      questions: [
        extraText('othersExperience', 80),
        extraText('othersWarn', 80),
        extraText('othersSucceeded', 80),
      ],
    },
    { code: 'service', questions: [text('technology', 120), extraText('serviceLevel', 80)] },
    {
      code: 'checklist',
      questions: [answer('security'), answer('dataProcessing'), extraAnswer('location')],
    },
    decision,
  ],
  evaluation: [
    { code: 'trial', questions: [text('what', 120), text('experience', 150)] },
    {
      code: 'benefits',
      questions: [
        drawn('tek'),
        { code: 'results', kind: 'rows', columns: resultColumns },
        text('benefits', 120),
      ],
    },
    {
      code: 'economy',
      questions: [
        drawn('budget'),
        drawn('runningCosts'),
        text('costs', 100),
        extraText('payback', 60),
      ],
    },
    risk,
    { code: 'learnt', questions: [text('learnt', 100), extraText('shared', 60)] },
    { code: 'recommend', questions: [text('recommend', 100), text('spread', 60)] },
    decision,
  ],
} as const satisfies Record<PaperCode, readonly Section[]>;

type Templates = typeof templates;
type SectionOf<P extends PaperCode> = Templates[P][number];
/** The sections and the questions of one paper, for words that must be complete. */
export type SectionCode<P extends PaperCode> = SectionOf<P>['code'];
export type QuestionCode<P extends PaperCode> = SectionOf<P>['questions'][number]['code'];

/** What the consultant has made of a paper; what is not there is as the table above has it. */
export type PaperTemplate = {
  /** By the code of a section (`section:idea`) or of a question (`what`). */
  readonly headings: Readonly<Record<string, string>>;
  readonly helps: Readonly<Record<string, string>>;
  /** Questions that are not asked. */
  readonly off: readonly string[];
  /** The municipality's own questions, and the section each stands in; asked when it has a heading. */
  readonly own?: Readonly<Record<string, string>>;
  /** The questions of a section in order, where it is another than usual. */
  readonly order?: Readonly<Record<string, readonly string[]>>;
};
export type PaperTemplates = Readonly<Record<PaperCode, PaperTemplate>>;

const asTheyAre: PaperTemplate = { headings: {}, helps: {}, off: [] };

export const defaultPaperTemplates: PaperTemplates = {
  ideaDescription: asTheyAre,
  projectDescription: asTheyAre,
  evaluation: asTheyAre,
};

const areTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const isTextMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && areTexts(Object.values(value));

const isOrderMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(areTexts);

const isPaperTemplate = (value: unknown): boolean => {
  const given = (typeof value === 'object' ? value : null) as Partial<PaperTemplate> | null;
  return (
    given !== null &&
    [given.headings, given.helps, given.own ?? {}].every(isTextMap) &&
    areTexts(given.off) &&
    isOrderMap(given.order ?? {})
  );
};

/** Whether the list, or what lies on a device, says it so that it can be read. */
export const arePaperTemplates = (value: unknown): value is PaperTemplates => {
  const given = (typeof value === 'object' ? value : null) as Partial<PaperTemplates> | null;
  return given !== null && paperCodes.every((code) => isPaperTemplate(given[code]));
};

export const sectionKey = (code: string): string => `section:${code}`;

/** A question and a section as they are asked. */
export type AskedQuestion = Question;
/** A question that somebody writes the answer to. */
export type WrittenQuestion = Exclude<Question, { kind: 'drawn' }>;
export type AskedSection = { readonly code: string; readonly questions: readonly Question[] };

/** How many own questions of a kind one paper has room for; a code that was used stays. */
const mostOwn = 8;
const ownTexts = Array.from({ length: mostOwn }, (_, at) => `ownText${at + 1}`);
const ownAnswers = Array.from({ length: mostOwn }, (_, at) => `ownAnswer${at + 1}`);
/** The codes of own questions, by what one answers: in words, or yes and no. */
export const ownCodes = { text: ownTexts, answer: ownAnswers } as const;
export type OwnKind = keyof typeof ownCodes;

/** An own question says by its code how it is answered; unanswered it is left out of the document. */
const ownQuestion = (code: string): Question | undefined => {
  if (ownTexts.includes(code)) return extraText(code, 80);
  return ownAnswers.includes(code) ? extraAnswer(code) : undefined;
};

export const isOwnQuestion = (code: string): boolean => ownQuestion(code) !== undefined;

/**
 * What a paper has to ask, because a gate rests on it (domain.md, Steps inside a phase: what the
 * idébeskrivelse, its checklist, the projektbeskrivelse and the evaluation hold).
 */
const keptQuestions: Readonly<Record<PaperCode, readonly string[]>> = {
  ideaDescription: ['what', 'tek', 'risk', 'budget', 'ce', 'mdr', 'security', 'elsewhere'],
  projectDescription: ['what', 'measures', 'runningCosts', 'roles', 'preparation', 'security'],
  evaluation: ['what', 'experience', 'costs', 'recommend'],
};

export const isKeptQuestion = (paper: PaperCode, code: string): boolean =>
  keptQuestions[paper].includes(code) || (drawnAtDecision as readonly string[]).includes(code);

/** Who decides, and what is recommended, stands in every paper. */
const drawnAtDecision = ['recommendation', 'decider'] as const;

/** Ordered ones first, in that order; what nobody has placed stays where it usually is, behind. */
const inOrder = (all: readonly Question[], order: readonly string[]): readonly Question[] => {
  const placed = order.flatMap((code) => all.filter((one) => one.code === code));
  return [...placed, ...all.filter((one) => !placed.includes(one))];
};

type Made = Partial<PaperTemplate>;

/** Every question of a section as it is ordered, the own ones too. */
const questionsIn = ({ code, questions }: Section, { own = {}, order = {} }: Made) =>
  inOrder(
    [
      ...questions,
      ...Object.keys(own).flatMap((one) => (own[one] === code ? (ownQuestion(one) ?? []) : [])),
    ],
    order[code] ?? [],
  );

/** Whether it is asked: an own question when it has a heading. */
const isAsked = ({ code }: Question, { off = [], headings = {} }: Made): boolean =>
  !off.includes(code) && (!isOwnQuestion(code) || (headings[code] ?? '') !== '');

const sectionsIn = (paper: PaperCode): readonly Section[] => templates[paper];

/** Every question there is to switch on or off, and the section it stands in. */
export const allSectionsOf = (paper: PaperCode, made: Made = {}): readonly AskedSection[] =>
  sectionsIn(paper).map((section) => ({
    code: section.code,
    questions: questionsIn(section, made),
  }));

/** What a paper of such a project asks, in order; a section that asks nothing is left out. */
export const sectionsOf = (
  paper: PaperCode,
  made: Pick<PaperTemplate, 'off'> & Made,
  type: ProjectType,
): readonly AskedSection[] =>
  sectionsIn(paper)
    .filter(({ onlyFor }) => onlyFor === undefined || onlyFor === type)
    .map((section) => ({
      code: section.code,
      questions: questionsIn(section, made).filter((question) => isAsked(question, made)),
    }))
    .filter(({ questions }) => questions.length > 0);

/** The question of a code, switched off or not: what was written is never lost. */
export const questionOf = (paper: PaperCode, code: string): Question | undefined =>
  sectionsIn(paper)
    .flatMap(({ questions }) => questions)
    .find((question) => question.code === code) ?? ownQuestion(code);

/** Every code that may be given another heading. */
export const codesIn = (paper: PaperCode): ReadonlySet<string> =>
  new Set(
    sectionsIn(paper)
      .flatMap(({ code, questions }) => [
        sectionKey(code),
        ...questions.map((question) => question.code),
      ])
      .concat(ownTexts, ownAnswers),
  );
