import { Button, Field, mergeClasses, Textarea } from '@fluentui/react-components';
import {
  ChevronLeftRegular,
  EditRegular,
  NoteAddRegular,
  SendRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { VisitReply } from '#shared/contract/visits.ts';
import { visitPageWords as words } from '#shared/words/visits/page.ts';
import { visitTitle } from '#shared/words/visits/words.ts';
import { areaName } from '#shared/words/words.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { DialogForm } from '../shell/FormDialog.tsx';
import { GreyPageWaiting, nothingSaid, type Said, SaidLine } from '../shell/GreyPage.tsx';
import { go } from '../shell/route.ts';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { useTyped } from '../typed/useTyped.ts';
import { Became } from './Became.tsx';
import { Groups } from './Groups.tsx';
import { Hours } from './Hours.tsx';
import { LederWord } from './LederWord.tsx';
import { NoteList } from './NoteList.tsx';
import { OverVisit } from './OverVisit.tsx';
import { Steps } from './Steps.tsx';
import { type MoveVisit, useMoveVisit } from './useMoveVisit.ts';
import { VisitForm } from './VisitForm.tsx';
import { draftOf } from './visitDraft.ts';
import { useVisitStyles } from './visitStyles.ts';
import { visitNotesHash, visitsHash } from './visitsAddress.ts';
import { YearMeter } from './YearMeter.tsx';

type OnVisit = { readonly reply: VisitReply; readonly moving: MoveVisit };

const ideasOf = ({ groups }: VisitReply): number =>
  groups.filter(({ projectId }) => projectId !== null).length;

/** Makes an idea of each group that is chosen; one at a time, so that each is told of. */
const MakeIdeas = ({
  reply,
  moving,
  onSaid,
}: OnVisit & { readonly onSaid: (said: Said) => void }) => {
  const [making, setMaking] = useState(false);
  const chosen = reply.groups.filter(({ isChosen, projectId }) => isChosen && projectId === null);
  const make = async (): Promise<void> => {
    setMaking(true);
    let made = 0;
    for (const { name } of chosen)
      made += Number(await moving.move({ type: 'becameIdea', group: name }));
    setMaking(false);
    if (made > 0) onSaid({ text: words.made(made), isProblem: false });
  };
  return (
    <Button
      appearance="primary"
      icon={<SendRegular />}
      disabledFocusable={making || chosen.length === 0}
      onClick={() => chosen.length > 0 && !making && void make()}
    >
      {chosen.length === 0
        ? words.chooseFirst
        : making
          ? words.making
          : words.makeIdeas(chosen.length)}
    </Button>
  );
};

const CallingOff = ({ reply, moving, onClose }: OnVisit & { readonly onClose: () => void }) => {
  const [comment, setComment, typing] = useTyped(['call-off', reply.view.now.id], '');
  const save = async (): Promise<void> => {
    const { told: revision } = reply.view.now;
    if (!(await moving.move({ type: 'withdrawn', revision, comment }))) return;
    typing.forget();
    onClose();
  };
  return (
    <DialogForm
      {...{ title: words.callOffTitle, problem: moving.problem, busy: moving.busy, onClose }}
      {...{ cancel: words.cancel, save: words.callOffTitle }}
      onSave={() => void save()}
    >
      <TypedBefore typing={typing} />
      <Field label={words.callOffWhy}>
        <Textarea value={comment} onChange={(_, data) => setComment(data.value)} />
      </Field>
    </DialogForm>
  );
};

type ToolsProps = OnVisit & {
  readonly onSaid: (said: Said) => void;
  readonly onChanged: () => void;
};

/** The dialogs stand beside the buttons: somebody else may close the visit while one is open. */
const Tools = ({ reply, moving, onSaid, onChanged }: ToolsProps) => {
  const styles = useVisitStyles();
  const [over, setOver] = useState<'edit' | 'callOff' | null>(null);
  const { view } = reply;
  const { id, terms, written, withdrawn } = view.now;
  const onClosed = (): void => {
    moving.clear();
    setOver(null);
  };
  if (!reply.reader.plans || !terms) return null;
  return (
    <>
      {!withdrawn && (
        <div className={styles.buttons}>
          <Button icon={<NoteAddRegular />} onClick={() => go(visitNotesHash(id))}>
            {words.notes}
          </Button>
          {view.isOpen && (
            <Button icon={<EditRegular />} onClick={() => setOver('edit')}>
              {words.edit}
            </Button>
          )}
          {view.isOpen && (
            <Button appearance="subtle" onClick={() => setOver('callOff')}>
              {words.callOff}
            </Button>
          )}
          {reply.groups.length > 0 && <MakeIdeas {...{ reply, moving, onSaid }} />}
        </div>
      )}
      {over === 'callOff' && (
        <OverVisit onClosed={onClosed}>
          {(onClose) => <CallingOff {...{ reply, moving, onClose }} />}
        </OverVisit>
      )}
      {over === 'edit' && (
        <OverVisit onClosed={onClosed}>
          {(onClose) => (
            <VisitForm
              {...{ id, revision: written, before: draftOf(terms), choices: reply, onClose }}
              areas={view.areas}
              onSaved={onChanged}
            />
          )}
        </OverVisit>
      )}
    </>
  );
};

const Head = (props: ToolsProps) => {
  const styles = useVisitStyles();
  const { view, count } = props.reply;
  const area = view.now.terms?.area ?? null;
  const [strong, rest] = words.observations(count, ideasOf(props.reply));
  return (
    <div className={styles.head}>
      <a className={styles.back} href={visitsHash()}>
        <ChevronLeftRegular aria-hidden="true" />
        {words.back}
      </a>
      <h1 className={styles.title}>{visitTitle(view.now)}</h1>
      {area !== null && (
        <span className={styles.facts}>
          <AreaMark areas={view.areas} area={area} />
          {areaName(view.areas, area)}
        </span>
      )}
      <span>
        <span className={styles.strong}>{strong}</span>
        {rest === '' ? '' : ` · ${rest}`}
      </span>
      <Tools {...props} />
    </div>
  );
};

const Earlier = ({ reply }: { readonly reply: VisitReply }) => {
  const styles = useVisitStyles();
  const { earlier, view } = reply;
  if (earlier.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>
        {words.earlier(areaName(view.areas, view.now.terms?.area ?? ''))}
      </h2>
      <ul className={styles.bare}>
        {earlier.map(({ id, unit, day, became }) => (
          <li key={id} className={styles.line}>
            <span className={styles.strong}>{unit}</span>{' '}
            <span className={styles.small}>{words.earlierDay(day)}</span>
            {became.map((one) => (
              <Became key={one.id} became={one} />
            ))}
            {became.length === 0 && <span className={styles.smallLine}>{words.noEarlier}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Loaded = ({
  reply,
  put,
  onChanged,
}: {
  readonly reply: VisitReply;
  readonly put: (reply: VisitReply) => void;
  readonly onChanged: () => void;
}) => {
  const styles = useVisitStyles();
  const { view } = reply;
  const moving = useMoveVisit(view.now.id, put);
  const [said, setSaid] = useState<Said>(nothingSaid);
  const { withdrawn } = view.now;
  return (
    <main className={styles.page}>
      <Head {...{ reply, moving, onChanged }} onSaid={setSaid} />
      <div className={styles.both}>
        <div className={styles.main}>
          <SaidLine said={said} />
          {moving.problem !== '' && (
            <p className={styles.problem} role="alert">
              {moving.problem}
            </p>
          )}
          {withdrawn && <p className={styles.late}>{words.calledOff(withdrawn.comment)}</p>}
          <Steps {...{ reply, moving }} />
          {!withdrawn && <LederWord {...{ reply, moving, onChanged }} />}
          <Hours reply={reply} />
          <Groups {...{ reply, moving }} />
          <Earlier reply={reply} />
        </div>
        <aside className={mergeClasses(styles.rail)}>
          <YearMeter year={reply.year} areas={view.areas} />
          <NoteList {...{ reply, moving }} />
        </aside>
      </div>
    </main>
  );
};

const unhurried = { every: 3_000 };

/** One DigiTek 360: its steps, its hours, what was seen, and what became of it. */
export const VisitPage = ({ id }: { readonly id: string }) => {
  const { state, live } = useLive(at('GET /api/visits/:id', { id }), unhurried);
  if (state.type === 'loading')
    return <GreyPageWaiting label={words.waiting} blanks={[{ height: '70%' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  return <Loaded reply={state.value} put={live.put} onChanged={live.refresh} />;
};
