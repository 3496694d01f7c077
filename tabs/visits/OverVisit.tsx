import { type JSX, useState } from 'react';
import { OverPage } from '../shell/FormDialog.tsx';
import { focusBack } from '../shell/focusBack.ts';
import { useClosing } from '../shell/useClosing.ts';

const Within = ({
  onGone,
  children,
}: {
  readonly onGone: () => void;
  readonly children: JSX.Element;
}) => {
  useClosing(onGone);
  return children;
};

/**
 * A form over the page, there while it is wanted. It closes first; then the focus goes back, and
 * then it is told that it is gone: nothing else may happen to the page before.
 */
export const OverVisit = ({
  onClosed,
  children,
}: {
  readonly onClosed: () => void;
  readonly children: (close: () => void) => JSX.Element;
}) => {
  const [opener] = useState(() => document.activeElement);
  const [isOpen, setOpen] = useState(true);
  const close = (): void => setOpen(false);
  const onGone = (): void => {
    focusBack(opener);
    onClosed();
  };
  return (
    <OverPage open={isOpen} onClose={close}>
      <Within onGone={onGone}>{children(close)}</Within>
    </OverPage>
  );
};
