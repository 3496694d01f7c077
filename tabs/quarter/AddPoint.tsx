import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { useQuarter } from './useQuarter.ts';

/** A point of one's own, beside those that come by themselves. */
export const AddPoint = () => {
  const styles = useQuarterStyles();
  const { move } = useQuarter();
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [minutes, setMinutes] = useState('5');
  if (!isOpen)
    return (
      <div className={styles.form}>
        <Button appearance="subtle" icon={<AddRegular />} onClick={() => setOpen(true)}>
          {quarterPageWords.add}
        </Button>
        <span className={styles.small}>{quarterPageWords.hint}</span>
      </div>
    );
  const add = async (): Promise<void> => {
    if (!(await move({ type: 'add', title, minutes: Math.trunc(Number(minutes)) || 0 }))) return;
    setTitle('');
    setOpen(false);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void add();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate aria-label={quarterPageWords.add}>
      <Field label={quarterPageWords.addTitle} className={styles.grow}>
        <Input value={title} maxLength={200} onChange={(_, data) => setTitle(data.value)} />
      </Field>
      <Field label={quarterPageWords.minutes}>
        <Input
          className={styles.time}
          type="number"
          value={minutes}
          onChange={(_, data) => setMinutes(data.value)}
        />
      </Field>
      <Button type="submit" appearance="primary">
        {quarterPageWords.save}
      </Button>
      <Button onClick={() => setOpen(false)}>{quarterPageWords.cancel}</Button>
    </form>
  );
};
