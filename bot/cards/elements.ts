import type {
  ContainerStyle,
  IActionSet,
  IAdaptiveCard,
  IColumnSet,
  IContainer,
  IExecuteAction,
  IImage,
  IOpenUrlAction,
  IRichTextBlock,
  IShowCardAction,
  ISubmitAction,
  ITextBlock,
  ITextInput,
  ITextRun,
  Spacing,
} from '@microsoft/teams.cards';
import type { Ore } from '#shared/domain/money.ts';
import { formatKr } from '#shared/messages/money.ts';
import { clipped, plain } from './text.ts';

/** What a body is made of; no other element is used. */
export type Element =
  | ITextBlock
  | IRichTextBlock
  | IColumnSet
  | IContainer
  | ITextInput
  | IImage
  | IActionSet;

/** Small and subtle: kind and state. */
export const kicker = (text: string): ITextBlock => ({
  type: 'TextBlock',
  text,
  size: 'Small',
  isSubtle: true,
  wrap: true,
});

/** The project's name, or what the card is about. A heading can only be a TextBlock. */
export const heading = (text: string, mostWords = 14): ITextBlock => ({
  type: 'TextBlock',
  text: plain(clipped(text, mostWords)),
  style: 'heading',
  size: 'Large',
  weight: 'Bolder',
  spacing: 'None',
  wrap: true,
});

/** A sentence of our own; never with anything that people have written. */
export const bold = (text: string, spacing: Spacing = 'Small'): ITextBlock => ({
  type: 'TextBlock',
  text,
  weight: 'Bolder',
  spacing,
  wrap: true,
});

export const note = (text: string, spacing: Spacing = 'Medium'): ITextBlock => ({
  type: 'TextBlock',
  text,
  size: 'Small',
  isSubtle: true,
  spacing,
  wrap: true,
});

export type Run = string | ITextRun;

export const strong = (text: string): ITextRun => ({ type: 'TextRun', text, weight: 'Bolder' });
export const subtle = (text: string): ITextRun => ({ type: 'TextRun', text, isSubtle: true });
export const small = (text: string): ITextRun => ({
  type: 'TextRun',
  text,
  isSubtle: true,
  size: 'Small',
});
export const link = (text: string, url: string): ITextRun => ({
  type: 'TextRun',
  text,
  selectAction: { type: 'Action.OpenUrl', url },
});

/** A line that may hold what people have written: nothing in it is read as markdown. */
export const line = (runs: readonly Run[], spacing: Spacing = 'Small'): IRichTextBlock => ({
  type: 'RichTextBlock',
  spacing,
  inlines: runs.map((run) => (typeof run === 'string' ? { type: 'TextRun', text: run } : run)),
});

export type AmountRow = {
  readonly label: string;
  readonly ore: Ore;
  readonly bold?: boolean;
  /** A line above the row: the first of the sum, and the result. */
  readonly separator?: boolean;
};

/** Label left, amount right, so that the digits stand under each other. */
export const amountRow = (row: AmountRow, spacing: Spacing = 'Small'): IColumnSet => {
  const weight = row.bold ? { weight: 'Bolder' as const } : {};
  return {
    type: 'ColumnSet',
    spacing,
    ...(row.separator ? { separator: true } : {}),
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [{ type: 'TextBlock', text: plain(row.label), wrap: true, ...weight }],
      },
      {
        type: 'Column',
        width: 'auto',
        items: [
          { type: 'TextBlock', text: formatKr(row.ore), horizontalAlignment: 'Right', ...weight },
        ],
      },
    ],
  };
};

/** Grey: somebody's own words. Amber or red: something is in the way. */
export const box = (
  style: Extract<ContainerStyle, 'emphasis' | 'warning' | 'attention'>,
  items: readonly Element[],
): IContainer => ({ type: 'Container', style, spacing: 'Medium', items: [...items] });

/** The one field of a card; what was typed is put back. */
export const field = (
  label: string,
  typed: string,
  longest: number,
  id = 'comment',
): ITextInput => ({
  type: 'Input.Text',
  id,
  label,
  isMultiline: true,
  maxLength: longest,
  spacing: 'Small',
  ...(typed === '' ? {} : { value: typed }),
});

export type Button = IExecuteAction | IOpenUrlAction | ISubmitAction | IShowCardAction;

export const actionSet = (actions: readonly Button[]): IActionSet => ({
  type: 'ActionSet',
  spacing: 'Medium',
  actions: [...actions],
});

/** A button whose press comes back as an invoke; old clients send the same as a message. */
export const execute = (
  title: string,
  verb: string,
  data: Readonly<Record<string, unknown>>,
): IExecuteAction => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { ...data },
  fallback: { type: 'Action.Submit', title, data: { verb, ...data } },
});

export const openUrl = (title: string, url: string): IOpenUrlAction => ({
  type: 'Action.OpenUrl',
  title,
  url,
});

/** Writes a command for the person. */
export const say = (title: string, command: string): ISubmitAction => ({
  type: 'Action.Submit',
  title,
  data: { command, msteams: { type: 'imBack', value: command } },
});

export type Refresh = {
  readonly verb?: 'refreshStory';
  readonly data: Readonly<Record<string, unknown>>;
  readonly userIds: readonly string[];
};

/** Teams refreshes for at most so many. */
const mostUserIds = 60;

export const card = (
  body: readonly (Element | null)[],
  fallbackText: string,
  refresh: Refresh | null,
): IAdaptiveCard => ({
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'da',
  fallbackText,
  ...(refresh === null
    ? {}
    : {
        refresh: {
          action: {
            type: 'Action.Execute',
            verb: refresh.verb ?? 'refresh',
            data: { ...refresh.data },
          },
          userIds: refresh.userIds.slice(0, mostUserIds),
        },
      }),
  body: body.filter((element) => element !== null),
});
