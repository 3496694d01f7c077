import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { RulesReply } from '#shared/contract/rules.ts';
import type { RuleValues } from '#shared/domain/ruleSettings.ts';
import { rulesWords } from '#shared/words/screens/rules.ts';
import type { Failed } from '../remote/api.ts';
import { useApi } from '../remote/RemoteContext.tsx';

type Said = { readonly text: string; readonly intent: 'success' | 'error' };

const currentIn = ({ status, body }: Failed): RulesReply | null =>
  status === 409 && typeof body === 'object' && body !== null && 'current' in body
    ? (body.current as RulesReply)
    : null;

/** Saves what was changed on what was seen; after a clash saving again is a choice made on what is there. */
export const useSavingRules = (first: RuleValues, onSaved: () => void) => {
  const api = useApi();
  const [seen, setSeen] = useState(first);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async (values: RuleValues): Promise<void> => {
    setBusy(true);
    setSaid(null);
    const sent = await api.send(at('PATCH /api/settings/rules'), { seen, values });
    setBusy(false);
    if (sent.type === 'done') {
      setSeen(sent.value.values);
      setSaid({ text: rulesWords.saved, intent: 'success' });
      onSaved();
    } else if (sent.type === 'failed') {
      const current = currentIn(sent);
      if (current) setSeen(current.values);
      setSaid({ text: sent.message, intent: 'error' });
    }
  };
  return { save, said, busy };
};
