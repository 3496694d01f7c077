import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { BenefitRow } from '#shared/domain/benefits/sums.ts';
import { benefitsWords } from '#shared/words/benefits/page.ts';
import { PersonField } from '../project/PersonField.tsx';
import { Problem } from '../project/StepForms.tsx';
import { useApi } from '../remote/RemoteContext.tsx';
import { useBenefitStyles } from './benefitStyles.ts';

type Props = {
  readonly row: Pick<BenefitRow, 'id' | 'written' | 'title'>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Somebody new follows a benefit; what is asked goes on to them at once. */
export const ChooseOwner = ({ row, onDone, onCancel }: Props) => {
  const styles = useBenefitStyles();
  const api = useApi();
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    if (busy || ownerId === null) return;
    setBusy(true);
    const { id, written } = row;
    const move = { type: 'owner', revision: written, ownerId } as const;
    const sent = await api.send(at('POST /api/benefits/:id/moves', { id }), move);
    setBusy(false);
    if (sent.type === 'failed') setProblem(sent.message);
    else onDone();
  };
  return (
    <form
      className={styles.chooser}
      aria-label={benefitsWords.chooseOwnerOf(row.title)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      noValidate
    >
      <div className={styles.grow}>
        <PersonField label={benefitsWords.newOwner} personId={ownerId} onPerson={setOwnerId} />
      </div>
      <Button type="submit" appearance="primary" disabledFocusable={busy || ownerId === null}>
        {busy ? benefitsWords.saving : benefitsWords.save}
      </Button>
      <Button onClick={onCancel}>{benefitsWords.cancel}</Button>
      <Problem text={problem} wide />
    </form>
  );
};
