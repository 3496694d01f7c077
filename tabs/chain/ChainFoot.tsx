import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { lazy, Suspense } from 'react';
import { textOf } from '#shared/domain/chain/chain.ts';
import { metaText, spokenLink } from '#shared/words/chain/drawn.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { columnNames, lackText } from '#shared/words/chain/words.ts';
import { momentText, timeText } from '#shared/words/dates.ts';
import { Sits } from '../drawing/marks.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { EditLinkForm, NewLinkForm } from './LinkForm.tsx';
import { MoveForm } from './MoveForm.tsx';
import { type Doing, nothing, type OnChain, type ShownLink, useChain } from './onChain.tsx';
import { undo } from './useChainKeys.ts';
import { useFirstField } from './useFirstField.ts';

const DescribeBenefit = lazy(async () => ({
  default: (await import('./DescribeBenefit.tsx')).DescribeBenefit,
}));

const useStyles = makeStyles({
  foot: {
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '10px 20px',
    flexWrap: 'wrap',
    minHeight: '83px',
    maxHeight: '55%',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: '12px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { padding: '12px 16px', minHeight: 0 },
  },
  // Read from the other end of the room.
  wall: { zoom: 1.5 },
  text: { flexGrow: 1, flexBasis: '280px', minWidth: 0, overflowWrap: 'anywhere' },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  lack: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusWarningForeground3,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  both: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flexGrow: 1,
    padding: '10px 12px',
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** Two wrote it without having seen each other: both are shown, and one is chosen. */
const TwoTexts = ({ shown }: { readonly shown: ShownLink }) => {
  const styles = useStyles();
  const on = useChain();
  const { id, texts } = shown.link;
  const choose = (text: string): void => {
    on.editing.give({ type: 'written', id, text, seen: texts.map(({ key }) => key) });
    on.onFocus(id, shown.link.column);
  };
  return (
    <div className={styles.both} role="alert">
      {chainWords.twoTexts}
      {texts.map(({ key, value, byName, at }) => (
        <div key={key} className={styles.buttons}>
          <Button disabledFocusable={!on.mayEdit} onClick={() => choose(value)}>
            {chainWords.choose(value)}
          </Button>
          <span className={styles.small}>{chainWords.by(byName, timeText(at))}</span>
        </div>
      ))}
    </div>
  );
};

const About = ({ shown }: { readonly shown: ShownLink }) => {
  const styles = useStyles();
  const said = shown.link.texts.at(-1);
  return (
    <div className={styles.text}>
      <strong className={styles.title}>{spokenLink(shown.shown)}</strong>
      <span className={styles.small}>
        {[
          columnNames[shown.link.column],
          metaText(shown.shown),
          said ? chainWords.changedBy(said.byName, momentText(said.at)) : '',
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
      {shown.lacks
        .filter(({ type }) => type !== 'twoTexts')
        .map((lack) => (
          <span key={lack.type} className={styles.lack}>
            <Sits size={14} />
            {lackText(shown.link.column, lack)}
          </span>
        ))}
    </div>
  );
};

/** What may be done to a link. */
export const Tools = ({ shown }: { readonly shown: ShownLink }) => {
  const styles = useStyles();
  const on = useChain();
  const { id, column } = shown.link;
  return (
    <div className={styles.buttons}>
      {column === 'benefit' && (
        <Button onClick={() => on.onDoing({ type: 'describe', id })}>
          {shown.benefit ? chainWords.describeMore : chainWords.describe}
        </Button>
      )}
      <Button onClick={() => on.onDoing({ type: 'edit', id })}>{chainWords.edit}</Button>
      {column !== 'purpose' && (
        <Button onClick={() => on.onDoing({ type: 'connect', id })}>{chainWords.connect}</Button>
      )}
      <Button onClick={() => on.onDoing({ type: 'move', id })}>{chainWords.move}</Button>
      <Button appearance="subtle" onClick={() => on.onDoing({ type: 'remove', id })}>
        {chainWords.remove}
      </Button>
      <Button
        appearance="subtle"
        icon={<ArrowUndoRegular />}
        disabledFocusable={!on.editing.canUndo}
        onClick={() => undo(on)}
      >
        {chainWords.undo}
      </Button>
    </div>
  );
};

/** Those that would be left with nothing before or after them. */
const loosened = (on: OnChain, { from, to }: ShownLink) => ({
  lost: from.filter(({ id }) => on.links.get(id)?.to.length === 1).map(textOf),
  begun: to.filter(({ id }) => on.links.get(id)?.from.length === 1).map(textOf),
});

const Removing = ({ shown }: { readonly shown: ShownLink }) => {
  const styles = useStyles();
  const on = useChain();
  const whole = useFirstField<HTMLDivElement>('button');
  const { id, column } = shown.link;
  const { lost, begun } = loosened(on, shown);
  const keep = (): void => {
    on.onDoing(nothing);
    on.onFocus(id, column);
  };
  const remove = (): void => {
    on.editing.give({ type: 'removed', id });
    on.onDoing(nothing);
    on.onSay(chainWords.removedSaid(shown.shown.text));
    const next = shown.from[0] ?? shown.to[0];
    on.onFocus(next?.id ?? null, next?.column ?? column);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc keeps it, wherever in the question one is.
    <div
      ref={whole}
      className={styles.text}
      onKeyDown={(event) => {
        if (event.key === 'Escape') keep();
      }}
    >
      <strong className={styles.title}>{chainWords.removeTitle(shown.shown.text)}</strong>
      <p className={styles.small} style={{ margin: '2px 0 8px' }}>
        {chainWords.removeLoosens(lost, begun) || chainWords.removeAlone}{' '}
        {shown.benefit ? `${chainWords.removeBenefit} ` : ''}
        {chainWords.removeKeys}
      </p>
      <div className={styles.buttons}>
        <Button onClick={remove}>{chainWords.remove}</Button>
        <Button appearance="subtle" onClick={keep}>
          {chainWords.keep}
        </Button>
      </div>
    </div>
  );
};

const Describing = ({ shown }: { readonly shown: ShownLink }) => {
  const styles = useStyles();
  const on = useChain();
  const onDone = (): void => {
    on.onDoing(nothing);
    on.onFocus(shown.link.id, shown.link.column);
  };
  return (
    <div className={styles.text}>
      <strong className={styles.title}>{spokenLink(shown.shown)}</strong>
      <span className={styles.small}>{chainWords.describeHint}</span>
      <Suspense fallback={null}>
        <DescribeBenefit projectId={on.reply.project.id} shown={shown} onDone={onDone} />
      </Suspense>
    </div>
  );
};

const Chosen = ({ shown }: { readonly shown: ShownLink }) => {
  const on = useChain();
  return (
    <>
      {shown.link.texts.length > 1 && <TwoTexts shown={shown} />}
      <About shown={shown} />
      {on.mayEdit && <Tools shown={shown} />}
    </>
  );
};

const Done = ({ doing, shown }: { readonly doing: Doing; readonly shown: ShownLink }) => {
  switch (doing.type) {
    case 'new':
      return <NewLinkForm key={doing.column} column={doing.column} from={doing.from} />;
    case 'edit':
      return <EditLinkForm key={shown.link.id} shown={shown} />;
    case 'connect':
      return <ConnectForm key={shown.link.id} shown={shown} />;
    case 'move':
      return <MoveForm key={shown.link.id} shown={shown} />;
    case 'remove':
      return <Removing shown={shown} />;
    case 'describe':
      return <Describing shown={shown} />;
    case 'nothing':
      return <Chosen shown={shown} />;
  }
};

const Content = () => {
  const styles = useStyles();
  const on = useChain();
  const { doing } = on;
  const id = 'id' in doing ? doing.id : on.chosen;
  const shown = id === null ? undefined : on.links.get(id);
  if (shown) return <Done doing={doing} shown={shown} />;
  return doing.type === 'new' ? (
    <NewLinkForm key={doing.column} column={doing.column} from={doing.from} />
  ) : (
    <span className={mergeClasses(styles.text, styles.small)}>{chainWords.noneChosen}</span>
  );
};

/** The chosen link, what it lacks, and what is being done to it. */
export const ChainFoot = () => {
  const styles = useStyles();
  const { look } = useChain();
  return (
    <section
      className={mergeClasses(styles.foot, look.as === 'workshop' && styles.wall)}
      aria-label={chainWords.details}
    >
      <Content />
    </section>
  );
};
