import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type PointerEvent } from 'react';
import type { Box, DrawnLink, Frame } from '#shared/domain/chain/drawing.ts';
import { Sits } from '../drawing/marks.tsx';

const useStyles = makeStyles({
  box: {
    position: 'absolute',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    padding: 'calc(6px * var(--large, 1)) calc(7px * var(--large, 1))',
    overflow: 'hidden',
    contain: 'layout paint',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'default',
    touchAction: 'manipulation',
    userSelect: 'none',
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
    },
  },
  purpose: { backgroundColor: tokens.colorNeutralBackground3 },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    border: `2px solid ${tokens.colorBrandStroke1}`,
  },
  lack: { border: `1px dashed ${tokens.colorStatusWarningForeground3}` },
  removed: { border: `1px dotted ${tokens.colorNeutralStrokeAccessible}`, opacity: 1 },
  told: { border: `2px solid ${tokens.colorNeutralForeground1}` },
  kicker: {
    fontSize: 'calc(12px * var(--large, 1))',
    lineHeight: 'calc(16px * var(--large, 1))',
    color: tokens.colorNeutralForeground2,
  },
  title: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 4,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    // Broken where our own words say, the same in every browser.
    hyphens: 'manual',
    fontSize: 'calc(14px * var(--large, 1))',
    lineHeight: 'calc(19px * var(--large, 1))',
    // Seven columns beside the text: fewer long words break.
    '@media (max-width: 1399px)': { fontSize: 'calc(13px * var(--large, 1))' },
    fontWeight: tokens.fontWeightSemibold,
  },
  three: { WebkitLineClamp: 3 },
  gone: { textDecorationLine: 'line-through' },
  meta: {
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    fontSize: 'calc(12px * var(--large, 1))',
    lineHeight: 'calc(16px * var(--large, 1))',
    color: tokens.colorNeutralForeground2,
  },
  mark: {
    display: 'flex',
    whiteSpace: 'nowrap',
    alignItems: 'center',
    gap: '5px',
    fontSize: 'calc(12px * var(--large, 1))',
    lineHeight: 'calc(16px * var(--large, 1))',
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  toldMark: { color: tokens.colorNeutralForeground1 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis' },
});

export type BoxHandlers = {
  readonly onPress: (id: string, event: PointerEvent<HTMLElement>) => void;
  readonly onOpen: (id: string) => void;
};

type ChainBoxProps = BoxHandlers & {
  readonly drawn: DrawnLink;
  readonly name: string;
  readonly box: Box;
  readonly frame: Frame;
  readonly isChosen: boolean;
  readonly isStop: boolean;
};

const sameDrawn = (one: DrawnLink, other: DrawnLink): boolean =>
  one === other ||
  (one.title === other.title &&
    one.kicker === other.kicker &&
    one.meta === other.meta &&
    one.mark === other.mark &&
    one.look === other.look &&
    one.isWorse === other.isWorse);

/** Of two hundred boxes only what changed is drawn again. */
const isSame = (before: ChainBoxProps, now: ChainBoxProps): boolean =>
  sameDrawn(before.drawn, now.drawn) &&
  before.name === now.name &&
  before.box.x === now.box.x &&
  before.box.y === now.box.y &&
  before.frame === now.frame &&
  before.isChosen === now.isChosen &&
  before.isStop === now.isStop &&
  before.onPress === now.onPress &&
  before.onOpen === now.onOpen;

const Words = ({ drawn }: { readonly drawn: DrawnLink }) => {
  const styles = useStyles();
  const small = (drawn.kicker === '' ? 0 : 1) + (drawn.meta === '' && drawn.mark === '' ? 0 : 1);
  const told = drawn.look !== 'lack';
  return (
    <>
      {drawn.kicker !== '' && <span className={styles.kicker}>{drawn.kicker}</span>}
      <span
        className={mergeClasses(
          styles.title,
          small === 2 && styles.three,
          drawn.look === 'removed' && styles.gone,
        )}
      >
        {drawn.title}
      </span>
      {drawn.mark === '' ? (
        drawn.meta !== '' && <span className={styles.meta}>{drawn.meta}</span>
      ) : (
        <span className={mergeClasses(styles.mark, told && styles.toldMark)}>
          {!told && <Sits size={13} />}
          <span className={styles.cut}>{drawn.mark}</span>
        </span>
      )}
    </>
  );
};

/** A link of the chain, as a box of the picture. */
export const ChainBox = memo(
  ({ drawn, name, box, frame, isChosen, isStop, onPress, onOpen }: ChainBoxProps) => {
    const styles = useStyles();
    const { look, column, id } = drawn;
    return (
      // biome-ignore lint/a11y/useSemanticElements: boxes stand where the chain says, not in a table.
      <div
        role="gridcell"
        aria-label={name}
        aria-selected={isChosen}
        data-place={id}
        tabIndex={isStop ? 0 : -1}
        className={mergeClasses(
          styles.box,
          column === 'purpose' && styles.purpose,
          (look === 'added' || look === 'changed') && styles.told,
          look === 'removed' && styles.removed,
          look === 'lack' && styles.lack,
          isChosen && styles.chosen,
        )}
        style={{
          transform: `translate(${box.x}px, ${box.y}px)`,
          width: frame.width,
          height: frame.height,
        }}
        onPointerDown={(event) => onPress(id, event)}
        onDoubleClick={() => onOpen(id)}
      >
        <Words drawn={drawn} />
      </div>
    );
  },
  isSame,
);
