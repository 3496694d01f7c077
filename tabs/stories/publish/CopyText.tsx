import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { storyPageWords } from '#shared/words/stories/page.ts';
import { usePageStyles } from '../pageStyles.ts';

const away = { position: 'absolute', left: '-9999px', width: '1px', height: '1px' } as const;

/** Teams may not lend the clipboard to a frame; the old way works there, and else the hand does. */
const copyFrom = async (field: HTMLTextAreaElement | null, text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused or not there: the next way is tried.
  }
  field?.focus();
  field?.select();
  return typeof document.execCommand === 'function' && document.execCommand('copy');
};

/** Copies a text exactly as it was signed off. */
export const CopyText = ({ text }: { readonly text: string }) => {
  const page = usePageStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const pressed = document.activeElement;
    const copied = await copyFrom(field.current, text);
    setSaid(copied ? storyPageWords.copied : storyPageWords.copyByHand);
    if (copied && pressed instanceof HTMLElement) pressed.focus();
  };
  return (
    <div className={page.buttons}>
      <Button appearance="primary" icon={<CopyRegular />} onClick={() => void copy()}>
        {storyPageWords.copyText}
      </Button>
      <span role="status" className={page.quiet}>
        {said}
      </span>
      <textarea ref={field} readOnly tabIndex={-1} aria-hidden="true" value={text} style={away} />
    </div>
  );
};
