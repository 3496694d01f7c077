import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRightRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type TouchEvent, useRef } from 'react';
import {
  type ChainColumn,
  type ChainLink,
  chainColumns,
  columnAt,
  inColumn,
} from '#shared/domain/chain/chain.ts';
import { metaText, spokenLink } from '#shared/words/chain/drawn.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import {
  columnNames,
  columnQuestions,
  columnShort,
  kickerOf,
  lackText,
} from '#shared/words/chain/words.ts';
import { Sits } from '../drawing/marks.tsx';
import { ChainFoot, Tools } from './ChainFoot.tsx';
import { Kept, Outside } from './ChainRail.tsx';
import { type ShownLink, useChain } from './onChain.tsx';
import { onChainKey } from './useChainKeys.ts';

const useStyles = makeStyles({
  body: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 16px 16px' },
  head: {
    margin: '8px 0 0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: {
    display: 'block',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  card: {
    marginBottom: '10px',
    padding: '10px 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
  },
  lacking: { border: `1px dashed ${tokens.colorStatusWarningForeground3}` },
  chosen: { border: `2px solid ${tokens.colorBrandStroke1}` },
  open: {
    display: 'block',
    width: '100%',
    minHeight: '44px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'left',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  lack: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '7px',
    padding: '4px 0',
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  edge: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    width: '100%',
    minHeight: '44px',
    padding: '4px 0',
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  onward: { marginLeft: 'auto', flexShrink: 0 },
  bar: {
    display: 'grid',
    gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
    flexShrink: 0,
    padding: '0 4px env(safe-area-inset-bottom)',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  column: {
    minHeight: '56px',
    padding: '4px 0',
    border: 'none',
    borderTop: '3px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  count: {
    display: 'block',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  here: {
    borderTopColor: tokens.colorCompoundBrandStroke,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const cameFrom = ({ from }: ShownLink, textOf: (link: ChainLink) => string): string => {
  const [first, ...more] = from;
  return first ? chainWords.comesFromText(textOf(first), more.length) : '';
};

/** An arrow, as a row: pressed, one is at its other end. */
const Edge = ({ to }: { readonly to: ShownLink }) => {
  const styles = useStyles();
  const on = useChain();
  const said = to.link.column === 'behaviour' ? `${kickerOf(to.shown).toLowerCase()}: ` : '';
  return (
    <button
      type="button"
      className={styles.edge}
      aria-label={`${chainWords.leadsToWord} ${spokenLink(to.shown)}`}
      onClick={() => on.onFocus(to.link.id, to.link.column)}
    >
      <ArrowRightRegular fontSize={18} aria-hidden="true" />
      <span>
        {said}
        {to.shown.text}
      </span>
      <ChevronRightRegular className={styles.onward} fontSize={16} aria-hidden="true" />
    </button>
  );
};

const Card = ({ shown }: { readonly shown: ShownLink }) => {
  const styles = useStyles();
  const on = useChain();
  const { link, lacks, to } = shown;
  const textOf = ({ id }: ChainLink): string => on.links.get(id)?.shown.text ?? '';
  const meta = metaText(shown.shown);
  const from = cameFrom(shown, textOf);
  const isChosen = link.id === on.chosen;
  return (
    <li
      className={mergeClasses(
        styles.card,
        lacks.length > 0 && styles.lacking,
        isChosen && styles.chosen,
      )}
    >
      <button
        type="button"
        className={styles.open}
        data-place={link.id}
        aria-pressed={isChosen}
        aria-label={shown.name}
        onClick={() => on.onChoose(link.id, link.column)}
      >
        {kickerOf(shown.shown) !== '' && (
          <span className={styles.quiet}>{kickerOf(shown.shown)}</span>
        )}
        {shown.shown.text}
        {meta !== '' && <span className={styles.quiet}>{meta}</span>}
        {from !== '' && <span className={styles.quiet}>{from}</span>}
      </button>
      {lacks.map((lack) => (
        <span key={lack.type} className={styles.lack}>
          <Sits size={16} />
          {lackText(link.column, lack)}
        </span>
      ))}
      {to.map(({ id }) => {
        const next = on.links.get(id);
        return next && <Edge key={id} to={next} />;
      })}
      {on.mayEdit && (isChosen || lacks.length > 0) && <Tools shown={shown} />}
    </li>
  );
};

const ColumnBar = () => {
  const styles = useStyles();
  const on = useChain();
  return (
    <nav className={styles.bar} aria-label={chainWords.columns}>
      {chainColumns.map((column) => (
        <button
          key={column}
          type="button"
          aria-current={column === on.column ? 'true' : undefined}
          aria-label={`${columnNames[column]}, ${inColumn(on.chain, column).length}`}
          className={mergeClasses(styles.column, column === on.column && styles.here)}
          onClick={() => on.onChoose(inColumn(on.chain, column)[0]?.id ?? null, column)}
        >
          <span className={styles.count}>{inColumn(on.chain, column).length}</span>
          {columnShort[column]}
        </button>
      ))}
    </nav>
  );
};

const leastSwipe = 60;

/** Drawn sideways, one is in the next column; up and down is scrolling. */
const useSwipe = (onBy: (by: 1 | -1) => void) => {
  const start = useRef<{ readonly x: number; readonly y: number } | null>(null);
  return {
    onTouchStart: ({ touches }: TouchEvent): void => {
      const touch = touches[0];
      start.current = touch ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent): void => {
      const touch = changedTouches[0];
      if (!touch || !start.current) return;
      const [across, down] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
      if (Math.abs(across) > leastSwipe && Math.abs(across) > 2 * Math.abs(down))
        onBy(across < 0 ? 1 : -1);
    },
  };
};

const linksIn = (links: ReadonlyMap<string, ShownLink>, column: ChainColumn) =>
  [...links.values()]
    .filter(({ link }) => link.column === column)
    .sort((a, b) => a.link.row - b.link.row);

/** One column at a time; what is chosen stands at the foot, with what one may do to it. */
export const PhoneChain = () => {
  const styles = useStyles();
  const on = useChain();
  const links = linksIn(on.links, on.column);
  const chosen = on.chosen === null ? undefined : on.links.get(on.chosen);
  // Two texts for one link are chosen between at the foot, as everywhere.
  const isFootOpen =
    on.doing.type !== 'nothing' || (chosen !== undefined && chosen.link.texts.length > 1);
  const swipe = useSwipe((by) => {
    const next = chainColumns[columnAt(on.column) + by];
    if (next) on.onChoose(inColumn(on.chain, next)[0]?.id ?? null, next);
  });
  return (
    <>
      <section className={styles.body} aria-label={columnNames[on.column]} {...swipe}>
        <h2 className={styles.head}>{columnNames[on.column]}</h2>
        <span className={styles.quiet}>{columnQuestions[on.column]}</span>
        <ul
          className={styles.list}
          onKeyDown={(event) => {
            if (!['Enter', ' '].includes(event.key)) onChainKey(on, event);
          }}
        >
          {links.map((shown) => (
            <Card key={shown.link.id} shown={shown} />
          ))}
        </ul>
        {links.length === 0 && <p className={styles.quiet}>{chainWords.empty}</p>}
        {on.column === 'benefit' && <Outside />}
        <span className={styles.quiet}>
          <Kept />
        </span>
      </section>
      {isFootOpen && <ChainFoot />}
      <ColumnBar />
    </>
  );
};
