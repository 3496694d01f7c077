import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ChainColumn, chainColumns } from '#shared/domain/chain/chain.ts';
import { edgesLost } from '#shared/domain/chain/op.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { columnNames } from '#shared/words/chain/words.ts';
import { moveTo, staysPut } from './moveLink.ts';
import { nothing, type ShownLink, useChain } from './onChain.tsx';
import { useFirstField } from './useFirstField.ts';

const useStyles = makeStyles({
  whole: { flexGrow: 1, flexBasis: '280px', minWidth: 0, overflowWrap: 'anywhere' },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  small: {
    margin: '2px 0 8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  columns: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-start' },
  column: { display: 'block', minWidth: 0, padding: '5px 12px' },
  lost: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
});

type ColumnProps = {
  readonly column: ChainColumn;
  /** How many of its arrows cannot be there. */
  readonly lost: number;
  readonly onChoose: () => void;
};

const Column = ({ column, lost, onChoose }: ColumnProps) => {
  const styles = useStyles();
  return (
    <Button className={styles.column} onClick={onChoose}>
      {columnNames[column]}
      {lost > 0 && <span className={styles.lost}>{chainWords.arrowsLost(lost)}</span>}
    </Button>
  );
};

/** The other columns, each with the arrows it would cost. */
export const MoveForm = ({ shown }: { readonly shown: ShownLink }) => {
  const styles = useStyles();
  const on = useChain();
  const whole = useFirstField<HTMLDivElement>('button');
  const { id, column } = shown.link;
  const isFixed = staysPut(shown);
  const close = (): void => {
    on.onDoing(nothing);
    on.onFocus(id, column);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc gives up, wherever in the question one is.
    <div
      ref={whole}
      className={styles.whole}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <strong className={styles.title}>{chainWords.moveTitle(shown.shown.text)}</strong>
      <p className={styles.small}>{isFixed ? chainWords.staysPut : chainWords.moveHint}</p>
      <div className={styles.columns}>
        {!isFixed &&
          chainColumns
            .filter((other) => other !== column)
            .map((other) => (
              <Column
                key={other}
                column={other}
                lost={edgesLost(on.chain, id, other).length}
                onChoose={() => {
                  on.onDoing(nothing);
                  moveTo(on, id, other);
                }}
              />
            ))}
        <Button appearance="subtle" onClick={close}>
          {chainWords.cancel}
        </Button>
      </div>
    </div>
  );
};
