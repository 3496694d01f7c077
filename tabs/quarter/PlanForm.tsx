import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { go } from '../shell/route.ts';
import { quarterHash } from './quarterAddress.ts';
import { useQuarterStyles } from './quarterStyles.ts';

/** The day of a kvartalsstatus that is to be. */
export const PlanForm = ({ onPlanned }: { readonly onPlanned: () => void }) => {
  const styles = useQuarterStyles();
  const api = useApi();
  const [day, setDay] = useState('');
  const [problem, setProblem] = useState('');
  const plan = async (): Promise<void> => {
    const sent = await api.send(at('POST /api/quarters'), { day });
    if (sent.type === 'failed') return setProblem(sent.message);
    onPlanned();
    go(quarterHash(day));
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void plan();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate aria-label={quarterPageWords.plan}>
      <Field
        label={quarterPageWords.day}
        {...(problem === '' ? {} : { validationMessage: problem, validationState: 'error' })}
      >
        <Input type="date" value={day} onChange={(_, data) => setDay(data.value)} />
      </Field>
      <Button type="submit" appearance="primary">
        {quarterPageWords.plan}
      </Button>
    </form>
  );
};
