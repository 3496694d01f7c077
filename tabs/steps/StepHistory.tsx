import { Button } from '@fluentui/react-components';
import { at } from '#shared/contract/at.ts';
import type { StepTemplatesChange } from '#shared/domain/stepTemplates.ts';
import { stepsWords } from '#shared/words/screens/steps.ts';
import type { Api } from '../remote/api.ts';
import { ChangesList } from '../settings/SettingsFrame.tsx';

const read = (api: Api) => api.read(at('GET /api/settings/steps/changes'));

type Props = {
  /** Takes one change back; null for whoever may not. */
  readonly onUndo: ((change: StepTemplatesChange) => void) | null;
};

/** Who made the steps otherwise; each change can be taken back by itself. */
export const StepHistory = ({ onUndo }: Props) => (
  <ChangesList
    read={read}
    words={stepsWords}
    lineOf={(change) => (
      <>
        {stepsWords.change(change.before, change.after, change.byName, change.at)}{' '}
        {onUndo !== null && (
          <Button
            size="small"
            appearance="transparent"
            aria-label={stepsWords.undoOf(change.byName, change.at)}
            onClick={() => onUndo(change)}
          >
            {stepsWords.undo}
          </Button>
        )}
      </>
    )}
  />
);
