import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { useQuarter } from './useQuarter.ts';

/** The meeting on another day: its agenda comes along, and whoever is in the chefgruppe is told once. */
export const RescheduleForm = () => {
  const styles = useQuarterStyles();
  const { move, isSending } = useQuarter();
  const [isOpen, setOpen] = useState(false);
  const [day, setDay] = useState('');
  const send = async (): Promise<void> => {
    if (!(await move({ type: 'reschedule', day }))) return;
    setOpen(false);
    setDay('');
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{quarterPageWords.reschedule}</Button>;
  return (
    <form
      className={styles.form}
      onSubmit={onSubmit}
      noValidate
      aria-label={quarterPageWords.reschedule}
    >
      <Field label={quarterPageWords.newDay} hint={quarterPageWords.rescheduleText}>
        <Input type="date" value={day} onChange={(_, data) => setDay(data.value)} />
      </Field>
      <Button type="submit" disabled={isSending}>
        {quarterPageWords.reschedule}
      </Button>
      <Button appearance="subtle" onClick={() => setOpen(false)}>
        {quarterPageWords.cancel}
      </Button>
    </form>
  );
};
