import { mergeClasses } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { EconomyReply } from '#shared/contract/economy.ts';
import { holdsWords, searchForm, wordsSought } from '#shared/domain/wordForm.ts';
import { moneyWords, quarterText } from '#shared/words/screens/economyPage.ts';
import { type Choice, Pick, usePickStyles } from '../shell/Pick.tsx';
import type { MoneyFilter } from './moneyAddress.ts';
import type { ProjectChoice } from './shapeMoney.ts';

/** A link may name what the list does not have: it still stands there, and can be let go. */
const withChosen = (choices: readonly Choice[], value: string, name: string): readonly Choice[] =>
  value === '' || choices.some(([code]) => code === value) ? choices : [...choices, [value, name]];

/** More than this is no list to look through: one types, and gets those that fit. */
const mostListed = 200;
const mostOffered = 20;

const nameOf = ({ id, title }: ProjectChoice): string => (title === '' ? id : title);

/** Made once a project: objects are kept while nothing in them changes. */
const forms = new WeakMap<ProjectChoice, string>();

const formOf = (project: ProjectChoice): string => {
  const known = forms.get(project) ?? searchForm(nameOf(project));
  forms.set(project, known);
  return known;
};

const fitting = (projects: readonly ProjectChoice[], typed: string): readonly ProjectChoice[] => {
  const words = wordsSought(typed);
  const found: ProjectChoice[] = [];
  for (const project of projects) {
    if (found.length === mostOffered) break;
    if (holdsWords(formOf(project), words)) found.push(project);
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
  const styles = usePickStyles();
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
