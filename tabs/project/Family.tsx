import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Lesson, Family as Member } from '#shared/domain/family.ts';
import { familyWords } from '#shared/words/spread/family.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { projectHash } from '../shell/route.ts';
import { useProject } from './editing.tsx';
import { Section } from './Section.tsx';

const phone = '@media (max-width: 860px)';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  under: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    [phone]: { paddingLeft: '16px', marginTop: '8px' },
  },
  branch: {
    display: 'flex',
    alignItems: 'center',
    gap: '28px',
    [phone]: { display: 'block' },
  },
  child: {
    position: 'relative',
    '::before': {
      content: '"→"',
      position: 'absolute',
      left: '-23px',
      top: 'calc(50% - 10px)',
      color: tokens.colorNeutralForeground3,
      [phone]: { content: '"↳"', left: '-16px', top: '10px' },
    },
  },
  card: {
    display: 'block',
    width: '240px',
    boxSizing: 'border-box',
    padding: '8px 12px',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
    [phone]: { width: 'auto' },
  },
  link: { ':hover': { backgroundColor: 'var(--pointed)' } },
  here: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  scroll: { overflowX: 'auto', paddingBottom: '4px' },
  lessons: { marginTop: '16px' },
  head: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  lesson: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  read: { color: tokens.colorBrandForegroundLink },
});

const MemberCard = ({ member, isHere }: { readonly member: Member; readonly isHere: boolean }) => {
  const styles = useStyles();
  const { areas } = useMe();
  const said = (
    <>
      <span className={styles.small}>
        <AreaMark areas={areas} area={member.leadArea} /> {familyWords.member(member)}
        {isHere && ` · ${familyWords.here}`}
      </span>
      <span className={styles.title}>{member.title}</span>
    </>
  );
  return isHere ? (
    <div className={mergeClasses(styles.card, styles.here)} aria-current="page">
      {said}
    </div>
  ) : (
    <a className={mergeClasses(styles.card, styles.link)} href={projectHash(member.id)}>
      {said}
    </a>
  );
};

type BranchProps = { readonly member: Member; readonly hereId: string; readonly isChild?: boolean };

/** A project, and to its right what was thought anew from it. */
const Branch = ({ member, hereId, isChild = false }: BranchProps) => {
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.branch, isChild && styles.child)}>
      <MemberCard member={member} isHere={member.id === hereId} />
      {member.children.length > 0 && (
        <ul className={mergeClasses(styles.list, styles.under)}>
          {member.children.map((child) => (
            <Branch key={child.id} member={child} hereId={hereId} isChild />
          ))}
        </ul>
      )}
    </li>
  );
};

const Lessons = ({ lessons }: { readonly lessons: readonly Lesson[] }) => {
  const styles = useStyles();
  if (lessons.length === 0) return null;
  return (
    <div className={styles.lessons}>
      <h3 className={styles.head}>{familyWords.lessons}</h3>
      <ul className={styles.list}>
        {lessons.map((lesson) => (
          <li key={lesson.from.id} className={styles.lesson}>
            {lesson.comment !== '' && <span>»{lesson.comment}«</span>}
            <span className={styles.small}>{familyWords.lessonsFrom(lesson)}</span>
            {lesson.link !== '' && (
              <a className={styles.read} href={lesson.link} target="_blank" rel="noreferrer">
                {familyWords.evaluation}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Where the project came from, what it became, and what it begins with. Not shown when it is alone. */
export const Family = () => {
  const styles = useStyles();
  const { reply } = useProject();
  const { family, lessons, project } = reply;
  if (!family) return null;
  return (
    <Section id="familie" title={familyWords.section} aside={familyWords.what}>
      <div className={styles.scroll}>
        <ul className={styles.list}>
          <Branch member={family} hereId={project.id} />
        </ul>
      </div>
      <Lessons lessons={lessons} />
    </Section>
  );
};
