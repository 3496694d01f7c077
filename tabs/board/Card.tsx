import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { memo, useLayoutEffect, useRef } from 'react';
import type { Area } from '#shared/domain/area.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import { amountText, boardWords, cardName, cardWaitText } from '#shared/words/screens/board.ts';
import { areaName, priorityNames } from '#shared/words/words.ts';
import { AreaMark, Door, NextArrow, RiskBars, Sits } from '../drawing/marks.tsx';
import { TekGlyph } from '../drawing/TekGlyph.tsx';
import { projectHash } from '../shell/route.ts';
import { changedLately, glowFor } from './mergeBoard.ts';

const useStyles = makeStyles({
  card: {
    position: 'absolute',
    left: 0,
    right: 0,
    display: 'block',
    padding: '8px 10px 0',
    overflow: 'hidden',
    textDecorationLine: 'none',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke2),
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    transitionProperty: 'background-color',
    transitionDuration: tokens.durationFast,
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
      zIndex: 1,
    },
  },
  atGate: {
    '::after': {
      content: '""',
      position: 'absolute',
      right: 0,
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
  },
  became: { ...shorthands.borderColor(tokens.colorBrandStroke1) },
  nowIs: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  first: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    height: '16px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
  where: { overflow: 'hidden', textOverflow: 'ellipsis', flexGrow: 1 },
  amount: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  must: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke1),
    borderRadius: tokens.borderRadiusMedium,
    padding: '0 5px',
    lineHeight: '14px',
    display: 'inline-block',
  },
  middle: {
    height: '40px',
    marginTop: '3px',
    overflow: 'hidden',
    lineHeight: tokens.lineHeightBase300,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'break-word',
  },
  title: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
  },
  purpose: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  // What finds no room wraps out of sight: risk first, then TEK, never the decider's name.
  last: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '5px',
    height: '22px',
    overflow: 'hidden',
    marginTop: '3px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  wait: { display: 'flex', alignItems: 'center', gap: '5px', minWidth: 0, height: '22px' },
  whole: { flexGrow: 1, maxWidth: '100%' },
  cut: { flexGrow: 1, flexBasis: 0 },
  whom: { overflow: 'hidden', textOverflow: 'ellipsis' },
  age: { flexShrink: 0, whiteSpace: 'pre' },
  bold: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  sits: { color: tokens.colorStatusWarningForeground1 },
  who: { fontWeight: tokens.fontWeightSemibold },
  rank: { display: 'flex', alignItems: 'center', gap: '5px' },
  risk: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

export type CardProps = {
  readonly project: BoardProject;
  readonly areas: readonly Area[];
  readonly days: number;
  /** Little room: the days are shortened, and a step's week goes. */
  readonly tight: boolean;
  /** Still less: the amount goes too. */
  readonly narrow: boolean;
  readonly top: number;
  readonly height: number;
  readonly focusable: boolean;
};

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The outline of a card that changed glows for one second; nothing jumps. */
const useGlow = (project: BoardProject) => {
  const ref = useRef<HTMLAnchorElement>(null);
  useLayoutEffect(() => {
    if (!changedLately(project.id) || reducedMotion()) return;
    const color = getComputedStyle(ref.current ?? document.body).getPropertyValue(
      '--colorCompoundBrandStroke',
    );
    const glow = ref.current?.animate?.(
      [{ boxShadow: `0 0 0 2px ${color}` }, { boxShadow: '0 0 0 2px transparent' }],
      { duration: glowFor, easing: 'ease-out' },
    );
    // Another project may be shown by the same element before the second is over.
    return () => glow?.cancel();
  }, [project]);
  return ref;
};

const isUnreached = ({ waitingFor }: BoardProject): boolean =>
  waitingFor?.type === 'gate' && waitingFor.unreached === true;

/** Something keeps it, or nobody can be reached; on a board of another day what it became says more. */
const isHeld = (project: BoardProject): boolean =>
  !project.became && (project.stuck !== undefined || isUnreached(project));

export const WaitIcon = ({ project }: { readonly project: BoardProject }) => {
  if (isHeld(project)) return <Sits />;
  if (project.became) return <NextArrow />;
  return project.waitingFor?.type === 'gate' ? <Door state="ajar" height={16} /> : <NextArrow />;
};

type WaitProps = Pick<CardProps, 'project' | 'areas' | 'days' | 'tight'>;

const Wait = ({ project, areas, days, tight }: WaitProps) => {
  const styles = useStyles();
  const said = cardWaitText(project, areas, days, tight);
  const stuck = isHeld(project);
  if (!said) return <span className={mergeClasses(styles.wait, styles.cut)} />;
  const atGate = project.waitingFor?.type === 'gate';
  const isWhole = atGate || project.became !== undefined;
  return (
    <span className={mergeClasses(styles.wait, isWhole ? styles.whole : styles.cut)}>
      <WaitIcon project={project} />
      <span
        className={mergeClasses(
          styles.whom,
          atGate && styles.bold,
          stuck && styles.who,
          project.became && styles.nowIs,
        )}
      >
        {said.who}
      </span>
      {said.rest !== '' && <span className={styles.age}>{`· ${said.rest}`}</span>}
    </span>
  );
};

const FirstLine = ({ project, areas, narrow }: Pick<CardProps, 'project' | 'areas' | 'narrow'>) => {
  const styles = useStyles();
  return (
    <div className={styles.first}>
      <AreaMark areas={areas} area={project.area} />
      <span className={styles.where}>
        {areaName(areas, project.area)}
        {project.type === 'skal' ? (
          <>
            {' · '}
            <span className={styles.must}>{boardWords.mandatory}</span>
          </>
        ) : (
          project.priority && ` · ${priorityNames[project.priority]}`
        )}
      </span>
      {!narrow && <span className={styles.amount}>{amountText(project)}</span>}
    </div>
  );
};

/** One project on the board: a link with a fixed height, made of plain elements. */
export const Card = memo((props: CardProps) => {
  const { project, areas, days, top, height, focusable } = props;
  const styles = useStyles();
  const ref = useGlow(project);
  const atGate = project.waitingFor?.type === 'gate';
  return (
    <a
      ref={ref}
      href={projectHash(project.id)}
      data-card={project.id}
      draggable
      tabIndex={focusable ? 0 : -1}
      aria-label={cardName(project, areas, days)}
      title={project.title.length > 48 ? project.title : undefined}
      className={mergeClasses(
        styles.card,
        atGate && styles.atGate,
        project.became && styles.became,
      )}
      style={{ top, height }}
    >
      <FirstLine {...props} />
      <div className={styles.middle}>
        <span className={styles.title}>{project.title}</span>
        {project.purpose && <span className={styles.purpose}>{project.purpose}</span>}
      </div>
      <div className={mergeClasses(styles.last, isHeld(project) && styles.sits)}>
        <Wait {...props} />
        {project.tek && <TekGlyph tek={project.tek} />}
        {project.risk !== undefined && (
          <span className={styles.rank}>
            <RiskBars risk={project.risk} />
            <span className={styles.risk}>{project.risk}</span>
          </span>
        )}
      </div>
    </a>
  );
});
