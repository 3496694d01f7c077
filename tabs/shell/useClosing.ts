import { useEffect, useRef } from 'react';

/** Tells when what a dialog shows is gone, so that focus can go back to what opened it. */
export const useClosing = (onClosed: () => void): void => {
  const latest = useRef(onClosed);
  useEffect(() => {
    latest.current = onClosed;
  });
  useEffect(() => () => latest.current(), []);
};
