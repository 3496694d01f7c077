import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportWordsReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { type ImportWords, type WordKind, wordKinds } from '#shared/domain/importWords.ts';
import { capital } from '#shared/words/requests/cards.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import { wordsPage } from '#shared/words/screens/importPage.ts';
import { importWords } from '#shared/words/server/import.ts';
import type { Failed } from '../remote/api.ts';
import { useApi, useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { lastBoardHash } from '../shell/route.ts';
import { meaningRows, type WordsDraft, wordsDraftOf, wordsIn } from './wordsDraft.ts';

const useStyles = makeStyles({
  page: { height: '100%', overflow: 'auto', padding: '24px 20px 0', boxSizing: 'border-box' },
  link: { color: tokens.colorBrandForegroundLink },
  title: {
    margin: '8px 0',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
  },
  text: { maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '1080px' },
  kind: { maxWidth: '260px' },
  // The button, and what came of it, in sight however long the words are.
  foot: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
    gap: '16px 20px',
  },
});

const currentIn = ({ status, body }: Failed): ImportWordsReply | null =>
  status === 409 && typeof body === 'object' && body !== null && 'current' in body
    ? (body.current as ImportWordsReply)
    : null;

type Said = { readonly text: string; readonly intent: 'success' | 'error' };

const useSaving = (first: ImportWordsReply) => {
  const api = useApi();
  const [revision, setRevision] = useState(first.revision);
  const [said, setSaid] = useState<Said | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async (words: ImportWords): Promise<void> => {
    setBusy(true);
    setSaid(null);
    const body = { revision, words };
    const sent = await api.send(at('PATCH /api/settings/import-words'), body);
    setBusy(false);
    if (sent.type === 'done') {
      setRevision(sent.value.revision);
      setSaid({ text: wordsPage.saved, intent: 'success' });
    } else if (sent.type === 'failed') {
      const current = currentIn(sent);
      // Saving again is a choice made on what is there now.
      if (current) setRevision(current.revision);
      const text = current ? `${sent.message} ${wordsPage.standsStill}` : sent.message;
      setSaid({ text, intent: 'error' });
    }
  };
  return { save, said, busy };
};

const WordsForm = ({ reply }: { readonly reply: ImportWordsReply }) => {
  const styles = useStyles();
  const [kind, setKind] = useState<WordKind>('area');
  const [draft, setDraft] = useState<WordsDraft>(() => wordsDraftOf(reply));
  const { save, said, busy } = useSaving(reply);
  const onSubmit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (!busy) void save(wordsIn(draft));
  };
  const onText = (meaning: string, text: string): void =>
    setDraft({ ...draft, [kind]: { ...draft[kind], [meaning]: text } });
  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <Field label={wordsPage.kind} className={styles.kind}>
        <Select value={kind} onChange={(_, data) => setKind(data.value as WordKind)}>
          {wordKinds.map((one) => (
            <option key={one} value={one}>
              {wordsPage.kinds[one]}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.fields}>
        {meaningRows(kind, reply.areas, importWords.meanings[kind]).map(({ meaning, name }) => (
          <Field key={`${kind}:${meaning}`} label={capital(name)}>
            <Textarea
              value={draft[kind][meaning] ?? ''}
              rows={6}
              resize="vertical"
              onChange={(_, data) => onText(meaning, data.value)}
            />
          </Field>
        ))}
      </div>
      <div className={styles.foot}>
        {said && (
          <MessageBar intent={said.intent}>
            <MessageBarBody>{said.text}</MessageBarBody>
          </MessageBar>
        )}
        <div>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {busy ? wordsPage.saving : wordsPage.save}
          </Button>
        </div>
      </div>
    </form>
  );
};

/** Ord ved import: which words lists from elsewhere use for our areas, phases and headings. */
export const WordsPage = () => {
  const styles = useStyles();
  const { state, live } = useLive(at('GET /api/settings/import-words'));
  if (state.type === 'failed')
    return (
      <CannotFetch title={wordsPage.cannotFetch} failure={state.failure} onAgain={live.refresh} />
    );
  return (
    <main className={styles.page} aria-busy={state.type === 'loading'}>
      <a className={styles.link} href={lastBoardHash()}>
        {boardWords.backToBoard}
      </a>
      <h1 className={styles.title}>{wordsPage.title}</h1>
      <p className={styles.text}>{wordsPage.intro}</p>
      {state.type === 'loading' ? null : <WordsForm reply={state.value} />}
    </main>
  );
};
