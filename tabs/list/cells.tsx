import { mergeClasses } from '@fluentui/react-components';
import type { CSSProperties, ReactNode } from 'react';
import { useListStyles } from './listStyles.ts';

/*
 * Plain elements that say themselves what part of a table they are: only some rows are mounted, and
 * each is placed by arithmetic, which no <table> allows.
 */

type Part = {
  readonly children?: ReactNode;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
};

export const RowGroup = ({ children, className, style }: Part) => {
  const part = { role: 'rowgroup' };
  return (
    <div {...part} className={className} style={style}>
      {children}
    </div>
  );
};

/** A row that is only looked at: the heads, the sums. */
export const StillRow = ({ index, children, className, style }: Part & { index: number }) => {
  const part = { role: 'row', 'aria-rowindex': index };
  return (
    <div {...part} className={className} style={style}>
      {children}
    </div>
  );
};

/** The head of a column, which says how its column is sorted. */
export const HeadCell = ({
  sorted,
  className,
  children,
}: Part & { readonly sorted: 'ascending' | 'descending' | 'none' }) => {
  const part = { role: 'columnheader', 'aria-sort': sorted };
  return (
    <span {...part} className={className}>
      {children}
    </span>
  );
};

type CellProps = Part & {
  /** Names its row. */
  readonly names?: boolean;
  readonly wide?: number;
  readonly number?: boolean;
  readonly label?: string | undefined;
};

/** A cell stands where its column does, or over as many as it is wide. */
export const Cell = ({
  names = false,
  wide,
  number = false,
  label,
  className,
  children,
}: CellProps) => {
  const styles = useListStyles();
  const part = {
    role: names ? 'rowheader' : 'gridcell',
    'aria-label': label,
    'aria-colspan': wide,
  };
  return (
    <span
      {...part}
      className={mergeClasses(number ? styles.number : styles.cell, className)}
      style={wide === undefined ? undefined : { gridColumn: `span ${wide}` }}
    >
      {children}
    </span>
  );
};
