import { at } from '#shared/contract/at.ts';
import { rulesWords } from '#shared/words/screens/rules.ts';
import type { Api } from '../remote/api.ts';
import { ChangesList } from './SettingsFrame.tsx';

const read = (api: Api) => api.read(at('GET /api/settings/rules/changes'));

/** Who changed which setting. */
export const RuleHistory = () => (
  <ChangesList read={read} words={rulesWords} lineOf={rulesWords.change} />
);
