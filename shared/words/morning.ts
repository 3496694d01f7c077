import type { AgreementKind } from '#shared/domain/agreements.ts';
import { linesOf } from '#shared/domain/morning.ts';
import type {
  Morning,
  MorningAgreement,
  MorningLate,
  MorningLong,
  MorningMatter,
  MorningWait,
} from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { NearPoint } from '#shared/domain/yearPoints.ts';
import { uncoveredWords } from './absences/uncovered.ts';
import {
  daysFrom,
  daysText,
  dayText,
  dayYearText,
  dueMoment,
  spanText,
  weekdayText,
} from './dates.ts';
import { matterName, waitsAs } from './matters.ts';
import { newsText, planNewsWords } from './plan/news.ts';
import { capital } from './requests/cards.ts';
import { nobodyText } from './requests/handOn.ts';
import { minutesOf, readingText } from './screens/decidePage.ts';
import { requestTask, taskText } from './tasks/page.ts';

/* What somebody reads in the morning: all that waits, in one message. */

const nameOf = (matter: MorningMatter): { readonly kind: string; readonly title: string } =>
  matterName({ revision: 0, ...matter });

/** Reading time in minutes; what is asked beside a gate takes one. */
const readingOf = ({ matter, waits }: MorningWait): number =>
  matter.type === 'request' && waits === 'answer' ? minutesOf(matter.view) : 1;

const waitedFor = (since: string, at: string): string => {
  const days = daysFrom(since, at);
  return days === 0 ? 'spurgt i dag' : `har ventet ${daysText(days)}`;
};

const others = (whom: readonly string[]): string => {
  const [first = '', ...rest] = whom;
  return rest.length === 0 ? first : `${first} og ${rest.length} til`;
};

/** Nobody holds the seat: "Ingen svarer for Chef, Omsorg". */
const unheldText = ({ matter, unheld }: MorningLong): readonly string[] =>
  matter.type === 'request' && unheld.length > 0 ? [nobodyText(unheld, matter.view.areas)] : [];

/** "1 sag har ventet længe", "3 sager har ventet længe". */
const counted = (of: readonly unknown[], one: string, many: string): string =>
  of.length === 1 ? one : `${of.length} ${many}`;

/** "1 ting venter på dig", "3 ting over tiden"; what is most comes first. */
const titleOf = (morning: Morning): string => {
  const { waits, late, long, uncovered, agreements, points, plan, ideas } = morning;
  if (waits.length > 0) return `${waits.length} ting venter på dig`;
  if (late.length > 0) return `${late.length} ting over tiden`;
  if (uncovered.length > 0) return uncoveredWords.title(uncovered);
  if (long.length > 0) return counted(long, '1 sag har ventet længe', 'sager har ventet længe');
  if (agreements.length > 0) return counted(agreements, 'En aftale udløber', 'aftaler udløber');
  if (points.length > 0)
    return counted(points, 'Et fast punkt nærmer sig', 'faste punkter nærmer sig');
  return plan.length > 0 ? planNewsWords.head : `${ideas} nye idéer`;
};

const agreementNames: Record<AgreementKind, string> = {
  sla: 'Serviceaftalen',
  agreement: 'Kontrakten eller databehandleraftalen',
};

/** "Serviceaftalen udløber 31. januar": what ends, and when; also as a task. */
export const agreementText = (
  { kind, until }: Pick<MorningAgreement, 'kind' | 'until'>,
  day: string,
): string => `${agreementNames[kind]} ${until < day ? 'udløb' : 'udløber'} ${dayYearText(until)}`;

export const morningWords = {
  kind: 'Godmorgen',
  kicker: ({ day }: Pick<Morning, 'day'>): string => `Godmorgen · ${weekdayText(day)}`,
  title: titleOf,
  /** Reading all that waits. */
  reading: ({ waits }: Morning): string | null => {
    const minutes = waits.reduce((sum, wait) => sum + readingOf(wait), 0);
    return minutes === 0 ? null : `Ca. ${readingText(minutes)} i alt.`;
  },
  /** What is asked, and about what. */
  wait: ({ matter, waits }: MorningWait, personId: PersonId) =>
    matter.type === 'request'
      ? {
          kind: requestTask(matter.view.request.gate, waits === 'reply'),
          title: matter.view.project.title,
        }
      : waitsAs(matter, personId),
  /** How long it has waited, or by when it is due, and how long it takes. */
  age: (wait: MorningWait, at: string): string => {
    const { dueAt, since } = wait;
    const when =
      dueAt === null
        ? capital(waitedFor(since, at))
        : `${dueAt < at ? 'Skulle være svaret' : 'Svar senest'} ${dueMoment(dueAt, at)}`;
    return `${when} · ${readingText(readingOf(wait))}`;
  },
  late: ({ task }: MorningLate): string => taskText(task),
  lateAge: ({ project, due }: MorningLate, day: string): string =>
    `${project.title} · skulle være klar ${dayText(due)}, ${daysText(daysFrom(due, day))} over`,
  lateHead: 'Over tiden',
  longHead: 'Har ventet længe på andre',
  long: ({ matter }: MorningLong) => nameOf(matter),
  agreementsHead: 'Aftaler',
  agreement: agreementText,
  agreementWhy: ({ project }: MorningAgreement): string =>
    `${project.title} · skriv den nye dato, når den er forlænget`,
  uncoveredHead: uncoveredWords.head,
  uncoveredWhy: uncoveredWords.why,
  pointsHead: 'Snart i årshjulet',
  pointWhen: ({ day }: NearPoint): string => capital(weekdayText(day)),
  planHead: planNewsWords.head,
  planNews: newsText,
  longAge: (long: MorningLong, at: string): string =>
    [...unheldText(long), others(long.whom), spanText(daysFrom(long.since, at))]
      .filter((text) => text !== '')
      .join(' · '),
  ideas: (count: number): string =>
    count === 1
      ? '1 ny idé venter på et første skridt'
      : `${count} nye idéer venter på et første skridt`,
  more: (count: number): string => `og ${count} til`,
  answered: 'Intet venter på dig',
  answeredText: ({ day }: Morning): string =>
    `Alt det, der ventede ${weekdayText(day)} om morgenen, er klaret.`,
  past: 'Der er kommet en nyere besked',
  pastText: 'Den nyeste viser, hvad der venter nu.',
  openDecide: 'Åbn Til beslutning',
  openTasks: 'Åbn Opgaver',
  openIdeas: 'Åbn nye idéer',
  showHere: 'Vis sagerne her',
  isAnswered: (morning: Morning): boolean => linesOf(morning) === 0,
} as const;
