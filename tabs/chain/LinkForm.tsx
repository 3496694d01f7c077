import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import {
  type ChainColumn,
  type LinkDetails,
  type LinkId,
  longestLinkText,
  longestWho,
  noDetails,
  textOf,
} from '#shared/domain/chain/chain.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { type Suggestion, suggestionsIn } from '#shared/words/chain/suggest.ts';
import { columnQuestions, spoken } from '#shared/words/chain/words.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { type Place, useTyped } from '../typed/useTyped.ts';
import { nothing, type ShownLink, useChain } from './onChain.tsx';
import { useFirstField } from './useFirstField.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', flexGrow: 1, minWidth: 0 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 14px', alignItems: 'flex-end' },
  text: { flexGrow: 3, flexBasis: '280px', minWidth: 0 },
  other: { flexGrow: 1, flexBasis: '150px', minWidth: 0 },
  day: { flexBasis: '150px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  suggested: { display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  suggestion: { maxWidth: '100%', minWidth: 0, textAlign: 'left', overflowWrap: 'anywhere' },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

type Draft = LinkDetails & { readonly text: string };

const blank: Draft = { ...noDetails, text: '' };

const isDay = ({ day }: Draft): boolean => day === null || typeof day === 'string';

type FieldsProps = {
  readonly column: ChainColumn;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
};

type TextProps = FieldsProps & Pick<LinkFormProps, 'label' | 'isDescribed'>;

const TextField = ({ label, column, draft, change, isDescribed }: TextProps) => {
  const styles = useStyles();
  return isDescribed ? (
    <span className={styles.hint}>{chainWords.describedOwn}</span>
  ) : (
    <Field label={label} hint={columnQuestions[column]} className={styles.text}>
      <Input
        value={draft.text}
        maxLength={longestLinkText}
        onChange={(_, { value }) => change({ text: value })}
      />
    </Field>
  );
};

const DetailFields = ({ column, draft, change }: FieldsProps) => {
  const styles = useStyles();
  return (
    <>
      {column === 'result' && (
        <Field label={chainWords.indicator} className={styles.other}>
          <Input
            value={draft.indicator}
            maxLength={longestLinkText}
            onChange={(_, { value }) => change({ indicator: value })}
          />
        </Field>
      )}
      {column !== 'benefit' && (
        <Field label={chainWords.who} className={styles.other}>
          <Input
            value={draft.who}
            maxLength={longestWho}
            onChange={(_, { value }) => change({ who: value })}
          />
        </Field>
      )}
      <Field
        label={column === 'benefit' ? chainWords.benefitDay : chainWords.day}
        className={styles.day}
      >
        <Input
          type="date"
          value={draft.day ?? ''}
          onChange={(_, { value }) => change({ day: value === '' ? null : value })}
        />
      </Field>
    </>
  );
};

const Ticks = ({ column, draft, change }: FieldsProps) => (
  <>
    {column === 'behaviour' && (
      <Checkbox
        label={chainWords.stops}
        checked={draft.stops}
        onChange={(_, { checked }) => change({ stops: checked === true })}
      />
    )}
    {column === 'benefit' && (
      <Checkbox
        label={chainWords.isWorse}
        checked={draft.isWorse}
        onChange={(_, { checked }) => change({ isWorse: checked === true })}
      />
    )}
  </>
);

type LinkFormProps = {
  readonly label: string;
  readonly column: ChainColumn;
  /** Where what is typed lies until it is saved or given up. */
  readonly place: Place;
  readonly first: Draft;
  /** What the project says that may stand here; null where nothing is to be suggested. */
  readonly suggestions: readonly Suggestion[] | null;
  /** A described benefit says its own text. */
  readonly isDescribed: boolean;
  readonly onSave: (draft: Draft) => void;
  readonly onCancel: () => void;
};

/** What the project says itself: pressed, it stands in the field, to be put right. */
const Suggestions = ({
  column,
  suggestions,
  onChoose,
}: {
  readonly column: ChainColumn;
  readonly suggestions: readonly Suggestion[];
  readonly onChoose: (suggestion: Suggestion) => void;
}) => {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.suggested}>
      <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {chainWords.suggest}
      </Button>
      {isOpen && (
        <span className={styles.hint}>
          {suggestions.length === 0 ? chainWords.suggestNone : chainWords.suggestUnder}
        </span>
      )}
      {isOpen &&
        suggestions.map((one) => (
          <Button
            key={one.text}
            size="small"
            appearance="outline"
            className={styles.suggestion}
            onClick={() => onChoose(one)}
          >
            {column === 'behaviour' ? spoken({ ...noDetails, ...one, column }, one.text) : one.text}
          </Button>
        ))}
    </div>
  );
};

/** Esc gives up, Enter saves: a link is one line. */
const LinkForm = (props: LinkFormProps) => {
  const { label, column, place, first, isDescribed, suggestions, onSave, onCancel } = props;
  const styles = useStyles();
  const [draft, setDraft, typing] = useTyped(place, first, { like: blank, holds: isDay });
  const form = useFirstField<HTMLFormElement>('input');
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (draft.text.trim() === '') {
      form.current?.querySelector('input')?.focus();
      return;
    }
    typing.forget();
    onSave(draft);
  };
  const giveUp = (): void => {
    typing.forget();
    onCancel();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    giveUp();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      noValidate
    >
      <TypedBefore typing={typing} />
      <div className={styles.line}>
        <TextField {...{ label, column, draft, change, isDescribed }} />
        <DetailFields column={column} draft={draft} change={change} />
      </div>
      {suggestions !== null && (
        <Suggestions
          column={column}
          suggestions={suggestions}
          onChoose={(suggestion) => {
            change(suggestion);
            form.current?.querySelector('input')?.focus();
          }}
        />
      )}
      <div className={styles.buttons}>
        {!isDescribed && <Ticks column={column} draft={draft} change={change} />}
        <Button type="submit" appearance="primary">
          {chainWords.save}
        </Button>
        <Button onClick={giveUp}>{chainWords.cancel}</Button>
      </div>
    </form>
  );
};

/** A new link, after another or by itself. */
export const NewLinkForm = ({
  column,
  from,
}: {
  readonly column: ChainColumn;
  readonly from: LinkId | null;
}) => {
  const on = useChain();
  const before = from === null ? undefined : on.links.get(from);
  const label = [
    chainWords.newLink(column),
    ...(before ? [chainWords.after(before.shown.text)] : []),
  ].join(' ');
  const onSave = ({ text, ...details }: Draft): void => {
    const id = crypto.randomUUID();
    on.editing.give({
      type: 'added',
      link: { id, column, text, ...details },
      edges: before ? [{ from: before.link.id, to: id }] : [],
    });
    on.onDoing(nothing);
    on.onSay(chainWords.focused(text.trim()));
    on.onFocus(id, column);
  };
  const onCancel = (): void => {
    on.onDoing(nothing);
    on.onFocus(on.chosen, on.column);
  };
  return (
    <LinkForm
      label={label}
      column={column}
      place={['chain', 'new', on.reply.project.id, column, from ?? '']}
      first={blank}
      suggestions={suggestionsIn(on.reply, on.chain, column, from)}
      isDescribed={false}
      onSave={onSave}
      onCancel={onCancel}
    />
  );
};

/** Only what was changed is sent: two may change different things of one link. */
const changedIn = (before: LinkDetails, { text: _, ...after }: Draft): Partial<LinkDetails> =>
  Object.fromEntries(
    (Object.keys(after) as (keyof LinkDetails)[])
      .filter((name) => after[name] !== before[name])
      .map((name) => [name, after[name]]),
  );

/** A link that is there. What it said when the form was opened is what is written over. */
export const EditLinkForm = ({ shown }: { readonly shown: ShownLink }) => {
  const on = useChain();
  const [first] = useState(shown.link);
  const { id, column, stops, isWorse, indicator, who, day } = first;
  const onSave = (draft: Draft): void => {
    const details = changedIn(first, draft);
    if (draft.text.trim() !== textOf(first) && shown.benefit === null)
      on.editing.give({
        ...{ type: 'written', id, text: draft.text },
        seen: first.texts.map(({ key }) => key),
      });
    if (Object.keys(details).length > 0) on.editing.give({ type: 'detailed', id, details });
    on.onDoing(nothing);
    on.onFocus(id, column);
  };
  const onCancel = (): void => {
    on.onDoing(nothing);
    on.onFocus(id, column);
  };
  return (
    <LinkForm
      label={chainWords.text(column)}
      column={column}
      suggestions={null}
      // Written over another's words since, it is not shown: they have not been seen.
      place={['chain', id, ...first.texts.map(({ key }) => key)]}
      first={{ stops, isWorse, indicator, who, day, text: textOf(first) }}
      isDescribed={shown.benefit !== null}
      onSave={onSave}
      onCancel={onCancel}
    />
  );
};
