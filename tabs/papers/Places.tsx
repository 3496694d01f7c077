import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useRef, useState } from 'react';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { isEmptyValue } from '#shared/domain/papers/paper.ts';
import { type AskedSection, sectionsOf } from '#shared/domain/papers/template.ts';
import { paperWords } from '#shared/words/papers/page.ts';
import { paperTitles, sectionName } from '#shared/words/papers/template.ts';
import { contentIn, type PaperOnPage, usePaper, valueIn } from './onPaper.tsx';
import { usePaperStyles } from './paperStyles.ts';

const useStyles = makeStyles({
  title: {
    margin: '0 0 8px 12px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  place: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    minHeight: '34px',
    padding: '4px 12px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    backgroundColor: tokens.colorBrandBackground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  mark: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  hint: { margin: '16px 12px 0' },
});

const written = (questions: AskedSection['questions']) =>
  questions.filter(({ kind, extra }) => kind !== 'drawn' && extra !== true);

/** Every question of a section that must be answered has an answer. */
const isAnswered = (
  paper: Pick<PaperOnPage, 'reply' | 'typed' | 'shown'>,
  { questions }: AskedSection,
): boolean => written(questions).every(({ code }) => !isEmptyValue(valueIn(paper, code)));

const showSection = (code: string): void => {
  const section = document.getElementById(`afsnit-${code}`);
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector<HTMLElement>('button, textarea, input')?.focus();
};

/** The sections of the paper: how far each is, and the way there. One tab stop, arrows between. */
export const Places = () => {
  const styles = useStyles();
  const paper = usePaperStyles();
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const page = usePaper();
  const { paper: code, template, facts } = contentIn(page);
  const sections = sectionsOf(code, template, facts.type);
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = at + (step ?? 0);
    if (step === undefined || next < 0 || next >= sections.length) return;
    event.preventDefault();
    setAt(next);
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <>
      <h2 className={styles.title}>{paperTitles[code]}</h2>
      <ul ref={list} className={styles.list} onKeyDown={onKey}>
        {sections.map((section, place) => {
          const answered = written(section.questions).length > 0 && isAnswered(page, section);
          const isHere = section.questions.some((question) => question.code === page.open);
          return (
            <li key={section.code}>
              <button
                type="button"
                tabIndex={place === at ? 0 : -1}
                className={mergeClasses(styles.place, isHere && styles.here)}
                onClick={() => {
                  setAt(place);
                  showSection(section.code);
                }}
              >
                {answered ? (
                  <CheckmarkCircleFilled
                    className={mergeClasses(styles.mark, styles.good)}
                    fontSize={16}
                    aria-label={paperWords.done}
                  />
                ) : (
                  <CircleRegular className={styles.mark} fontSize={16} aria-hidden="true" />
                )}
                {sectionName(code, template, section.code)}
              </button>
            </li>
          );
        })}
      </ul>
      <p className={mergeClasses(paper.quiet, styles.hint)}>
        {paperWords.templateHint}{' '}
        {page.reply.mayChangeTemplate && (
          <a className={paper.link} href={hashOf({ type: 'templates' })}>
            {paperWords.changeTemplate}
          </a>
        )}
      </p>
    </>
  );
};
