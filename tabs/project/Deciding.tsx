import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ProjectReply, RequestReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Decider, Routing } from '#shared/domain/decider.ts';
import type { Choice, Gate } from '#shared/domain/gates.ts';
import type { Action } from '#shared/domain/permissions.ts';
import type { Disagreement } from '#shared/domain/request.ts';
import { weekdayText } from '#shared/words/dates.ts';
import { reasonParts, settlingText } from '#shared/words/requests/decide.ts';
import { handOnWords } from '#shared/words/requests/handOn.ts';
import { answeredCountText, onMeetingText } from '#shared/words/screens/decidePage.ts';
import { projectWords, whoDecidesText } from '#shared/words/screens/project.ts';
import { choiceLabel } from '#shared/words/words.ts';
import { meetingChoices, seatsAgainstIn } from '../decide/atMeeting.ts';
import { Disagreements } from '../decide/Disagreements.tsx';
import { Said } from '../decide/Said.tsx';
import { AreaAvatar } from '../drawing/AreaAvatar.tsx';
import { Door } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { type Place, useTyped } from '../typed/useTyped.ts';
import { type ProjectOnPage, type Saved, useProject } from './editing.tsx';
import { Section } from './Section.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '12px', alignItems: 'flex-start' },
  avatars: { display: 'flex', gap: '2px', flexShrink: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '72ch' },
  strong: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  open: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    marginTop: '14px',
    padding: '14px 16px',
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  link: { color: tokens.colorBrandForegroundLink },
  form: { display: 'flex', flexDirection: 'column', gap: '10px' },
  problem: { color: tokens.colorStatusDangerForeground3 },
});

type Steering = 'withdraw' | 'reroute' | 'agenda' | 'meeting';

const rights: Record<Steering, Action> = {
  withdraw: 'withdrawRequest',
  reroute: 'rerouteRequest',
  agenda: 'putOnAgenda',
  meeting: 'recordMeetingDecision',
};

const whys: Record<Steering, string> = {
  withdraw: projectWords.withdrawWhy,
  reroute: projectWords.rerouteWhy,
  agenda: projectWords.agendaWhy,
  meeting: projectWords.meetingWhy,
};

/** What makes sense now: only a hearing has an agenda, only what waits for the meeting is recorded. */
const steeringsFor = (open: RequestReply, may: readonly Action[]): readonly Steering[] => {
  const { request, state } = open.view;
  const isHearing = request.decider.type === 'chefgruppe';
  const atMeeting = state.type === 'meeting';
  const sensible: readonly Steering[] = [
    ...(atMeeting ? (['meeting'] as const) : []),
    ...(isHearing && !atMeeting ? (['agenda'] as const) : []),
    ...(open.handOn.some((to) => to !== 'agenda') ? (['reroute'] as const) : []),
    'withdraw',
  ];
  return sensible.filter((one) => may.includes(rights[one]));
};

type Steered = {
  readonly comment: string;
  readonly noted: readonly Disagreement[];
  readonly to: string;
  readonly choice: Choice;
};

const steer = (
  act: ProjectOnPage['act'],
  id: string,
  steering: Steering,
  { comment, to, choice, noted }: Steered,
): Promise<Saved> => {
  switch (steering) {
    case 'withdraw':
    case 'agenda':
      return act(at(`POST /api/requests/:id/${steering}`, { id }), { comment });
    case 'reroute':
      return act(at('POST /api/requests/:id/reroute', { id }), { to, comment });
    case 'meeting':
      return act(at('POST /api/requests/:id/meeting', { id }), { ...choice, comment, noted });
  }
};

type RerouteProps = {
  readonly open: RequestReply;
  readonly to: string;
  readonly onTo: (to: string) => void;
};

const RerouteField = ({ open, to, onTo }: RerouteProps) => {
  const ways = open.handOn.filter((one) => one !== 'agenda');
  return (
    <Field label={projectWords.rerouteTo}>
      <Select value={to} onChange={(_, data) => onTo(data.value)}>
        {ways.map((way) => (
          <option key={way} value={way}>
            {handOnWords.way(way, open.view)}
          </option>
        ))}
      </Select>
    </Field>
  );
};

type MeetingProps = {
  readonly labels: readonly string[];
  readonly picked: number;
  readonly onPicked: (place: number) => void;
};

const MeetingField = ({ labels, picked, onPicked }: MeetingProps) => (
  <Field label={projectWords.meetingChoice}>
    <Select value={String(picked)} onChange={(_, data) => onPicked(Number(data.value))}>
      {labels.map((label, place) => (
        <option key={label} value={place}>
          {label}
        </option>
      ))}
    </Select>
  </Field>
);

type SteerEndProps = {
  readonly steering: Steering;
  readonly problem: string;
  readonly onDone: () => void;
};

const SteerEnd = ({ steering, problem, onDone }: SteerEndProps) => {
  const styles = useStyles();
  return (
    <>
      {problem !== '' && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
      <div className={styles.line}>
        <Button type="submit" appearance="primary">
          {projectWords[steering]}
        </Button>
        <Button onClick={onDone}>{projectWords.cancel}</Button>
      </div>
    </>
  );
};

const steerPlace = (requestId: string, steering: Steering): Place => ['steer', requestId, steering];

const SteerForm = ({
  open,
  steering,
  onDone,
}: {
  open: RequestReply;
  steering: Steering;
  onDone: () => void;
}) => {
  const styles = useStyles();
  const { act } = useProject();
  const { request } = open.view;
  const choices = meetingChoices(open.view);
  const [comment, setComment, typing] = useTyped(steerPlace(request.id, steering), '');
  const [to, setTo] = useState(open.handOn.find((one) => one !== 'agenda') ?? '');
  const [picked, setPicked] = useState(0);
  const [noted, setNoted] = useState<readonly Disagreement[]>([]);
  const against = steering === 'meeting' ? seatsAgainstIn(open.view, choices[picked]) : [];
  const [problem, setProblem] = useState('');
  const close = (): void => {
    typing.forget();
    onDone();
  };
  const send = async (): Promise<void> => {
    const choice = choices[picked];
    if (!choice) return;
    const saved = await steer(act, request.id, steering, { comment, to, choice, noted });
    if (saved.type === 'refused') setProblem(saved.message);
    else close();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void send();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      <TypedBefore typing={typing} />
      {steering === 'reroute' && <RerouteField {...{ open, to }} onTo={setTo} />}
      {steering === 'meeting' && (
        <MeetingField
          labels={choices.map((choice) => choiceLabel(request.gate, choice))}
          picked={picked}
          onPicked={setPicked}
        />
      )}
      <Disagreements areas={open.view.areas} seats={against} noted={noted} onNoted={setNoted} />
      <Field label={whys[steering]}>
        <Textarea
          value={comment}
          maxLength={2_000}
          onChange={(_, data) => setComment(data.value)}
        />
      </Field>
      <SteerEnd {...{ steering, problem }} onDone={close} />
    </form>
  );
};

/** The open request: where it stands, and what the team may do with it. */
const OpenRequest = ({ open }: { readonly open: RequestReply }) => {
  const styles = useStyles();
  const { reply } = useProject();
  const [steering, setSteering] = useState<Steering | null>(null);
  const { view } = open;
  const state: ReactNode =
    view.state.type === 'meeting' ? onMeetingText(view.statusDay) : answeredCountText(view);
  return (
    <div className={styles.open}>
      <div className={styles.line}>
        <Door state="ajar" height={26} />
        <span className={styles.strong}>{state}</span>
        <a className={styles.link} href={hashOf({ type: 'decide', requestId: view.request.id })}>
          {projectWords.seeRequest}
        </a>
      </div>
      <Said reply={open} />
      {steering === null ? (
        <div className={styles.line}>
          {steeringsFor(open, reply.may).map((one) => (
            <Button key={one} size="small" onClick={() => setSteering(one)}>
              {projectWords[one]}
            </Button>
          ))}
        </div>
      ) : (
        <SteerForm open={open} steering={steering} onDone={() => setSteering(null)} />
      )}
    </div>
  );
};

/** The sentence after the name: why they decide, and what settles it when they are several. */
const whyText = (reply: ProjectReply, gate: Gate, decider: Decider, because: string): string => {
  const { open, project } = reply;
  const unpaid = project.askOre === null && project.shares.length === 0 && !reply.commonGranted;
  if (!open && gate !== 'gate3' && unpaid) return projectWords.whoMayChange;
  const day = open?.view.statusDay ?? null;
  return `, ${because} ${settlingText(decider, gate, day === null ? '' : weekdayText(day))}`;
};

const WhoAndWhy = ({ gate, routing }: { readonly gate: Gate; readonly routing: Routing }) => {
  const styles = useStyles();
  const { areas } = useMe();
  const { reply } = useProject();
  const { decider, why } = routing;
  const seat = reply.open?.reader.seat ?? null;
  const deputy = reply.open?.reader.deputy ?? false;
  const parts = reasonParts({ decider, why, areas, seat, deputy });
  return (
    <div className={styles.row}>
      <span className={styles.avatars}>
        {decider.seats.map((one) => (
          <AreaAvatar key={one} areas={areas} area={one} />
        ))}
      </span>
      <p className={styles.text}>
        <span className={styles.strong}>{parts.who}</span>
        {whyText(reply, gate, decider, parts.because)}
      </p>
    </div>
  );
};

/** Who decides the coming gate and why; the open request when there is one. */
export const Deciding = () => {
  const styles = useStyles();
  const { reply } = useProject();
  const { open } = reply;
  const gate = open?.view.request.gate ?? reply.gate;
  const routing = open ? open.view.request : reply.routing;
  if (!gate) return null;
  return (
    <Section id="who" title={whoDecidesText(gate)}>
      {routing ? (
        <WhoAndWhy gate={gate} routing={routing} />
      ) : (
        <p className={styles.text}>{projectWords.noArea}</p>
      )}
      {open && <OpenRequest open={open} />}
    </Section>
  );
};
