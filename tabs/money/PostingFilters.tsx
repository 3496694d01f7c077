import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import type { EconomyReply } from '#shared/contract/economy.ts';
import { moneyWords, quarterText } from '#shared/messages/economyPage.ts';
import type { MoneyFilter } from './moneyAddress.ts';
import type { ProjectChoice } from './shapeMoney.ts';

const useStyles = makeStyles({
  pick: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    maxWidth: '100%',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  select: {
    appearance: 'none',
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    padding: '6px 26px 6px 8px',
    maxWidth: '220px',
    textOverflow: 'ellipsis',
    fieldSizing: 'content',
    cursor: 'pointer',
    '> option': {
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
    },
  },
  set: { color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold },
  down: { position: 'absolute', right: '7px', pointerEvents: 'none', fontSize: '14px' },
});

export type Choice = readonly [value: string, name: string];

export const Pick = ({
  label,
  value,
  choices,
  isSet,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly isSet: boolean;
  readonly onChange: (value: string) => void;
}) => {
  const styles = useStyles();
  return (
    <span className={styles.pick}>
      <select
        className={mergeClasses(styles.select, isSet && styles.set)}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <ChevronDownRegular className={styles.down} aria-hidden="true" />
    </span>
  );
};

/** A link may name what the list does not have: it still stands there, and can be let go. */
const withChosen = (choices: readonly Choice[], value: string, name: string): readonly Choice[] =>
  value === '' || choices.some(([code]) => code === value) ? choices : [...choices, [value, name]];

/** More than this is no list to look through: one types, and gets those that fit. */
const mostListed = 200;
const mostOffered = 20;

const nameOf = ({ id, title }: ProjectChoice): string => (title === '' ? id : title);

const fitting = (projects: readonly ProjectChoice[], typed: string): readonly ProjectChoice[] => {
  const words = typed.trim().toLocaleLowerCase('da');
  const found: ProjectChoice[] = [];
  for (const project of projects) {
    if (found.length === mostOffered) break;
    if (nameOf(project).toLocaleLowerCase('da').includes(words)) found.push(project);
  }
  return found;
};

/** One of very many projects: only those that fit what is typed are ever in the page. */
const ProjectSearch = ({
  projects,
  value,
  onChange,
}: {
  readonly projects: readonly ProjectChoice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) => {
  const styles = useStyles();
  const list = useId();
  const chosen = projects.find(({ id }) => id === value);
  const [typed, setTyped] = useState(chosen ? nameOf(chosen) : '');
  const onTyped = (text: string): void => {
    setTyped(text);
    const exact = projects.find((project) => nameOf(project) === text);
    if (exact || text === '') onChange(exact?.id ?? '');
  };
  return (
    <span className={styles.pick}>
      <input
        className={mergeClasses(styles.select, value !== '' && styles.set)}
        aria-label={moneyWords.project}
        placeholder={moneyWords.allProjects}
        list={list}
        value={typed}
        onChange={(event) => onTyped(event.target.value)}
      />
      <datalist id={list}>
        {fitting(projects, typed).map((project) => (
          <option key={project.id} value={nameOf(project)} />
        ))}
      </datalist>
    </span>
  );
};

const quarters = [1, 2, 3, 4] as const;

/** Pulje, projekt, kvartal: what is chosen stands in the address, and is what the workbook holds. */
export const PostingFilters = ({
  reply,
  filter,
  projects,
  onFilter,
}: {
  readonly reply: EconomyReply;
  readonly filter: MoneyFilter;
  readonly projects: readonly ProjectChoice[];
  readonly onFilter: (filter: MoneyFilter) => void;
}) => (
  <>
    <Pick
      label={moneyWords.pool}
      value={filter.pool}
      isSet={filter.pool !== ''}
      choices={withChosen(
        [
          ['', moneyWords.allPools],
          ...reply.pools.map(({ pool }): Choice => [pool.id, pool.title]),
        ],
        filter.pool,
        filter.pool,
      )}
      onChange={(pool) => onFilter({ ...filter, pool })}
    />
    {projects.length > mostListed ? (
      <ProjectSearch
        projects={projects}
        value={filter.project}
        onChange={(project) => onFilter({ ...filter, project })}
      />
    ) : (
      <Pick
        label={moneyWords.project}
        value={filter.project}
        isSet={filter.project !== ''}
        choices={withChosen(
          [
            ['', moneyWords.allProjects],
            ...projects.map((project): Choice => [project.id, nameOf(project)]),
          ],
          filter.project,
          moneyWords.chosenProject,
        )}
        onChange={(project) => onFilter({ ...filter, project })}
      />
    )}
    <Pick
      label={moneyWords.quarter}
      value={filter.quarter === null ? '' : String(filter.quarter)}
      isSet={filter.quarter !== null}
      choices={[
        ['', moneyWords.allQuarters],
        ...quarters.map((quarter): Choice => [String(quarter), quarterText(quarter)]),
      ]}
      onChange={(quarter) =>
        onFilter({ ...filter, quarter: quarter === '' ? null : Number(quarter) })
      }
    />
  </>
);
