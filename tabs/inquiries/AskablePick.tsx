import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import type { Askable } from '#shared/domain/inquiries/people.ts';
import { holdsWords, searchForm, wordsSought } from '#shared/domain/wordForm.ts';
import { talkWords } from '#shared/words/inquiries/page.ts';

const mostShown = 20;

const labelOf = ({ name, tie, unit }: Askable): string => talkWords.person(name, tie, unit);

/** Somebody one may ask: nearest to the project first, found by name, by what they are, or by unit. */
export const AskablePick = ({
  askable,
  hint,
  to,
  onTo,
}: {
  readonly askable: readonly Askable[];
  readonly hint: string;
  readonly to: string;
  readonly onTo: (id: string) => void;
}) => {
  const [typed, setTyped] = useState<string | null>(null);
  const words = wordsSought(typed ?? '');
  const found = askable
    .filter((person) => holdsWords(searchForm(labelOf(person)), words))
    .slice(0, mostShown);
  const chosen = askable.find(({ id }) => id === to);
  return (
    <Field label={talkWords.whom} hint={hint}>
      <Combobox
        style={{ minWidth: 0, width: '100%' }}
        aria-label={talkWords.whom}
        placeholder={talkWords.search}
        value={typed ?? (chosen ? labelOf(chosen) : '')}
        selectedOptions={to === '' ? [] : [to]}
        onChange={(event) => setTyped(event.target.value)}
        onOptionSelect={(_, { optionValue }) => {
          setTyped(null);
          onTo(optionValue ?? '');
        }}
        onBlur={() => setTyped(null)}
      >
        {found.map((person) => (
          <Option key={person.id} value={person.id} text={labelOf(person)}>
            {labelOf(person)}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
};
