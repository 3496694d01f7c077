import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useId, useState } from 'react';
import { columnsAfter, hasEdge, whyNoEdge } from '#shared/domain/chain/chain.ts';
import { holdsWords, searchForm, wordsSought } from '#shared/domain/wordForm.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { columnNames } from '#shared/words/chain/words.ts';
import { nothing, type ShownLink, useChain } from './onChain.tsx';
import { useFirstField } from './useFirstField.ts';

const useStyles = makeStyles({
  whole: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px 16px',
    flexGrow: 1,
    minWidth: 0,
    flexWrap: 'wrap',
  },
  search: { flexBasis: '280px', flexGrow: 1, minWidth: 0 },
  list: {
    flexBasis: '340px',
    flexGrow: 2,
    margin: 0,
    padding: '2px',
    maxHeight: '176px',
    overflowY: 'auto',
    listStyleType: 'none',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  option: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '32px',
    padding: '2px 8px',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    '@media (max-width: 719px)': { minHeight: '44px' },
  },
  active: {
    backgroundColor: 'var(--pointed)',
    outline: `2px solid ${tokens.colorStrokeFocus2}`,
    outlineOffset: '-2px',
  },
  tick: { width: '16px', flexShrink: 0 },
  column: {
    marginLeft: 'auto',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  done: { alignSelf: 'flex-end' },
});

/** What a link can lead to: those further on, those it leads to already first by place. */
const useTargets = ({ link }: ShownLink, typed: string) => {
  const on = useChain();
  const words = wordsSought(typed);
  return columnsAfter(link.column)
    .flatMap((column) => [...on.links.values()].filter((one) => one.link.column === column))
    .map((target) => ({
      target,
      isTied: hasEdge(on.chain, { from: link.id, to: target.link.id }),
      why: whyNoEdge(on.chain, { from: link.id, to: target.link.id }),
    }))
    .filter(({ isTied, why }) => isTied || why === null)
    .filter(({ target }) => holdsWords(searchForm(target.shown.text), words));
};

type Target = ReturnType<typeof useTargets>[number];

type OptionProps = {
  readonly id: string;
  readonly one: Target;
  readonly isActive: boolean;
  readonly onChoose: () => void;
};

const Option = ({ id, one, isActive, onChoose }: OptionProps) => {
  const styles = useStyles();
  const { link, shown } = one.target;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the field that owns the list.
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field.
    <div
      id={id}
      role="option"
      aria-selected={one.isTied}
      className={mergeClasses(styles.option, isActive && styles.active)}
      onClick={onChoose}
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className={styles.tick} aria-hidden="true">
        {one.isTied && <CheckmarkRegular />}
      </span>
      {shown.text}
      <span className={styles.column}>
        {columnNames[link.column]}
        {one.isTied && ` · ${chainWords.connected}`}
      </span>
    </div>
  );
};

/** What is typed, which is at hand, and what the keys of the field do. */
const useConnecting = (shown: ShownLink) => {
  const on = useChain();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const targets = useTargets(shown, typed);
  const at = Math.min(active, targets.length - 1);
  const close = (): void => {
    on.onDoing(nothing);
    on.onFocus(shown.link.id, shown.link.column);
  };
  const choose = (one: Target | undefined): void => {
    if (!one) return;
    const edge = { from: shown.link.id, to: one.target.link.id };
    on.editing.give({ type: one.isTied ? 'parted' : 'joined', edge });
    setTyped('');
  };
  const step = (by: 1 | -1): void => setActive(Math.max(0, Math.min(targets.length - 1, at + by)));
  const act = (key: string): boolean => {
    switch (key) {
      case 'ArrowDown':
        step(1);
        return true;
      case 'ArrowUp':
        step(-1);
        return true;
      case 'Enter':
        choose(targets[at]);
        return true;
      case 'Escape':
        close();
        return true;
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!act(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onType = (value: string): void => {
    setTyped(value);
    setActive(0);
  };
  return { typed, onType, targets, at, close, choose, onKeyDown };
};

/** What a link leads to, chosen from a list that is searched; chosen again it does not any more. */
export const ConnectForm = ({ shown }: { readonly shown: ShownLink }) => {
  const styles = useStyles();
  const listId = useId();
  const whole = useFirstField<HTMLDivElement>('input');
  const { typed, onType, targets, at, close, choose, onKeyDown } = useConnecting(shown);
  const isNone = targets.length === 0;
  return (
    <div ref={whole} className={styles.whole}>
      <Field
        label={chainWords.connectFrom(shown.shown.text)}
        className={styles.search}
        {...(isNone
          ? { hint: typed === '' ? chainWords.noneToConnect : chainWords.noneFound }
          : {})}
      >
        <Input
          role="combobox"
          aria-expanded={!isNone}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(isNone ? {} : { 'aria-activedescendant': `${listId}-${at}` })}
          placeholder={chainWords.search}
          value={typed}
          onChange={(_, { value }) => onType(value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      {!isNone && (
        <div
          id={listId}
          role="listbox"
          aria-multiselectable="true"
          aria-label={chainWords.connectFrom(shown.shown.text)}
          className={styles.list}
        >
          {targets.map((one, place) => (
            <Option
              key={one.target.link.id}
              id={`${listId}-${place}`}
              one={one}
              isActive={place === at}
              onChoose={() => choose(one)}
            />
          ))}
        </div>
      )}
      <Button className={styles.done} onClick={close}>
        {chainWords.connectDone}
      </Button>
    </div>
  );
};
