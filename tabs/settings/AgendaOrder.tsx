import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import {
  type AgendaOrder as Order,
  sectionOfKind,
  sectionsIn,
  withKindMoved,
  withSectionMoved,
} from '#shared/domain/quarter/order.ts';
import { rulesWords } from '#shared/words/screens/rules.ts';
import { Moves } from './Moves.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  part: { padding: '0 0 8px' },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '2px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  inner: { listStyleType: 'none', margin: 0, padding: '0 0 0 16px' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const { agenda: words } = rulesWords;

type By = 1 | -1;
type RowProps = {
  readonly name: string;
  readonly isPart: boolean;
  /** From 0, among those it stands between. */
  readonly place: number;
  readonly all: number;
  readonly mayChange: boolean;
  readonly onMove: (by: By) => void;
  readonly children?: ReactNode;
};

const keyBy: Readonly<Record<string, By>> = { ArrowUp: -1, ArrowDown: 1 };

const Row = ({ name, isPart, place, all, mayChange, onMove, children }: RowProps) => {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = keyBy[event.key];
    if (!mayChange || !event.altKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(by);
  };
  return (
    <li className={isPart ? styles.part : undefined} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <span className={isPart ? `${styles.name} ${styles.strong}` : styles.name}>{name}</span>
        {mayChange && (
          <Moves
            {...{ name, words, onMove, size: 'small' }}
            isFirst={place === 0}
            isLast={place === all - 1}
          />
        )}
      </div>
      {children}
    </li>
  );
};

type Props = {
  readonly label: string;
  readonly order: Order;
  readonly mayChange: boolean;
  readonly onOrder: (order: Order) => void;
};

/** The parts of the agenda and their kinds of matter, each moved up and down with its neighbours. */
export const AgendaOrder = ({ label, order, mayChange, onOrder }: Props) => {
  const styles = useStyles();
  const [said, setSaid] = useState('');
  const sections = sectionsIn(order);
  const move = (next: Order, row: Pick<RowProps, 'name' | 'place' | 'all'>, by: By) => {
    if (next === order) return;
    onOrder(next);
    setSaid(words.moved(row.name, row.place + by + 1, row.all));
  };
  return (
    <div>
      <ul className={styles.list} aria-label={label}>
        {sections.map((section, at) => {
          const kinds = order.filter((kind) => sectionOfKind[kind] === section);
          const part = { name: words.part(section), place: at, all: sections.length };
          return (
            <Row
              key={section}
              {...{ ...part, mayChange, isPart: true }}
              onMove={(by) => move(withSectionMoved(order, section, by), part, by)}
            >
              <ul className={styles.inner} aria-label={part.name}>
                {kinds.map((kind, nth) => {
                  const row = { name: words.kind(kind), place: nth, all: kinds.length };
                  return (
                    <Row
                      key={kind}
                      {...{ ...row, mayChange, isPart: false }}
                      onMove={(by) => move(withKindMoved(order, kind, by), row, by)}
                    />
                  );
                })}
              </ul>
            </Row>
          );
        })}
      </ul>
      {mayChange && <span className={styles.small}>{words.hint}</span>}
      <div role="status" className={styles.small}>
        {said}
      </div>
    </div>
  );
};
