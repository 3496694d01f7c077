import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { StatusReport } from '#shared/domain/reports/report.ts';
import { dayYearText } from '#shared/words/dates.ts';
import { reportWords } from '#shared/words/reports/words.ts';
import { phaseNames } from '#shared/words/words.ts';
import { useProject } from '../project/editing.tsx';
import { Section } from '../project/Section.tsx';
import { useIsTyped } from '../typed/useTyped.ts';
import { Lights } from './Lights.tsx';
import { ReportForm, reportPlace } from './ReportForm.tsx';

const useStyles = makeStyles({
  report: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '760px' },
  text: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  head: { fontWeight: tokens.fontWeightSemibold },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  earlier: {
    listStyleType: 'none',
    margin: '14px 0 0',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '18px',
  },
  when: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '10px' },
});

const Part = ({ head, text }: { readonly head: string; readonly text: string }) => {
  const styles = useStyles();
  if (text.trim() === '') return null;
  return (
    <p className={styles.text}>
      {head !== '' && <span className={styles.head}>{head}: </span>}
      {text}
    </p>
  );
};

const One = ({ report }: { readonly report: StatusReport }) => {
  const styles = useStyles();
  return (
    <div className={styles.report}>
      <Lights report={report} />
      <Part head="" text={report.said} />
      <Part head={reportWords.nextHead} text={report.next} />
      <Part head={reportWords.helpHead} text={report.help} />
    </div>
  );
};

const Earlier = ({ reports }: { readonly reports: readonly StatusReport[] }) => {
  const styles = useStyles();
  return (
    <ol className={styles.earlier}>
      {reports.map((report) => (
        <li key={report.id}>
          <h3 className={styles.when}>
            {dayYearText(report.at)}{' '}
            <span className={styles.quiet}>
              {report.byName} · {phaseNames[report.phase]}
            </span>
          </h3>
          <One report={report} />
        </li>
      ))}
    </ol>
  );
};

/** Writing it, where one may, and a draft that waits to be gone on with. */
const Writing = () => {
  const styles = useStyles();
  const { reports, project } = useProject().reply;
  const { draft } = reports;
  const [isOpen, setIsOpen] = useState(useIsTyped(...reportPlace(project.id)));
  const [said, setSaid] = useState('');
  const onDone = (what: string): void => {
    setSaid(what);
    setIsOpen(false);
  };
  if (isOpen) return <ReportForm onDone={onDone} />;
  return (
    <>
      {draft && <p className={styles.quiet}>{reportWords.draftBy(draft)}</p>}
      <div role="status" className={styles.quiet}>
        {said}
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => setIsOpen(true)}>
          {draft ? reportWords.goOn : reportWords.write}
        </Button>
      </div>
    </>
  );
};

/** How it goes, in three words and a few lines; what was said before is a press away. */
export const Reports = () => {
  const styles = useStyles();
  const { published, mayReport } = useProject().reply.reports;
  const [all, setAll] = useState(false);
  const [newest, ...earlier] = published;
  if (!newest && !mayReport) return null;
  return (
    <Section id="status" title={reportWords.title} aside={newest ? reportWords.by(newest) : ''}>
      {newest ? <One report={newest} /> : <p className={styles.text}>{reportWords.none}</p>}
      {all && <Earlier reports={earlier} />}
      {!all && earlier.length > 0 && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {reportWords.earlier(earlier.length)}
        </Button>
      )}
      {mayReport && <Writing />}
    </Section>
  );
};
