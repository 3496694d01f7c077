import { Combobox, makeStyles, Option } from '@fluentui/react-components';
import { PersonRegular } from '@fluentui/react-icons';
import { memo, useMemo, useState } from 'react';
import type { BoardProject } from '#shared/domain/board.ts';
import type { Names } from '#shared/domain/boardLooking.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { holdsWords, searchForm, wordsSought } from '#shared/domain/wordForm.ts';
import { listWords, personTies } from '#shared/words/screens/boardList.ts';
import { type Tied, tiedPeople } from './tiedPeople.ts';

const useStyles = makeStyles({
  input: { minWidth: 0, width: '100%' },
  field: { minWidth: '150px', width: '190px', '@media (max-width: 719px)': { width: '100%' } },
});

const mostShown = 20;

const found = (people: readonly Tied[], typed: string): readonly Tied[] => {
  const words = wordsSought(typed);
  return people.filter(({ name }) => holdsWords(searchForm(name), words)).slice(0, mostShown);
};

type PersonPickProps = {
  readonly projects: readonly BoardProject[];
  readonly names: Names;
  readonly onPerson: (id: PersonId) => void;
};

/** Whoever owns or leads a project; their name carries their role. */
export const PersonPick = memo(({ projects, names, onPerson }: PersonPickProps) => {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const people = useMemo(() => tiedPeople(projects, names.people), [projects, names.people]);
  const shown = found(people, typed);
  return (
    <Combobox
      className={styles.field}
      aria-label={listWords.findPerson}
      placeholder={listWords.findPerson}
      expandIcon={<PersonRegular />}
      input={{ className: styles.input }}
      value={typed}
      selectedOptions={[]}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => setTyped('')}
      onOptionSelect={(_, data) => {
        setTyped('');
        if (data.optionValue !== undefined && data.optionValue !== '') onPerson(data.optionValue);
      }}
    >
      {shown.map(({ id, name, owns, leads }) => (
        <Option key={id} value={id} text={name}>
          {name} · {personTies(owns, leads)}
        </Option>
      ))}
      {shown.length === 0 && (
        <Option value="" text="" disabled>
          {listWords.nobodyFound}
        </Option>
      )}
    </Combobox>
  );
});
