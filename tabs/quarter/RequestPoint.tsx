import { Button, Field, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { RequestReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import type { SentTo } from '#shared/contract/routes.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Choice } from '#shared/domain/gates.ts';
import { choiceOf, type Disagreement } from '#shared/domain/request.ts';
import { daysText } from '#shared/words/dates.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { namedQuestion, reasonParts } from '#shared/words/requests/decide.ts';
import { areaName, choiceLabel, choicePast, gateLabels } from '#shared/words/words.ts';
import { choiceButton } from '../decide/answersOf.ts';
import { meetingChoices, seatsAgainstIn } from '../decide/atMeeting.ts';
import { Disagreements } from '../decide/Disagreements.tsx';
import { Figures } from '../decide/Figures.tsx';
import { Said } from '../decide/Said.tsx';
import { AreaMark, Door } from '../drawing/marks.tsx';
import { PoolBar } from '../drawing/PoolBar.tsx';
import { useApi, useLive } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useDaysSince } from '../shell/now.ts';
import { projectHash } from '../shell/route.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { isTyped, type Place, useTyped } from '../typed/useTyped.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { useQuarter } from './useQuarter.ts';

const Recommended = ({ reply }: { readonly reply: RequestReply }) => {
  const styles = useQuarterStyles();
  const { project, request } = reply.view;
  const { recommendedOutcome, recommendationWhy } = project;
  const choice = { outcome: recommendedOutcome, spread: false, rethink: false } as Choice;
  return (
    <section aria-label={quarterPageWords.recommends}>
      <h2 className={styles.head}>{quarterPageWords.recommends}</h2>
      <p className={styles.large}>
        {recommendedOutcome === null
          ? quarterPageWords.noRecommendation
          : `${choiceLabel(request.gate, choice)}. ${recommendationWhy}`}
      </p>
    </section>
  );
};

/** The question for five metres, what it weighs, who said what, and what it does to the pools. */
const Scene = ({ reply }: { readonly reply: RequestReply }) => {
  const styles = useQuarterStyles();
  const { view } = reply;
  const { project, request, areas } = view;
  const daysSince = useDaysSince(request.askedAt);
  const { decider, why } = request;
  const because = reasonParts({ decider, why, areas, seat: null, deputy: false });
  return (
    <div className={styles.scene}>
      <span className={styles.under}>
        <Door state={view.state.type === 'ended' ? 'open' : 'ajar'} height={26} />
        <span className={styles.strong}>{gateLabels[request.gate]}</span>
        <AreaMark areas={areas} area={project.leadArea} />
        <span>{areaName(areas, project.leadArea)}</span>
        <span>
          {quarterPageWords.waited} {daysText(daysSince(request.askedAt))}
        </span>
        <a className={styles.link} href={projectHash(project.id)}>
          {quarterPageWords.openProject}
        </a>
      </span>
      <h1 className={styles.question}>{namedQuestion(request.gate, project.title)}</h1>
      <p className={styles.because}>
        {because.who}, {because.because}
      </p>
      <Figures view={view} days={daysSince(project.phaseSince)} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Said reply={reply} />
        </div>
        <div className={styles.column}>
          {view.pools.map((pool) => (
            <PoolBar
              key={pool.pool}
              {...{ pool, areas, what: project.title, heading: 'h2' as const }}
            />
          ))}
          <Recommended reply={reply} />
        </div>
      </div>
    </div>
  );
};

type FormProps = {
  readonly reply: RequestReply;
  readonly choice: Choice;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

/** Takes the matter up where some have not answered in writing, and writes down what was decided. */
const useDeciding = ({ view }: RequestReply, onDone: () => void) => {
  const api = useApi();
  const { id } = view.request;
  const [problem, setProblem] = useState('');
  const [isSending, setSending] = useState(false);
  const decide = async (body: SentTo<'POST /api/requests/:id/meeting'>): Promise<void> => {
    setSending(true);
    if (view.state.type === 'open')
      await api.send(at('POST /api/requests/:id/agenda', { id }), { comment: '' });
    const sent = await api.send(at('POST /api/requests/:id/meeting', { id }), body);
    setSending(false);
    if (sent.type === 'failed') setProblem(sent.message);
    else onDone();
  };
  return { problem, isSending, decide };
};

const decidePlace = (requestId: string, answer: string): Place => ['decide', requestId, answer];

/** The words that go with a decision, and those of whoever differs. */
const DecideForm = ({ reply, choice, onDone, onCancel }: FormProps) => {
  const styles = useQuarterStyles();
  const { view } = reply;
  const { key, label, wordsAsked } = choiceButton(view, choice);
  const [comment, setComment, typing] = useTyped(decidePlace(view.request.id, key), '');
  const [noted, setNoted] = useState<readonly Disagreement[]>([]);
  const { problem, isSending, decide } = useDeciding(reply, () => {
    typing.forget();
    onDone();
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void decide({ ...choice, comment, noted });
  };
  return (
    <form className={styles.column} aria-label={label} onSubmit={onSubmit} noValidate>
      <strong className={styles.large}>{label}</strong>
      <TypedBefore typing={typing} />
      <Field label={wordsAsked === '' ? quarterPageWords.sayWhyOptional : quarterPageWords.sayWhy}>
        <Textarea
          autoFocus
          value={comment}
          maxLength={2_000}
          onChange={(_, data) => setComment(data.value)}
        />
      </Field>
      <Disagreements
        areas={view.areas}
        seats={seatsAgainstIn(view, choice)}
        noted={noted}
        onNoted={setNoted}
      />
      {problem !== '' && (
        <span className={styles.alert} role="alert">
          {problem}
        </span>
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabled={isSending}>
          {quarterPageWords.decide}
        </Button>
        <Button
          onClick={() => {
            typing.forget();
            onCancel();
          }}
        >
          {quarterPageWords.cancel}
        </Button>
      </div>
    </form>
  );
};

const Ended = ({ reply }: { readonly reply: RequestReply }) => {
  const styles = useQuarterStyles();
  const { state } = reply.view;
  if (state.type !== 'ended') return null;
  const choice = choiceOf(state.decision);
  return (
    <strong className={styles.large} role="status">
      {choice ? quarterPageWords.decided(choicePast(choice)) : quarterPageWords.takenBack}
    </strong>
  );
};

/** The outcome whose words are begun. */
const typedChoice = (me: string, view: RequestReply['view']): Choice | null =>
  meetingChoices(view).find((choice) =>
    isTyped(me, decidePlace(view.request.id, choiceButton(view, choice).key)),
  ) ?? null;

/** The gate's own outcomes and nothing else; who may not decide sees why there are none. */
const Choices = ({
  reply,
  onChanged,
}: {
  readonly reply: RequestReply;
  readonly onChanged: () => void;
}) => {
  const styles = useQuarterStyles();
  const { reply: quarter } = useQuarter();
  const { id } = useMe();
  const { view, reader } = reply;
  const [chosen, setChosen] = useState(() => typedChoice(id, view));
  if (view.state.type === 'ended') return <Ended reply={reply} />;
  if (!quarter.mayLead || quarter.state !== 'under')
    return <span className={styles.small}>{quarterPageWords.onlyChefs}</span>;
  if (chosen)
    return (
      <DecideForm
        reply={reply}
        choice={chosen}
        onCancel={() => setChosen(null)}
        onDone={() => {
          setChosen(null);
          onChanged();
        }}
      />
    );
  return (
    <div className={styles.choices}>
      {meetingChoices(view).map((choice, place) => {
        const { key, label, after } = choiceButton(view, choice);
        return (
          <Button
            key={key}
            className={styles.choice}
            appearance={place === 0 ? 'primary' : 'secondary'}
            onClick={() => setChosen(choice)}
          >
            <span>
              <span className={styles.strong}>{label}</span>
              <br />
              <span className={styles.after}>{after}</span>
            </span>
          </Button>
        );
      })}
      {reader.seat !== null && (
        <Button
          as="a"
          className={styles.choice}
          href={hashOf({ type: 'decide', requestId: view.request.id })}
        >
          {quarterPageWords.change}
        </Button>
      )}
    </div>
  );
};

/** A gate at the meeting. */
export const RequestPoint = ({ requestId }: { readonly requestId: string }) => {
  const styles = useQuarterStyles();
  const { refresh } = useQuarter();
  const { state, live } = useLive(at('GET /api/requests/:id', { id: requestId }));
  if (state.type !== 'ready') return <div className={styles.scene} aria-busy="true" />;
  const onChanged = (): void => {
    live.refresh();
    refresh();
  };
  return (
    <>
      <Scene reply={state.value} />
      <div className={styles.decideBar}>
        <Choices reply={state.value} onChanged={onChanged} />
      </div>
    </>
  );
};
