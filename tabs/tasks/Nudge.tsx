import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { tasksWords } from '#shared/words/tasks/page.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { useStepName } from '../shell/stepNames.ts';
import { useTaskStyles } from './taskStyles.ts';

type Props = { readonly projectId: string; readonly code: StepCode; readonly whom: string };

/** Reminds whoever was chosen for a step, and says what came of it. */
export const Nudge = ({ projectId, code, whom }: Props) => {
  const styles = useTaskStyles();
  const api = useApi();
  const stepName = useStepName();
  const [said, setSaid] = useState('');
  const send = async (): Promise<void> => {
    const place = at('POST /api/projects/:id/steps/:code/nudge', { id: projectId, code });
    const sent = await api.send(place, {});
    if (sent.type === 'failed') return setSaid(sent.message);
    const isAgain = sent.type === 'done' && sent.value.outcome === 'alreadyTold';
    setSaid(isAgain ? tasksWords.alreadyNudged(whom) : tasksWords.nudged(whom));
  };
  return (
    <>
      <span className={styles.end}>
        <Button
          size="small"
          appearance="subtle"
          aria-label={`${tasksWords.nudge} ${whom}: ${stepName(code)}`}
          onClick={() => void send()}
        >
          {tasksWords.nudge}
        </Button>
      </span>
      <span role="status" className={styles.small}>
        {said}
      </span>
    </>
  );
};
