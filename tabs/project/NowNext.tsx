import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Project } from '#shared/domain/project.ts';
import { projectPaceText } from '#shared/words/screens/pace.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { stuckSentence } from '#shared/words/screens/stuck.ts';
import { Sits } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useProject } from './editing.tsx';
import { Section, sectionForm } from './Section.tsx';
import { nowAndNext, yoursIn } from './shapeNow.ts';

const useStyles = makeStyles({
  band: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 20px minmax(0, 1fr)',
    alignItems: 'center',
    gap: '20px',
    padding: '14px 20px',
    backgroundColor: tokens.colorBrandBackground2,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 719px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  },
  label: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground2,
  },
  text: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'break-word',
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  answer: { marginTop: '8px' },
  stuck: {
    display: 'flex',
    gap: '8px',
    marginBottom: '8px',
    padding: '8px 12px',
    fontSize: tokens.fontSizeBase300,
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusLarge,
    '& > svg': { flexShrink: 0, marginTop: '3px', color: tokens.colorStatusWarningForeground1 },
  },
  pace: {
    marginTop: '6px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  link: { color: tokens.colorBrandForegroundLink },
  strong: { fontWeight: tokens.fontWeightSemibold },
  arrow: { color: tokens.colorBrandForeground2, '@media (max-width: 719px)': { display: 'none' } },
});

const fieldsOf = ({ waitsFor, nextStep, nextStepDue }: Project) => ({
  waitsFor,
  nextStep,
  nextStepDue,
});

const NowForm = () =>
  sectionForm({
    fieldsOf,
    fields: (draft, change) => (
      <>
        <Field label={projectWords.waitsFor}>
          <Input
            value={draft.waitsFor}
            maxLength={120}
            onChange={(_, data) => change({ waitsFor: data.value })}
          />
        </Field>
        <Field label={projectWords.nextStep}>
          <Input
            value={draft.nextStep}
            maxLength={255}
            onChange={(_, data) => change({ nextStep: data.value })}
          />
        </Field>
        <Field label={projectWords.nextStepDue}>
          <Input
            type="date"
            value={draft.nextStepDue ?? ''}
            onChange={(_, data) => change({ nextStepDue: data.value === '' ? null : data.value })}
          />
        </Field>
      </>
    ),
  });

/** What the project waits for now, and what comes next. */
export const NowNext = ({ daysSince }: { readonly daysSince: (at: string) => number }) => {
  const styles = useStyles();
  const { areas } = useMe();
  const { reply } = useProject();
  const { now, next } = nowAndNext(reply, areas, daysSince);
  const { stuck } = reply;
  const yours = yoursIn(reply);
  return (
    <Section
      id="now"
      title={`${projectWords.now} og ${projectWords.next.toLowerCase()}`}
      form={<NowForm />}
      fields={['nextStep']}
      bare
    >
      {stuck && (
        <div className={styles.stuck}>
          <Sits />
          <span>
            <span className={styles.strong}>{projectWords.stuck}</span>{' '}
            {stuckSentence(stuck, daysSince(stuck.since))}
          </span>
        </div>
      )}
      <div className={styles.band}>
        <div>
          <div className={styles.label}>{projectWords.now}</div>
          <div className={styles.text}>{now.text}</div>
          <div className={styles.small}>{now.small}</div>
          {yours && (
            <Button
              as="a"
              appearance="primary"
              className={styles.answer}
              href={hashOf({ type: 'decide', requestId: yours.matter })}
            >
              {projectWords.answerNow}
            </Button>
          )}
        </div>
        <ChevronRightRegular className={styles.arrow} fontSize={18} aria-hidden="true" />
        <div>
          <div className={styles.label}>{projectWords.next}</div>
          <div className={styles.text}>{next.text}</div>
          <div className={styles.small}>{next.small}</div>
        </div>
      </div>
      {reply.pace && (
        <div className={styles.pace}>
          {projectPaceText(reply.pace)}{' '}
          <a className={styles.link} href={hashOf({ type: 'pace' })}>
            {placeNames.pace}
          </a>
        </div>
      )}
    </Section>
  );
};
