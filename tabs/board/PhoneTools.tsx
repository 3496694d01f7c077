import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular, FilterRegular, SearchRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { boardWords, viewNames } from '#shared/messages/board.ts';
import { type FilterProps, Picks, Search } from './BoardHead.tsx';
import { type BoardShape, isNarrowed, noFilter, type View, views } from './shapeBoard.ts';

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
    maxWidth: '46vw',
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

/** On a phone: the view as one choice; search and filters in a sheet from below. */
export const PhoneTools = ({
  shape,
  filter,
  areas,
  onFilter,
  onNewIdea,
}: FilterProps & { readonly shape: BoardShape; readonly onNewIdea: (() => void) | null }) => {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.bar}>
      <select
        className={styles.view}
        aria-label={boardWords.view}
        value={filter.view}
        onChange={(event) => onFilter({ ...filter, view: event.target.value as View })}
      >
        {views.map((view) => (
          <option key={view} value={view}>
            {viewNames[view]} {shape.inView[view]}
          </option>
        ))}
      </select>
      <span className={styles.grow} />
      <Button
        appearance={isNarrowed({ ...filter, view: 'all' }) ? 'primary' : 'outline'}
        shape="circular"
        size="large"
        icon={<FilterRegular />}
        aria-label={boardWords.filter}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      <Button
        appearance="subtle"
        size="large"
        icon={<SearchRegular />}
        aria-label={boardWords.search}
        onClick={() => setOpen(true)}
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
        <section className={styles.sheet} aria-label={boardWords.filter}>
          <div className={styles.sheetHead}>
            <strong>{boardWords.filter}</strong>
            <Button
              appearance="subtle"
              size="large"
              icon={<DismissRegular />}
              aria-label={boardWords.close}
              onClick={() => setOpen(false)}
            />
          </div>
          <Search filter={filter} onFilter={onFilter} />
          <Picks filter={filter} areas={areas} onFilter={onFilter} />
          <Button onClick={() => onFilter({ ...noFilter, view: filter.view })}>
            {boardWords.clearFilter}
          </Button>
        </section>
      )}
    </div>
  );
};
