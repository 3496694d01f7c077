import { Button } from '@fluentui/react-components';
import { storiesWords } from '#shared/words/stories/overview.ts';
import { usePanelStyles } from '../../money/moneyStyles.ts';
import { useOverviewStyles } from './overviewStyles.ts';

/** Nothing to show: because of the filter, or because there is nothing, and then what to do. */
export const Empty = ({
  narrowed,
  text,
  help,
  onClear,
}: {
  readonly narrowed: boolean;
  readonly text: string;
  readonly help?: string;
  readonly onClear: () => void;
}) => {
  const styles = useOverviewStyles();
  const shared = usePanelStyles();
  return (
    <div className={styles.empty}>
      <span>{narrowed ? storiesWords.nothingFits : text}</span>
      {!narrowed && help !== undefined && <span className={shared.quiet}>{help}</span>}
      {narrowed && <Button onClick={onClear}>{storiesWords.clear}</Button>}
    </div>
  );
};
