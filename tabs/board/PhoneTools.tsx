import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular, SearchRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { BoardView } from '#shared/domain/boardList.ts';
import {
  type Counts,
  isNarrowed,
  noFilter,
  type View,
  views,
} from '#shared/domain/boardLooking.ts';
import { boardWords, viewNames } from '#shared/words/screens/board.ts';
import { type FilterProps, Picks, Search, ShownAs } from './BoardHead.tsx';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '8px', alignItems: 'center', padding: '8px 12px 4px' },
  grow: { flexGrow: 1 },
  view: {
    minHeight: '36px',
    padding: '0 12px',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
    maxWidth: '36vw',
  },
  sheet: {
    position: 'fixed',
    left: 0,
    right: 0,
    bottom: 0,
    zIndex: 10,
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px 16px calc(16px + env(safe-area-inset-bottom))',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
    borderRadius: `${tokens.borderRadiusXLarge} ${tokens.borderRadiusXLarge} 0 0`,
  },
  sheetHead: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
});

type SheetProps = FilterProps & { readonly onClose: () => void; readonly children: ReactNode };

const Sheet = ({ filter, areas, onFilter, onClose, children }: SheetProps) => {
  const styles = useStyles();
  return (
    <section className={styles.sheet} aria-label={boardWords.filter}>
      <div className={styles.sheetHead}>
        <strong>{boardWords.filter}</strong>
        <Button
          appearance="subtle"
          size="large"
          icon={<DismissRegular />}
          aria-label={boardWords.close}
          onClick={onClose}
        />
      </div>
      <Search filter={filter} onFilter={onFilter} />
      <Picks filter={filter} areas={areas} onFilter={onFilter} />
      {children}
      <Button onClick={() => onFilter({ ...noFilter, view: filter.view })}>
        {boardWords.clearFilter}
      </Button>
    </section>
  );
};

/** On a phone: the view as one choice; search and filters in a sheet from below. */
export const PhoneTools = ({
  view,
  inView,
  areas,
  onFilter,
  onNewIdea,
  children,
}: Omit<FilterProps, 'filter'> & {
  readonly view: BoardView;
  readonly inView: Counts;
  readonly onNewIdea: (() => void) | null;
  /** More choices, at the foot of the sheet. */
  readonly children?: ReactNode;
}) => {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { filter } = view;
  return (
    <div className={styles.bar}>
      <select
        className={styles.view}
        aria-label={boardWords.view}
        value={filter.view}
        onChange={(event) => onFilter({ ...filter, view: event.target.value as View })}
      >
        {views.map((one) => (
          <option key={one} value={one}>
            {viewNames[one]} {inView[one]}
          </option>
        ))}
      </select>
      <span className={styles.grow} />
      <ShownAs view={view} />
      <Button
        appearance={isNarrowed({ ...filter, view: 'all' }) ? 'primary' : 'outline'}
        shape="circular"
        size="large"
        icon={<SearchRegular />}
        aria-label={boardWords.searchAndFilter}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {onNewIdea && (
        <Button
          appearance="primary"
          size="large"
          icon={<AddRegular />}
          aria-label={boardWords.newIdea}
          onClick={onNewIdea}
        />
      )}
      {open && (
        <Sheet {...{ filter, areas, onFilter }} onClose={() => setOpen(false)}>
          {children}
        </Sheet>
      )}
    </div>
  );
};
