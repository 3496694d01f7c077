import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { go, holdPlace } from '../../shell/route.ts';
import type { Drafting } from './useDraft.ts';

const askBrowser = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Holds the place while something is unsaved, and knows where the person wanted to go. */
const useHeldPlace = (dirty: boolean) => {
  const [wanted, setWanted] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [release, setRelease] = useState<{ readonly run: () => void } | null>(null);

  useEffect(() => {
    if (!dirty) return;
    const run = holdPlace((hash) => {
      setWanted(hash);
      setAsked(true);
      return false;
    });
    setRelease({ run });
    window.addEventListener('beforeunload', askBrowser);
    return () => {
      run();
      window.removeEventListener('beforeunload', askBrowser);
    };
  }, [dirty]);
  return { wanted, setWanted, asked, release };
};

/** Leaving with something typed asks first: save it, drop it, or stay. */
export const Leaving = ({ drafting }: { readonly drafting: Drafting }) => {
  const { wanted, setWanted, asked, release } = useHeldPlace(drafting.dirty);
  const leave = (): void => {
    release?.run();
    const place = wanted;
    setWanted(null);
    if (place !== null) go(place);
  };
  const drop = (): void => {
    drafting.undo();
    drafting.typing.forget();
    leave();
  };
  const saveAndLeave = async (): Promise<void> => {
    const revision = await drafting.save();
    if (revision === null) setWanted(null);
    else leave();
  };
  // Not there before it is needed: even closed, a dialog leaves its traces in the tab order. Once
  // there it stays, because only a dialog that closes lets go of the page behind it.
  if (!asked) return null;
  return (
    <Dialog
      open={wanted !== null}
      modalType="alert"
      onOpenChange={(_, data) => !data.open && setWanted(null)}
    >
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{storyPageWords.leaveTitle}</DialogTitle>
          <DialogContent>{storyPageWords.leaveText}</DialogContent>
          <DialogActions fluid>
            <Button onClick={() => setWanted(null)}>{storyPageWords.leaveStay}</Button>
            <Button onClick={drop}>{storyPageWords.leaveDrop}</Button>
            <Button
              appearance="primary"
              disabledFocusable={drafting.busy}
              onClick={() => void saveAndLeave()}
            >
              {storyPageWords.leaveSave}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
