import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import {
  type AgendaOrder as Order,
  sectionOfKind,
  sectionsIn,
  withKindMoved,
  withSectionMoved,
} from '#shared/domain/quarter/order.ts';
import { rulesWords } from '#shared/words/screens/rules.ts';

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
  readonly code: string;
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

const Row = ({ code, name, isPart, place, all, mayChange, onMove, children }: RowProps) => {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = keyBy[event.key];
    if (!mayChange || !event.altKey || by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(by);
  };
  const button = (by: By) => (
    <Button
      appearance="subtle"
      size="small"
      data-move={`${code}${by}`}
      icon={by === -1 ? <ArrowUpRegular /> : <ArrowDownRegular />}
      disabledFocusable={by === -1 ? place === 0 : place === all - 1}
      aria-label={by === -1 ? words.up(name) : words.down(name)}
      onClick={() => onMove(by)}
    />
  );
  return (
    <li className={isPart ? styles.part : undefined} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <span className={isPart ? `${styles.name} ${styles.strong}` : styles.name}>{name}</span>
        {mayChange && button(-1)}
        {mayChange && button(1)}
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
  const list = useRef<HTMLUListElement>(null);
  /** A row that is moved in the page loses the focus: it gets it back. */
  const [moved, setMoved] = useState<{ readonly button: string } | null>(null);
  useLayoutEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-move="${moved.button}"]`)?.focus();
  }, [moved]);
  const sections = sectionsIn(order);
  const move = (next: Order, row: Pick<RowProps, 'code' | 'name' | 'place' | 'all'>, by: By) => {
    if (next === order) return;
    onOrder(next);
    setMoved({ button: `${row.code}${by}` });
    setSaid(words.moved(row.name, row.place + by + 1, row.all));
  };
  return (
    <div>
      <ul className={styles.list} ref={list} aria-label={label}>
        {sections.map((section, at) => {
          const kinds = order.filter((kind) => sectionOfKind[kind] === section);
          const part = {
            ...{ code: section, name: words.part(section), place: at, all: sections.length },
          };
          return (
            <Row
              key={section}
              {...{ ...part, mayChange, isPart: true }}
              onMove={(by) => move(withSectionMoved(order, section, by), part, by)}
            >
              <ul className={styles.inner} aria-label={part.name}>
                {kinds.map((kind, nth) => {
                  const row = { code: kind, name: words.kind(kind), place: nth, all: kinds.length };
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
