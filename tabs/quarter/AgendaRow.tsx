import { Button, Input, mergeClasses } from '@fluentui/react-components';
import {
  ArrowDownRegular,
  ArrowUpRegular,
  DismissRegular,
  ReOrderDotsVerticalRegular,
} from '@fluentui/react-icons';
import { type HTMLAttributes, type KeyboardEvent, useEffect, useState } from 'react';
import type { QuarterReply } from '#shared/contract/quarter.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { pointText, pointWhy, quarterPageWords } from '#shared/words/quarter/page.ts';
import { pointTitle } from '#shared/words/quarter/points.ts';
import { minutesText } from '#shared/words/quarter/words.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useQuarterStyles } from './quarterStyles.ts';
import { useQuarter } from './useQuarter.ts';

type Point = QuarterReply['points'][number];

type RowProps = {
  readonly point: Point;
  /** Those of its section, in order. */
  readonly points: readonly Point[];
  readonly number: number;
  readonly isEditing: boolean;
  /** What a pointer takes it by, and what is seen of it meanwhile. */
  readonly handle: HTMLAttributes<HTMLElement>;
  readonly isHeld: boolean;
  /** Where what is held would come: over this row, or under it. */
  readonly drop: 'over' | 'under' | null;
  readonly onMove: (before: string) => void;
};

const Minutes = ({ point }: { readonly point: Point }) => {
  const styles = useQuarterStyles();
  const { move } = useQuarter();
  const [typed, setTyped] = useState(String(point.minutes));
  useEffect(() => setTyped(String(point.minutes)), [point.minutes]);
  const save = async (): Promise<void> => {
    const minutes = Number(typed);
    if (minutes === point.minutes) return;
    if (!(await move({ type: 'time', point: point.key, minutes: Math.trunc(minutes) || 0 })))
      setTyped(String(point.minutes));
  };
  return (
    <Input
      className={styles.time}
      type="number"
      size="small"
      min={1}
      max={60}
      aria-label={quarterPageWords.minutesFor(pointTitle(point))}
      value={typed}
      onChange={(_, data) => setTyped(data.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => event.key === 'Enter' && void save()}
    />
  );
};

/** The point it comes to stand before when it goes one place up or down; null where it cannot. */
const beforeWhen = (points: readonly Point[], point: Point, by: 1 | -1): string | null => {
  const at = points.indexOf(point);
  if (by === -1) return points[at - 1]?.key ?? null;
  return at + 1 < points.length ? (points[at + 2]?.key ?? '') : null;
};

const Title = ({ point }: { readonly point: Point }) => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  const { facts } = point;
  const title = pointTitle(point);
  const text = pointText(facts, areas);
  return (
    <span className={styles.what}>
      {facts.type === 'request' ? (
        <a className={styles.link} href={hashOf({ type: 'decide', requestId: facts.requestId })}>
          {title}
        </a>
      ) : (
        <span className={styles.strong}>{title}</span>
      )}
      {text !== '' && (
        <span className={styles.under}>
          {facts.type === 'request' && <AreaMark areas={areas} area={facts.area} />}
          {text}
        </span>
      )}
    </span>
  );
};

type Tools = {
  readonly point: Point;
  readonly mayUp: boolean;
  readonly mayDown: boolean;
  readonly onMove: (by: 1 | -1) => void;
};

const RowTools = ({ point, mayUp, mayDown, onMove }: Tools) => {
  const styles = useQuarterStyles();
  const { move } = useQuarter();
  const title = pointTitle(point);
  return (
    <span className={styles.tools}>
      <Minutes point={point} />
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowUpRegular />}
        disabled={!mayUp}
        aria-label={quarterPageWords.up(title)}
        onClick={() => onMove(-1)}
      />
      <Button
        appearance="subtle"
        size="small"
        icon={<ArrowDownRegular />}
        disabled={!mayDown}
        aria-label={quarterPageWords.down(title)}
        onClick={() => onMove(1)}
      />
      {point.facts.type !== 'request' && (
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={quarterPageWords.remove(title)}
          onClick={() => void move({ type: 'remove', point: point.key })}
        />
      )}
    </span>
  );
};

/** By mouse or finger; who uses keys or hears the page has the buttons and Alt with an arrow. */
const Handle = ({ isHeld, ...handle }: HTMLAttributes<HTMLElement> & { isHeld: boolean }) => {
  const styles = useQuarterStyles();
  return (
    <span
      className={mergeClasses(styles.handle, isHeld && styles.handleHeld)}
      aria-hidden="true"
      title={quarterPageWords.drag}
      {...handle}
    >
      <ReOrderDotsVerticalRegular />
    </span>
  );
};

/** A point: what it is, why it is here, how long it takes, and the ways to move it. */
export const AgendaRow = (props: RowProps) => {
  const { point, points, number, isEditing, handle, isHeld, drop, onMove } = props;
  const styles = useQuarterStyles();
  const { areas } = useMe();
  const shift = (by: 1 | -1): void => {
    const before = beforeWhen(points, point, by);
    if (before !== null) onMove(before);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isEditing || !event.altKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    shift(event.key === 'ArrowUp' ? -1 : 1);
  };
  const why = pointWhy(point.facts, areas);
  const isShort = point.facts.type === 'pools' && why !== '';
  return (
    <li
      className={mergeClasses(
        styles.row,
        isEditing && styles.rowMoved,
        isHeld && styles.rowHeld,
        drop === 'over' && styles.dropOver,
        drop === 'under' && styles.dropUnder,
      )}
      onKeyDown={onKeyDown}
    >
      <span className={styles.number}>
        {isEditing && points.length > 1 && <Handle isHeld={isHeld} {...handle} />}
        {number}
      </span>
      <Title point={point} />
      <span className={isShort ? styles.alert : styles.why}>{why}</span>
      {isEditing ? (
        <RowTools
          point={point}
          mayUp={beforeWhen(points, point, -1) !== null}
          mayDown={beforeWhen(points, point, 1) !== null}
          onMove={shift}
        />
      ) : (
        <span className={styles.long}>{minutesText(point.minutes)}</span>
      )}
    </li>
  );
};
