import { Button, Input, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { longestGroup } from '#shared/domain/visits/visit.ts';
import { noteWords as words } from '#shared/words/visits/page.ts';

const useStyles = makeStyles({
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    border: 'none',
    margin: '12px 0 18px',
    padding: 0,
    minWidth: 0,
  },
  chip: {
    minHeight: '40px',
    maxWidth: '100%',
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
  form: { display: 'flex', gap: '8px', flexBasis: '100%' },
  input: { flexGrow: 1, minWidth: 0 },
});

type Props = {
  readonly names: readonly string[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
};

/** The group an observation is laid in: one that is, or a new one. */
export const GroupChips = ({ names, chosen, onChoose }: Props) => {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const name = (typed ?? '').trim();
    if (name !== '') onChoose(name);
    setTyped(null);
  };
  return (
    <fieldset className={styles.chips} aria-label={words.groups}>
      {names.map((name) => (
        <ToggleButton
          key={name}
          className={styles.chip}
          shape="circular"
          checked={name === chosen}
          onClick={() => onChoose(name === chosen ? '' : name)}
        >
          {name}
        </ToggleButton>
      ))}
      {typed === null ? (
        <Button
          className={styles.chip}
          shape="circular"
          icon={<AddRegular />}
          onClick={() => setTyped('')}
        >
          {words.newGroup}
        </Button>
      ) : (
        <form className={styles.form} onSubmit={add}>
          <Input
            className={styles.input}
            value={typed}
            maxLength={longestGroup}
            aria-label={words.newGroupName}
            placeholder={words.newGroupName}
            onChange={(_, { value }) => setTyped(value)}
          />
          <Button type="submit">{words.add}</Button>
        </form>
      )}
    </fieldset>
  );
};
