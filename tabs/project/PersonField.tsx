import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { holdsWords, searchForm, wordsSought } from '#shared/domain/wordForm.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { useLive } from '../remote/RemoteContext.tsx';

const seldom = { every: 60_000 };
const mostShown = 20;

/** As wide as its place, however narrow. */
const fitting = { minWidth: 0, width: '100%' } as const;

/** A person by name, from those the lists know. */
export const PersonField = ({
  label,
  personId,
  onPerson,
}: {
  readonly label: string;
  readonly personId: string | null;
  readonly onPerson: (id: string | null) => void;
}) => {
  const { state } = useLive(at('GET /api/people'), seldom);
  const people = state.type === 'ready' ? state.value.people : [];
  const chosen = people.find((person) => person.id === personId)?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const words = wordsSought(typed ?? '');
  const found = people
    .filter((person) => holdsWords(searchForm(person.name), words))
    .slice(0, mostShown);
  return (
    <Field label={label}>
      <Combobox
        style={fitting}
        aria-label={label}
        placeholder={projectWords.search}
        value={typed ?? chosen}
        selectedOptions={personId === null ? [''] : [personId]}
        onChange={(event) => setTyped(event.target.value)}
        onOptionSelect={(_, data) => {
          setTyped(null);
          onPerson(
            data.optionValue === undefined || data.optionValue === '' ? null : data.optionValue,
          );
        }}
        onBlur={() => setTyped(null)}
      >
        <Option value="">{projectWords.nobody}</Option>
        {found.map((person) => (
          <Option key={person.id} value={person.id}>
            {person.name}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
};
