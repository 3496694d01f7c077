import { Button, Field, Input, mergeClasses } from '@fluentui/react-components';
import type { FormEvent } from 'react';
import type { QuarterReply } from '#shared/contract/quarter.ts';
import type { MinutesPoint } from '#shared/domain/quarter/minutes.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { pointTitle } from '#shared/words/quarter/points.ts';
import { outcomeText } from '#shared/words/quarter/words.ts';
import { type Place, useTyped } from '../typed/useTyped.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { useQuarter } from './useQuarter.ts';

type Point = QuarterReply['points'][number];

/** A field whose line is sent by Enter, or by the button beside it. */
const LineForm = ({
  place,
  label,
  initial = '',
  onSend,
}: {
  readonly place: Place;
  readonly label: string;
  readonly initial?: string;
  readonly onSend: (text: string) => Promise<boolean>;
}) => {
  const styles = useQuarterStyles();
  const [text, setText, typing] = useTyped(place, initial);
  const send = async (): Promise<void> => {
    if (!(await onSend(text))) return;
    typing.forget();
    setText(initial === '' ? '' : text);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate aria-label={label}>
      <Field label={label} className={styles.grow}>
        <Input value={text} maxLength={2_000} onChange={(_, data) => setText(data.value)} />
      </Field>
      <Button type="submit">{quarterPageWords.addLine}</Button>
    </form>
  );
};

const Written = ({ line }: { readonly line: MinutesPoint }) => {
  const styles = useQuarterStyles();
  const outcome = outcomeText(line);
  return (
    <>
      {outcome !== '' && <span className={styles.text}> {outcome}</span>}
      {line.lines.map(({ seq, text }) => (
        <p key={seq} className={styles.text}>
          {text}
        </p>
      ))}
    </>
  );
};

/** The minutes so far: what was decided stands there by itself, and anybody who leads adds lines. */
export const MeetingLines = ({
  point,
  place,
}: {
  readonly point: Point;
  readonly place: number;
}) => {
  const styles = useQuarterStyles();
  const { reply, move } = useQuarter();
  const { minutes, mayLead, state } = reply;
  const mayWrite = mayLead && state === 'under';
  const shown = minutes.points.filter(
    (line, at) => at === place || outcomeText(line) !== '' || line.lines.length > 0,
  );
  return (
    <section aria-label={quarterPageWords.minutesTitle}>
      <h2 className={styles.head}>
        {quarterPageWords.minutesTitle}{' '}
        <span className={styles.small}>{quarterPageWords.selfWriting}</span>
      </h2>
      {mayWrite ? (
        <LineForm
          key={minutes.present}
          place={['present', reply.day]}
          label={quarterPageWords.present}
          initial={minutes.present}
          onSend={(text) => move({ type: 'present', text })}
        />
      ) : (
        <p className={styles.text}>{minutes.present}</p>
      )}
      <ol className={styles.lines}>
        {shown.map((line) => (
          <li
            key={line.point.key}
            className={mergeClasses(styles.line, line.number === place + 1 && styles.lineHere)}
          >
            <strong>
              {line.number}. {pointTitle(line.point)}
            </strong>
            <Written line={line} />
          </li>
        ))}
      </ol>
      {mayWrite && (
        <LineForm
          key={point.key}
          place={['line', reply.day, point.key]}
          label={quarterPageWords.line}
          onSend={(text) => move({ type: 'note', point: point.key, text })}
        />
      )}
    </section>
  );
};
