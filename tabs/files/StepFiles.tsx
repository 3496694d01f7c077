import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { AttachRegular, DocumentRegular } from '@fluentui/react-icons';
import { type ChangeEvent, useRef, useState } from 'react';
import { arrived, type StepFile } from '#shared/domain/files/file.ts';
import type { Step, StepCode } from '#shared/domain/steps.ts';
import { fileWords, restingText } from '#shared/words/files/words.ts';
import { useProject } from '../project/editing.tsx';
import { useStepName, useStepTemplates } from '../shell/stepNames.ts';
import { Removal } from './Removal.tsx';

const useStyles = makeStyles({
  hidden: { display: 'none' },
  // Under all that the row says, while its button stands among the row's.
  below: { order: 1, flexBasis: '100%', paddingLeft: '30px', minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: '0 0 4px' },
  file: { display: 'flex', alignItems: 'baseline', gap: '6px', padding: '2px 0' },
  icon: { flexShrink: 0, transform: 'translateY(2px)', color: tokens.colorBrandForeground1 },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  problem: { color: tokens.colorStatusDangerForeground3, fontSize: tokens.fontSizeBase200 },
});

type ListProps = {
  readonly code: StepCode;
  readonly files: readonly StepFile[];
  readonly onRemoved?: (name: string) => void;
};

/** Takes one off, for whoever may lay one there; what a gate was sent on says so instead. */
const FileRemoval = ({ code, name, onRemoved }: Omit<ListProps, 'files'> & { name: string }) => {
  const { reply, removeFile } = useProject();
  const made = useStepTemplates();
  const resting = reply.resting.find((one) => one.code === code && one.name === name);
  if (!reply.mayPlan.includes(code)) return null;
  return (
    <Removal
      what={name}
      text={fileWords.removeText}
      why={resting ? restingText(resting.why, made) : ''}
      remove={() => removeFile(code, name)}
      onRemoved={() => onRemoved?.(name)}
      home={() => document.querySelector<HTMLElement>(`[data-attach="${code}"]`)}
    />
  );
};

/** The documents that came, the newest first: name, size, who and when. */
export const FileList = ({ files, ...props }: ListProps) => {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {files.map((file) => (
        <li key={file.name} className={styles.file}>
          <DocumentRegular className={styles.icon} aria-hidden="true" />
          <span className={styles.text}>
            <Link href={file.link ?? ''} target="_blank" rel="noreferrer">
              {file.name}
            </Link>
            <span className={styles.small}>{fileWords.line(file.size, file.byName, file.at)}</span>
          </span>
          <FileRemoval {...props} name={file.name} />
        </li>
      ))}
    </ul>
  );
};

type State = {
  readonly sending: string;
  readonly said: string;
  readonly problems: readonly string[];
};

const idle: State = { sending: '', said: '', problems: [] };

/** Sends what was chosen, one after the other, and says of each what came of it. */
const useSending = (code: StepCode) => {
  const { sendFile } = useProject();
  const [state, setState] = useState(idle);
  const send = async (files: readonly File[]): Promise<void> => {
    const problems: string[] = [];
    let said = '';
    for (const file of files) {
      setState({ sending: fileWords.sending(file.name), said, problems });
      const sent = await sendFile(code, file);
      if (sent.type === 'refused') problems.push(`${file.name}: ${sent.message}`);
      else said = fileWords.sent(file.name);
    }
    setState({ sending: '', said, problems });
  };
  const tellRemoved = (name: string): void => setState({ ...idle, said: fileWords.removed(name) });
  return { ...state, send, tellRemoved };
};

type Props = { readonly code: StepCode; readonly step: Step | undefined };

/** The documents of a step, and the way to lay one there, for whoever may plan it. */
export const StepFiles = ({ code, step }: Props) => {
  const styles = useStyles();
  const stepName = useStepName();
  const { reply } = useProject();
  const input = useRef<HTMLInputElement>(null);
  const { sending, said, problems, send, tellRemoved } = useSending(code);
  const files = arrived(step?.files ?? []);
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const chosen = [...(currentTarget.files ?? [])];
    // The same file may be chosen again, when it was refused.
    currentTarget.value = '';
    if (chosen.length > 0) void send(chosen);
  };
  const isBelow = files.length > 0 || sending !== '' || said !== '' || problems.length > 0;
  return (
    <>
      {reply.mayPlan.includes(code) && (
        <>
          <input
            ref={input}
            type="file"
            multiple
            className={styles.hidden}
            data-step={code}
            tabIndex={-1}
            aria-hidden="true"
            onChange={onChange}
          />
          <Button
            data-attach={code}
            size="small"
            appearance="transparent"
            icon={<AttachRegular />}
            aria-label={`${fileWords.add}: ${stepName(code)}`}
            title={`${fileWords.add}. ${fileWords.hint}`}
            disabledFocusable={sending !== ''}
            onClick={() => input.current?.click()}
          />
        </>
      )}
      {isBelow && (
        <div className={styles.below}>
          {files.length > 0 && <FileList code={code} files={files} onRemoved={tellRemoved} />}
          {problems.map((problem) => (
            <div key={problem} className={styles.problem} role="alert">
              {problem}
            </div>
          ))}
          <span role="status" className={styles.small}>
            {sending || said}
          </span>
        </div>
      )}
    </>
  );
};
