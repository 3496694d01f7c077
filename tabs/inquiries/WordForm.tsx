import { Button, Field, Textarea } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { longestComment } from '#shared/domain/asking/asking.ts';
import { inquiryPageWords } from '#shared/words/inquiries/page.ts';
import type { Saved } from '../project/editing.tsx';
import { Problem } from '../project/StepForms.tsx';
import { usePageStyles } from '../stories/pageStyles.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { type Place, useTyped } from '../typed/useTyped.ts';

type Props = {
  /** What it is about: what was typed is there when it is opened again. */
  readonly place: Place;
  readonly label: string;
  readonly hint?: string;
  readonly send: string;
  /** What was typed is sent once, however often it is pressed; it stays until it is stored. */
  readonly onSend: (words: string) => Promise<Saved>;
  readonly onDone?: () => void;
  readonly onCancel?: () => void;
  /** Before the words. */
  readonly children?: ReactNode;
};

/** One field of words, and the button that sends them. */
export const WordForm = (props: Props) => {
  const { label, hint, send, onSend, onDone, onCancel, children } = props;
  const page = usePageStyles();
  const running = useRef(false);
  const [words, setWords, typing] = useTyped(props.place, '');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const sendOnce = async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    const sent = await onSend(words);
    running.current = false;
    setBusy(false);
    setProblem(sent.type === 'refused' ? sent.message : '');
    if (sent.type !== 'saved') return;
    typing.forget();
    setWords('');
    onDone?.();
  };
  const cancel = (): void => {
    typing.forget();
    onCancel?.();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void sendOnce();
  };
  return (
    <form className={page.form} onSubmit={onSubmit} noValidate>
      <TypedBefore typing={typing} />
      {children}
      <Field label={label} {...(hint === undefined ? {} : { hint })}>
        <Textarea
          value={words}
          maxLength={longestComment}
          rows={3}
          onChange={(_, data) => setWords(data.value)}
        />
      </Field>
      <Problem text={problem} />
      <div className={page.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {send}
        </Button>
        {onCancel && <Button onClick={cancel}>{inquiryPageWords.cancel}</Button>}
      </div>
    </form>
  );
};
