import { type RefObject, useEffect, useRef } from 'react';

/** What has just been opened has the keyboard: its first field, or its first button. */
export const useFirstField = <E extends HTMLElement>(
  what: 'input' | 'button',
): RefObject<E | null> => {
  const whole = useRef<E>(null);
  useEffect(() => whole.current?.querySelector<HTMLElement>(what)?.focus(), [what]);
  return whole;
};
