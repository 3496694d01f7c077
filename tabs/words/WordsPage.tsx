import { Field, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportWordsReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { type WordKind, wordKinds } from '#shared/domain/importWords.ts';
import { capital } from '#shared/words/requests/cards.ts';
import { boardWords } from '#shared/words/screens/board.ts';
import { wordsPage } from '#shared/words/screens/importPage.ts';
import { importWords } from '#shared/words/server/import.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import {
  SaveFoot,
  SettingsFrame,
  useSaving,
  useSettingsStyles,
} from '../settings/SettingsFrame.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { lastBoardHash } from '../shell/route.ts';
import { meaningRows, wordsDraftOf, wordsIn } from './wordsDraft.ts';

const useStyles = makeStyles({
  kind: { maxWidth: '260px' },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
    gap: '16px 20px',
  },
});

const WordsForm = ({ reply }: { readonly reply: ImportWordsReply }) => {
  const styles = useStyles();
  const frame = useSettingsStyles();
  const [kind, setKind] = useState<WordKind>('area');
  const saving = useSaving(at('PATCH /api/settings/import-words'), reply, {
    draftOf: wordsDraftOf,
    clashOf: (current) => current as ImportWordsReply,
  });
  const { seen, draft, onDraft, send, ...foot } = saving;
  const { busy } = foot;
  const onSubmit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (!busy) void send({ revision: seen.revision, words: wordsIn(draft) }, wordsPage.saved);
  };
  const onText = (meaning: string, text: string): void =>
    onDraft({ ...draft, [kind]: { ...draft[kind], [meaning]: text } });
  return (
    <form className={frame.form} onSubmit={onSubmit}>
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
      <SaveFoot {...foot} words={wordsPage} mayChange />
    </form>
  );
};

/** Ord ved import: which words lists from elsewhere use for our areas, phases and headings. */
export const WordsPage = () => {
  const { state, live } = useLive(at('GET /api/settings/import-words'));
  if (state.type === 'failed')
    return (
      <CannotFetch title={wordsPage.cannotFetch} failure={state.failure} onAgain={live.refresh} />
    );
  return (
    <SettingsFrame
      back={{ href: lastBoardHash(), name: boardWords.backToBoard }}
      title={wordsPage.title}
      intro={wordsPage.intro}
      isLoading={state.type === 'loading'}
    >
      {state.type === 'loading' ? null : <WordsForm reply={state.value} />}
    </SettingsFrame>
  );
};
