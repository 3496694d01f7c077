import type { CommunicationReply, PatchCommunication } from '#shared/contract/stories.ts';
import { isRecurringDay } from '#shared/domain/recurringDay.ts';
import { readRecurringDay, recurringDayText } from '#shared/words/recurringDay.ts';
import { settingsWords } from '#shared/words/stories/overview.ts';

export const countFields = [
  'storiesAMonth',
  'articlesAQuarter',
  'storyDays',
  'articleDays',
  'pressDays',
] as const;
export type CountField = (typeof countFields)[number];

/** The settings as they stand in the fields: all of it text, a line each where there are many. */
export type SettingsDraft = Readonly<Record<CountField, string>> & {
  readonly dueTime: string;
  readonly nudgeTime: string;
  readonly closingDays: string;
  readonly blockedWords: string;
  readonly organisations: string;
};

export const settingsDraftOf = ({
  closingDays,
  communication: c,
}: CommunicationReply): SettingsDraft => ({
  storiesAMonth: String(c.storiesAMonth),
  articlesAQuarter: String(c.articlesAQuarter),
  storyDays: String(c.storyDays),
  articleDays: String(c.articleDays),
  pressDays: String(c.pressDays),
  dueTime: c.dueTime,
  nudgeTime: c.nudgeTime,
  closingDays: closingDays.map(recurringDayText).join('\n'),
  blockedWords: c.blockedWords.join('\n'),
  organisations: c.organisations.join('\n'),
});

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const numberIn = (text: string): number => (text.trim() === '' ? 0 : Number(text));

type Read =
  | { readonly ok: true; readonly body: PatchCommunication }
  | { readonly ok: false; readonly problem: string };

/** What is sent; the server judges the figures, only a day must be understood here. */
export const readSettings = (draft: SettingsDraft, revision: string): Read => {
  const closingDays: string[] = [];
  for (const line of linesIn(draft.closingDays)) {
    const day = readRecurringDay(line);
    if (day === null || !isRecurringDay(day))
      return { ok: false, problem: settingsWords.notADay(line) };
    closingDays.push(day);
  }
  const counts = countFields.map((field) => numberIn(draft[field]));
  if (counts.some(Number.isNaN)) counts.fill(0);
  const [storiesAMonth = 0, articlesAQuarter = 0, storyDays = 0, articleDays = 0, pressDays = 0] =
    counts;
  return {
    ok: true,
    body: {
      revision,
      closingDays,
      communication: {
        ...{ storiesAMonth, articlesAQuarter, storyDays, articleDays, pressDays },
        dueTime: draft.dueTime,
        nudgeTime: draft.nudgeTime,
        blockedWords: linesIn(draft.blockedWords),
        organisations: linesIn(draft.organisations),
      },
    },
  };
};
