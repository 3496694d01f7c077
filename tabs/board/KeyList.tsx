import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Switch,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { boardWords, keyList } from '#shared/words/screens/board.ts';
import { setSingleKeys, singleKeysOn } from './singleKeys.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: '8px 20px',
    margin: `0 0 ${tokens.spacingVerticalM}`,
  },
  keys: { fontWeight: tokens.fontWeightSemibold },
  does: { margin: 0 },
});

export const KeyList = ({ onClose }: { onClose: () => void }) => {
  const styles = useStyles();
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{boardWords.keys}</DialogTitle>
          <DialogContent>
            <dl className={styles.list}>
              {keyList.map(([keys, does]) => (
                <div key={keys} style={{ display: 'contents' }}>
                  <dt className={styles.keys}>{keys}</dt>
                  <dd className={styles.does}>{does}</dd>
                </div>
              ))}
            </dl>
            <Switch
              label={boardWords.singleKeys}
              checked={on}
              onChange={(_, data) => {
                setOn(data.checked);
                setSingleKeys(data.checked);
              }}
            />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {boardWords.close}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
