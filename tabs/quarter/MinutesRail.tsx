import { Button, Field, mergeClasses, Select, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { dayYearText } from '#shared/words/dates.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { pointTitle } from '#shared/words/quarter/points.ts';
import { quarterWords, signatureName } from '#shared/words/quarter/words.ts';
import { seatName } from '#shared/words/words.ts';
import { AreaAvatar } from '../drawing/AreaAvatar.tsx';
import { useMe } from '../shell/Looking.tsx';
import { go } from '../shell/route.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { useIsTyped, useTyped } from '../typed/useTyped.ts';
import { WordButton } from './AgendaRail.tsx';
import { quarterHash } from './quarterAddress.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { useQuarter } from './useQuarter.ts';

/** A chef's own word about the minutes; what they want otherwise is a sentence. */
export const SignForm = ({ onSigned }: { readonly onSigned?: () => void }) => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  const { reply, move, isSending } = useQuarter();
  const { reader, version } = reply;
  const place = ['propose', reply.day, String(version)];
  const [isProposing, setProposing] = useState(useIsTyped(...place));
  const [text, setText, typing] = useTyped(place, '');
  if (!reader.owes) return null;
  const sign = async (given: Parameters<typeof move>[0]): Promise<void> => {
    if (!(await move(given))) return;
    typing.forget();
    onSigned?.();
  };
  const seat = reader.seat === null ? '' : seatName(areas, reader.seat);
  return (
    <section aria-label={quarterPageWords.approvals}>
      <h2 className={styles.head}>{quarterWords.question}</h2>
      <p className={styles.small}>
        {reader.onBehalf ? quarterWords.whyDeputy(seat) : quarterWords.rule}
      </p>
      {isProposing && <TypedBefore typing={typing} />}
      {isProposing && (
        <Field label={quarterPageWords.proposeText}>
          <Textarea value={text} maxLength={2_000} onChange={(_, data) => setText(data.value)} />
        </Field>
      )}
      <div className={styles.buttons}>
        {!isProposing && (
          <Button
            appearance="primary"
            disabled={isSending}
            onClick={() => void sign({ type: 'approve', version })}
          >
            {quarterPageWords.approve}
          </Button>
        )}
        <Button
          disabled={isSending}
          appearance={isProposing ? 'primary' : 'secondary'}
          onClick={() =>
            isProposing ? void sign({ type: 'propose', version, text }) : setProposing(true)
          }
        >
          {quarterPageWords.propose}
        </Button>
        {isProposing && (
          <Button
            onClick={() => {
              typing.forget();
              setProposing(false);
            }}
          >
            {quarterPageWords.cancel}
          </Button>
        )}
      </div>
    </section>
  );
};

const Approvals = () => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  const { seats, approvals, version, state } = useQuarter().reply;
  if (version === 0) return null;
  return (
    <section aria-label={quarterPageWords.approvals}>
      <h2 className={styles.head}>{quarterPageWords.approvals}</h2>
      <ul className={styles.rows}>
        {seats.map(({ seat }) => {
          const said = approvals.find((one) => one.seat === seat);
          return (
            <li key={seat} className={styles.person}>
              <AreaAvatar areas={areas} area={seat} />
              <span className={styles.what}>
                {said ? signatureName(areas, said) : seatName(areas, seat)}
                <span className={styles.under}>
                  {said ? quarterPageWords.approvedAt(said.at) : quarterPageWords.waits}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {state === 'signed' && <p className={styles.small}>{quarterWords.inDocuments}</p>}
    </section>
  );
};

const Proposals = () => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  const { proposals } = useQuarter().reply;
  if (proposals.length === 0) return null;
  return (
    <section aria-label={quarterPageWords.proposals}>
      <h2 className={styles.head}>{quarterPageWords.proposals}</h2>
      <ul className={styles.lines}>
        {proposals.map((one) => (
          <li key={one.seq}>
            <span className={styles.strong}>{signatureName(areas, one)}</span>
            <p className={styles.text}>»{one.text}«</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** A correction is a line of its own, and everybody is asked anew. */
const CorrectForm = () => {
  const styles = useQuarterStyles();
  const { reply, move } = useQuarter();
  const { points, mayLead, state, proposals } = reply;
  const [point, setPoint] = useState(points[0]?.key ?? '');
  const [text, setText, typing] = useTyped(['correct', reply.day], '');
  if (!mayLead || state !== 'over') return null;
  const correct = async (): Promise<void> => {
    if (!(await move({ type: 'correct', point, text }))) return;
    typing.forget();
    setText('');
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void correct();
  };
  return (
    <form
      className={styles.column}
      onSubmit={onSubmit}
      noValidate
      aria-label={quarterPageWords.correct}
    >
      <h2 className={styles.head}>{quarterPageWords.correct}</h2>
      <Field label={quarterPageWords.correctPoint}>
        <Select
          className={styles.fill}
          select={{ className: styles.fill }}
          value={point}
          onChange={(_, data) => setPoint(data.value)}
        >
          {points.map((one) => (
            <option key={one.key} value={one.key}>
              {pointTitle(one)}
            </option>
          ))}
        </Select>
      </Field>
      <TypedBefore typing={typing} />
      <Field label={quarterPageWords.correctText} hint={quarterPageWords.correctRule}>
        <Textarea value={text} maxLength={2_000} onChange={(_, data) => setText(data.value)} />
      </Field>
      <div>
        <Button type="submit" appearance={proposals.length > 0 ? 'primary' : 'secondary'}>
          {quarterPageWords.correct}
        </Button>
      </div>
    </form>
  );
};

/** Who has signed, what they want otherwise, and where the document is. */
export const MinutesRail = () => {
  const styles = useQuarterStyles();
  const { reply } = useQuarter();
  return (
    <aside
      className={mergeClasses(styles.rail, styles.still)}
      aria-label={quarterPageWords.minutesTitle}
    >
      <SignForm />
      <Approvals />
      <Proposals />
      <CorrectForm />
      <div className={styles.buttons}>
        <WordButton />
        {reply.link !== null && (
          <Button as="a" href={reply.link} target="_blank" rel="noreferrer">
            {quarterPageWords.inDocuments}
          </Button>
        )}
        <Button appearance="subtle" onClick={() => go(quarterHash(reply.day, 'dagsorden'))}>
          {quarterPageWords.leave}
        </Button>
      </div>
      <span className={styles.small}>{dayYearText(reply.day)}</span>
    </aside>
  );
};
