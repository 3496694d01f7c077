import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  head: { padding: '14px 0 12px' },
  top: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '4px 16px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  intro: {
    margin: '4px 0 0',
    maxWidth: '76ch',
    textWrap: 'pretty',
    color: tokens.colorNeutralForeground2,
  },
  link: { color: tokens.colorBrandForegroundLink },
  panel: {
    padding: '14px 20px',
    marginBottom: '14px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    '@media (max-width: 719px)': { padding: '12px 14px' },
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});

type HeadProps = {
  readonly title: string;
  readonly intro: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly children?: ReactNode;
};

/** The head of a page that is reached from another: the way back, what it is, and beside it what one can do. */
export const UnderHead = ({ title, intro, back, children }: HeadProps) => {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <a className={styles.link} href={back.href}>
        {back.text}
      </a>
      <div className={styles.top}>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
      <p className={styles.intro}>{intro}</p>
    </div>
  );
};

/** A white part of a grey page, with its name. */
export const Panel = ({
  name,
  children,
}: {
  readonly name: string;
  readonly children: ReactNode;
}) => {
  const styles = useStyles();
  return (
    <section className={styles.panel} aria-label={name}>
      <h2 className={styles.name}>{name}</h2>
      {children}
    </section>
  );
};
