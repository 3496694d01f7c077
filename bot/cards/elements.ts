import type {
  ContainerStyle,
  IActionSet,
  IAdaptiveCard,
  IChoiceSetInput,
  IColumnSet,
  IContainer,
  IDateInput,
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
import type { ButtonData, Verb } from '#shared/contract/cardActions.ts';
import type { Ore } from '#shared/domain/money.ts';
import { formatKr } from '#shared/words/money.ts';
import { asRuns, clipped, isPlain } from './text.ts';

/** What a body is made of; no other element is used. */
export type Element =
  | ITextBlock
  | IRichTextBlock
  | IColumnSet
  | IContainer
  | ITextInput
  | IChoiceSetInput
  | IDateInput
  | IImage
  | IActionSet;

type Look = Pick<ITextBlock, 'size' | 'weight' | 'isSubtle'>;
type Place = Pick<ITextBlock, 'spacing' | 'style'>;

/**
 * A text of one look. Markdown would be read in a TextBlock, so a text with something in it that
 * looks like that is drawn as a run, where the signs are signs.
 */
const said = (text: string, look: Look, place: Place): ITextBlock | IRichTextBlock => {
  if (isPlain(text)) return { type: 'TextBlock', text, ...look, ...place, wrap: true };
  const { spacing } = place;
  return {
    type: 'RichTextBlock',
    ...(spacing === undefined ? {} : { spacing }),
    inlines: runsOf({ type: 'TextRun', text, ...look }),
  };
};

/** Small and subtle: kind and state. */
export const kicker = (text: string): Element => said(text, { size: 'Small', isSubtle: true }, {});

/** The project's name, or what the card is about. */
export const heading = (text: string, mostWords = 14): Element =>
  said(
    clipped(text, mostWords),
    { size: 'Large', weight: 'Bolder' },
    { style: 'heading', spacing: 'None' },
  );

export const bold = (text: string, spacing: Spacing = 'Small'): Element =>
  said(text, { weight: 'Bolder' }, { spacing });

export const note = (text: string, spacing: Spacing = 'Medium'): Element =>
  said(text, { size: 'Small', isSubtle: true }, { spacing });

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

const runsOf = (run: ITextRun): ITextRun[] => asRuns(run.text).map((text) => ({ ...run, text }));

/** A line that may hold what people have written: nothing in it is read as markdown or a date. */
export const line = (runs: readonly Run[], spacing: Spacing = 'Small'): IRichTextBlock => ({
  type: 'RichTextBlock',
  spacing,
  inlines: runs.flatMap((run) =>
    runsOf(typeof run === 'string' ? { type: 'TextRun', text: run } : run),
  ),
});

type RowLook = {
  readonly label: string;
  readonly bold?: boolean;
  /** A line above the row: the first of the sum, and the result. */
  readonly separator?: boolean;
};

export type AmountRow = RowLook & { readonly ore: Ore };

/** Label left, number right, so that the digits stand under each other. */
export const figureRow = (
  row: RowLook & { readonly text: string },
  spacing: Spacing = 'Small',
): IColumnSet => {
  const weight: Look = row.bold ? { weight: 'Bolder' } : {};
  return {
    type: 'ColumnSet',
    spacing,
    ...(row.separator ? { separator: true } : {}),
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [said(row.label, weight, {})],
      },
      {
        type: 'Column',
        width: 'auto',
        items: [{ type: 'TextBlock', text: row.text, horizontalAlignment: 'Right', ...weight }],
      },
    ],
  };
};

/** The same with an amount of money. */
export const amountRow = ({ ore, ...row }: AmountRow, spacing: Spacing = 'Small'): IColumnSet =>
  figureRow({ ...row, text: formatKr(ore) }, spacing);

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

/** A day; empty where nobody has said one. */
export const dateField = (label: string, id: string, value: string): IDateInput => ({
  type: 'Input.Date',
  id,
  label,
  spacing: 'Small',
  ...(value === '' ? {} : { value }),
});

/** One of several, as a list that folds out. */
export const choose = (
  label: string,
  id: string,
  value: string,
  choices: readonly { readonly title: string; readonly value: string }[],
  /** What stands there while nothing is chosen. */
  placeholder = '',
): IChoiceSetInput => ({
  type: 'Input.ChoiceSet',
  id,
  label,
  style: 'compact',
  spacing: 'Small',
  value,
  choices: choices.map((one) => ({ ...one })),
  ...(placeholder === '' ? {} : { placeholder }),
});

export type Button = IExecuteAction | IOpenUrlAction | ISubmitAction | IShowCardAction;

export const actionSet = (actions: readonly Button[]): IActionSet => ({
  type: 'ActionSet',
  spacing: 'Medium',
  actions: [...actions],
});

/** A button whose press comes back as an invoke; old clients send the same as a message. */
export const execute = <V extends Verb>(
  title: string,
  verb: V,
  data: ButtonData<V>,
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

/** A button of a dialog: what is typed comes back to whoever opened it, and no message is written. */
export const submit = <V extends Verb>(
  title: string,
  verb: V,
  data: ButtonData<V>,
): ISubmitAction => ({ type: 'Action.Submit', title, data: { verb, ...data } });

/** Writes a command for the person. */
export const say = (title: string, command: string): ISubmitAction => ({
  type: 'Action.Submit',
  title,
  data: { command, msteams: { type: 'imBack', value: command } },
});

type RefreshVerb = Extract<Verb, `refresh${string}`>;

/** What a client asks for when it draws the card anew by itself, and whose client may. */
export type Refresh<V extends RefreshVerb = RefreshVerb> = {
  readonly verb: V;
  readonly data: ButtonData<V>;
  readonly userIds: readonly string[];
};

/** Teams refreshes for at most so many. */
const mostUserIds = 60;

/**
 * Only a TextBlock can be a heading to a screen reader. Where the name is drawn as a run, the line
 * over it is the heading, and looks as it always does.
 */
const withHeading = (body: readonly Element[]): Element[] => {
  const [first, ...rest] = body;
  const has = body.some((element) => 'style' in element && element.style === 'heading');
  return has || first?.type !== 'TextBlock'
    ? [...body]
    : [{ weight: 'Default', ...first, style: 'heading' }, ...rest];
};

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
            verb: refresh.verb,
            data: { ...refresh.data },
          },
          userIds: refresh.userIds.slice(0, mostUserIds),
        },
      }),
  body: withHeading(body.filter((element) => element !== null)),
});
