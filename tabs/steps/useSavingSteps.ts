import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { StepTemplates } from '#shared/domain/stepTemplates.ts';
import { stepsWords } from '#shared/words/screens/steps.ts';
import type { Failed } from '../remote/api.ts';
import { useApi } from '../remote/RemoteContext.tsx';

type Said = { readonly text: string; readonly intent: 'success' | 'error' };

const currentIn = ({ status, body }: Failed): StepTemplates | null =>
  status === 409 && typeof body === 'object' && body !== null && 'current' in body
    ? (body.current as StepTemplates)
    : null;

/**
 * Saves what was changed on what was seen; after a clash saving again is a choice made on what is
 * there. What others changed meanwhile comes with the reply.
 */
export const useSavingSteps = (
  first: StepTemplates,
  onSaved: (templates: StepTemplates) => void,
) => {
  const api = useApi();
  const [seen, setSeen] = useState(first);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (from: StepTemplates, to: StepTemplates, done: string): Promise<void> => {
    setBusy(true);
    setSaid(null);
    const body = { seen: from, templates: to };
    const sent = await api.send(at('PATCH /api/settings/steps'), body);
    setBusy(false);
    if (sent.type === 'done') {
      setSeen(sent.value.templates);
      setSaid({ text: done, intent: 'success' });
      onSaved(sent.value.templates);
    } else if (sent.type === 'failed') {
      const current = currentIn(sent);
      if (current) setSeen(current);
      const text = current ? `${sent.message} ${stepsWords.standsStill}` : sent.message;
      setSaid({ text, intent: 'error' });
    }
  };
  return { seen, send, said, busy };
};
