import { useRef, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { EconomyReply, PostingReply, PostPosting } from '#shared/contract/economy.ts';
import { postingKinds } from '#shared/words/screens/economy.ts';
import {
  enteredBeforeText,
  enteredText,
  entryWords,
  moneyWords,
} from '#shared/words/screens/economyPage.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { DialogForm, OverPage } from '../shell/FormDialog.tsx';
import { useClosing } from '../shell/useClosing.ts';
import { AmountField, KindField, TextField, WhereField } from './EntryFields.tsx';
import { type EntryDraft, type EntryProblems, readEntry } from './entryDraft.ts';

/** What stands in the ledger now; what was typed is not told again, the posting is. */
export const receiptOf = (reply: EconomyReply, body: PostPosting): string => {
  const posting = reply.postings.find((one) => one.cause === `entry:${body.key}`);
  if (!posting) return '';
  if (posting.ore !== body.ore || posting.text !== body.text)
    return enteredBeforeText(posting.ore, posting.text);
  const { kind, ore, poolTitle, afterOre } = posting;
  return enteredText(postingKinds[kind], ore, poolTitle, afterOre);
};

const draftOf = (
  reply: EconomyReply,
  corrects: PostingReply | null,
  poolRow: string,
): EntryDraft => ({
  kind: corrects ? 'correction' : reply.grants.length > 0 ? 'spending' : 'purchase',
  corrects,
  grant: '',
  poolRow: reply.pools.some(({ pool }) => pool.id === poolRow) ? poolRow : '',
  amount: '',
  direction: '',
  text: '',
});

const firstWrong = (form: HTMLFormElement | null): void => {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const target = field?.matches('input, select, textarea')
    ? field
    : field?.querySelector<HTMLElement>('input, select, textarea');
  target?.focus();
};

type EntryProps = {
  readonly reply: EconomyReply;
  readonly corrects: PostingReply | null;
  /** The pool that is looked at, to begin with. */
  readonly poolRow: string;
  readonly onEntered: (reply: EconomyReply, said: string) => void;
  readonly onClose: () => void;
  /** It is gone, after having faded. */
  readonly onClosed: () => void;
};

/** Lives as long as the dialog is open: the key is made then, so a double press is one posting. */
const EntryForm = ({ reply, corrects, poolRow, onEntered, onClose, onClosed }: EntryProps) => {
  useClosing(onClosed);
  const api = useApi();
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState(() => draftOf(reply, corrects, poolRow));
  const [problems, setProblems] = useState<EntryProblems>({});
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const onDraft = (change: Partial<EntryDraft>): void => {
    setDraft({ ...draft, ...change });
    setProblems({});
  };

  const send = async (body: PostPosting): Promise<void> => {
    setBusy(true);
    setRefusal('');
    const sent = await api.send(at('POST /api/economy/postings'), body);
    setBusy(false);
    if (sent.type === 'failed') setRefusal(sent.message);
    else if (sent.type === 'done') onEntered(sent.value, receiptOf(sent.value, body));
  };

  const onSave = (): void => {
    const read = readEntry(draft, key, reply.grants);
    if (read.ok) void send(read.body);
    else {
      setProblems(read.problems);
      requestAnimationFrame(() => firstWrong(form.current));
    }
  };

  const props = { draft, problems, reply, onDraft };
  return (
    <DialogForm
      title={corrects ? entryWords.correctTitle : entryWords.title}
      problem={refusal}
      cancel={moneyWords.cancel}
      save={busy ? entryWords.saving : entryWords.save}
      busy={busy}
      form={form}
      onSave={onSave}
      onClose={onClose}
    >
      {!corrects && <KindField {...props} />}
      <WhereField {...props} />
      <AmountField {...props} />
      <TextField {...props} />
    </DialogForm>
  );
};

/** Enters one posting: spending, a purchase, a correction or a release. */
export const EntryDialog = ({ open, ...props }: EntryProps & { readonly open: boolean }) => (
  <OverPage open={open} onClose={props.onClose}>
    <EntryForm {...props} />
  </OverPage>
);
