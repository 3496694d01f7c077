import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import {
  type ChainColumn,
  chainColumns,
  columnAt,
  inColumn,
  longestLinkText,
} from '#shared/domain/chain/chain.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import { columnNames, columnQuestions, kickerOf, lackText } from '#shared/words/chain/words.ts';
import { Sits } from '../drawing/marks.tsx';
import { useTyped } from '../typed/useTyped.ts';
import { ChainFoot } from './ChainFoot.tsx';
import { Kept } from './ChainRail.tsx';
import { type ShownLink, useChain } from './onChain.tsx';

const useStyles = makeStyles({
  page: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '16px 20px 32px' },
  inner: { maxWidth: '760px' },
  intro: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  part: {
    padding: '14px 0 6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: '6px 0', padding: 0 },
  answer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 10px',
    padding: '4px 0',
    overflowWrap: 'anywhere',
  },
  said: { fontWeight: tokens.fontWeightSemibold },
  lack: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    flexBasis: '100%',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusWarningForeground3,
    fontWeight: tokens.fontWeightSemibold,
  },
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: '8px 12px' },
  field: { flexGrow: 2, flexBasis: '260px', minWidth: 0 },
  from: {
    flexGrow: 1,
    flexBasis: '200px',
    minWidth: 0,
    '& select': { minWidth: 0, width: '100%' },
  },
});

/** The links of the nearest column before that has any: an answer comes from one of them. */
const before = (links: ReadonlyMap<string, ShownLink>, column: ChainColumn) => {
  const earlier = chainColumns.slice(0, columnAt(column)).reverse();
  const all = [...links.values()];
  const found = earlier.find((one) => all.some(({ link }) => link.column === one));
  return all.filter(({ link }) => link.column === found);
};

const NewAnswer = ({ column }: { readonly column: ChainColumn }) => {
  const styles = useStyles();
  const on = useChain();
  const [text, setText, typing] = useTyped(['chain-answer', on.reply.project.id, column], '');
  const [from, setFrom] = useState<string | null>(null);
  const sources = before(on.links, column);
  const chosen = from ?? sources.at(-1)?.link.id ?? '';
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    const id = crypto.randomUUID();
    const isTied = on.links.has(chosen);
    on.editing.give({
      type: 'added',
      link: { id, column, text },
      edges: isTied ? [{ from: chosen, to: id }] : [],
    });
    on.onChoose(id, column);
    typing.forget();
    setText('');
  };
  return (
    <form
      className={styles.form}
      onSubmit={onSubmit}
      aria-label={chainWords.answer(column)}
      noValidate
    >
      <Field label={chainWords.answer(column)} className={styles.field}>
        <Input
          value={text}
          maxLength={longestLinkText}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      {sources.length > 1 && (
        <Field label={chainWords.answerFrom} className={styles.from}>
          <Select value={chosen} onChange={(_, { value }) => setFrom(value)}>
            {sources.map(({ link, shown }) => (
              <option key={link.id} value={link.id}>
                {shown.text}
              </option>
            ))}
            <option value="-">{chainWords.answerFromNothing}</option>
          </Select>
        </Field>
      )}
      <Button type="submit">{chainWords.addAnswer}</Button>
    </form>
  );
};

const Answer = ({ shown }: { readonly shown: ShownLink }) => {
  const styles = useStyles();
  const on = useChain();
  const { id, column } = shown.link;
  return (
    <li className={styles.answer}>
      {kickerOf(shown.shown) !== '' && <span className={styles.name}>{kickerOf(shown.shown)}</span>}
      <span className={styles.said}>{shown.shown.text}</span>
      {on.mayEdit && (
        <Button
          size="small"
          appearance="subtle"
          data-place={id}
          aria-label={chainWords.answerText(shown.shown.text)}
          onClick={() => {
            on.onChoose(id, column);
            on.onDoing({ type: 'edit', id });
          }}
        >
          {chainWords.edit}
        </Button>
      )}
      {on.mayEdit && column === 'benefit' && (
        <Button
          size="small"
          onClick={() => {
            on.onChoose(id, column);
            on.onDoing({ type: 'describe', id });
          }}
        >
          {shown.benefit ? chainWords.describeMore : chainWords.describe}
        </Button>
      )}
      {shown.lacks.map((lack) => (
        <span key={lack.type} className={styles.lack}>
          <Sits size={13} />
          {lackText(column, lack)}
        </span>
      ))}
    </li>
  );
};

/** The light form, for small projects (000:732): the same chain, a question at a time. */
export const Questions = () => {
  const styles = useStyles();
  const on = useChain();
  return (
    <>
      <div className={styles.page}>
        <div className={styles.inner}>
          <p className={styles.intro}>{chainWords.questionsIntro}</p>
          {chainColumns.map((column) => (
            <section key={column} className={styles.part} aria-label={columnNames[column]}>
              <h2 className={styles.head}>{columnQuestions[column]}</h2>
              <span className={styles.name}>{columnNames[column]}</span>
              <ul className={styles.list}>
                {inColumn(on.chain, column).map(({ id }) => {
                  const shown = on.links.get(id);
                  return shown && <Answer key={id} shown={shown} />;
                })}
              </ul>
              {on.mayEdit && <NewAnswer column={column} />}
            </section>
          ))}
          <Kept />
        </div>
      </div>
      {on.doing.type !== 'nothing' && <ChainFoot />}
    </>
  );
};
