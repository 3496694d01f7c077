import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { firstGrouping, firstSort } from '#shared/contract/boardAddress.ts';
import { type BoardProject, places } from '#shared/domain/board.ts';
import {
  type BoardView,
  type Grouping,
  groupings,
  type Sort,
  type SortKey,
  sortKeys,
} from '#shared/domain/boardList.ts';
import {
  type BoardFilter,
  type Counts,
  isNarrowed,
  type Names,
  noFilter,
} from '#shared/domain/boardLooking.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import { groupingNames, listWords, placeNames, sortName } from '#shared/words/screens/boardList.ts';
import { Picks, Search, ShownAs, Views } from '../board/BoardHead.tsx';
import { PhoneTools } from '../board/PhoneTools.tsx';
import type { OnView } from '../board/useBoardView.ts';
import { type Choice, Pick } from '../shell/Pick.tsx';
import { useStable } from '../shell/useStable.ts';
import { PersonPick } from './PersonPick.tsx';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px 10px',
    padding: '10px 20px 0',
    '@media (max-width: 1179px)': { flexWrap: 'wrap' },
  },
  filters: { flexWrap: 'wrap', padding: '6px 20px 8px' },
  push: { flexGrow: 1 },
  order: { display: 'inline-flex', alignItems: 'center', fontSize: tokens.fontSizeBase300 },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    maxWidth: '260px',
    height: '30px',
    padding: '0 4px 0 12px',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
  },
  chipName: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  sheetLine: { display: 'flex', alignItems: 'center', gap: '8px', flexWrap: 'wrap' },
});

export type ListToolsProps = {
  readonly view: BoardView;
  readonly inView: Counts;
  readonly projects: readonly BoardProject[];
  readonly names: Names;
  readonly onView: OnView;
  readonly onFilter: (filter: BoardFilter) => void;
};

/** The one person the list is narrowed to, or the field to find one in. */
const Person = (props: ListToolsProps) => {
  const styles = useStyles();
  const { view, projects, names, onFilter } = props;
  const { filter } = view;
  const onPerson = useStable((person: PersonId): void => onFilter({ ...filter, person }));
  if (filter.person === '') return <PersonPick {...{ projects, names, onPerson }} />;
  const name = names.people[filter.person] ?? filter.person;
  return (
    <span className={styles.chip}>
      {boardWords.person}: <span className={styles.chipName}>{name}</span>
      <Button
        size="small"
        shape="circular"
        appearance="transparent"
        icon={<DismissRegular />}
        aria-label={listWords.remove(name)}
        onClick={() => onFilter({ ...filter, person: '' })}
      />
    </span>
  );
};

const placeChoices: readonly Choice[] = [
  ['', listWords.allPlaces],
  ...places.map((place): Choice => [place, placeNames[place]]),
  ['ended', boardWords.ended],
];

const PlacePick = ({ view, onFilter }: ListToolsProps) => (
  <Pick
    onBoard
    label={boardWords.place}
    value={view.filter.place}
    choices={placeChoices}
    onChange={(place) => onFilter({ ...view.filter, place: place as BoardFilter['place'] })}
  />
);

const sortCode = ({ by, down }: Sort): string => `${by} ${down ? 'down' : 'up'}`;

const sortChoices: readonly Choice[] = sortKeys.flatMap((by: SortKey) =>
  [true, false].map((down): Choice => [sortCode({ by, down }), sortName({ by, down })]),
);

const sortOf = (code: string): Sort => {
  const [by, way] = code.split(' ');
  return { by: sortKeys.find((key) => key === by) ?? 'waits', down: way === 'down' };
};

const Order = ({ view, onView }: ListToolsProps) => {
  const styles = useStyles();
  return (
    <>
      <span className={styles.order}>
        <span aria-hidden="true">{listWords.group}:</span>
        <Pick
          onBoard
          label={listWords.group}
          value={view.grouping}
          isSet={view.grouping !== firstGrouping}
          choices={groupings.map((one): Choice => [one, groupingNames[one]])}
          onChange={(grouping) => onView({ ...view, grouping: grouping as Grouping })}
        />
      </span>
      <span className={styles.order}>
        <span aria-hidden="true">{listWords.sort}:</span>
        <Pick
          onBoard
          label={listWords.sort}
          value={sortCode(view.sort)}
          isSet={sortCode(view.sort) !== sortCode(firstSort)}
          choices={sortChoices}
          onChange={(code) => onView({ ...view, sort: sortOf(code) })}
        />
      </span>
    </>
  );
};

/** The views and the search, as on the board; then what narrows, and how it is put in order. */
export const ListTools = ({
  children,
  ...props
}: ListToolsProps & { readonly children: ReactNode }) => {
  const styles = useStyles();
  const { view, inView, names, onFilter } = props;
  const { filter } = view;
  return (
    <>
      <div className={styles.line}>
        <Views filter={filter} inView={inView} onFilter={onFilter} />
        {children}
        <Search filter={filter} onFilter={onFilter} />
        <ShownAs view={view} />
      </div>
      <div className={`${styles.line} ${styles.filters}`}>
        <Picks filter={filter} areas={names.areas} onFilter={onFilter} />
        <PlacePick {...props} />
        <Person {...props} />
        {isNarrowed({ ...filter, view: 'all' }) && (
          <Button
            size="small"
            appearance="transparent"
            onClick={() => onFilter({ ...noFilter, view: filter.view })}
          >
            {boardWords.clearFilter}
          </Button>
        )}
        <span className={styles.push} />
        <Order {...props} />
      </div>
    </>
  );
};

/** On a phone all but the view stands in the sheet from below. */
export const PhoneListTools = ({
  onNewIdea,
  children,
  ...props
}: ListToolsProps & { readonly onNewIdea: (() => void) | null; readonly children: ReactNode }) => {
  const styles = useStyles();
  const { view, inView, names, onFilter } = props;
  return (
    <PhoneTools
      view={view}
      inView={inView}
      areas={names.areas}
      onFilter={onFilter}
      onNewIdea={onNewIdea}
    >
      <PlacePick {...props} />
      <Person {...props} />
      <div className={styles.sheetLine}>
        <Order {...props} />
      </div>
      <div className={styles.sheetLine}>{children}</div>
    </PhoneTools>
  );
};
