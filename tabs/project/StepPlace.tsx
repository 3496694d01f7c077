import { makeStyles, tokens } from '@fluentui/react-components';
import type { Project } from '#shared/domain/project.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { lookHash } from '../chain/chainLook.ts';
import { chainHash, projectHash } from '../shell/route.ts';
import { useProject } from './editing.tsx';

const useStyles = makeStyles({
  // Under the name, with who does it: what can be pressed beside the name stays on its line.
  below: { flexBasis: '100%', paddingLeft: '30px' },
  link: {
    color: tokens.colorBrandForegroundLink,
    fontSize: tokens.fontSizeBase200,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    // A finger's own size.
    '@media (max-width: 719px)': { padding: '8px 0' },
  },
});

const asked = { as: 'questions', version: null, compare: null } as const;

type Place = { readonly text: string; readonly href: string };

/**
 * Where a step's work is done: gains are found in the effect chain, and it is looked at again in the
 * trial (seeds 000:732, 000:838); a small project answers its questions instead.
 */
const placeOf = (code: StepCode, { id, verySmall }: Project): Place | null => {
  const { chainStep } = projectWords;
  switch (code) {
    case 'benefitClarification':
      return verySmall
        ? { text: chainStep.questions, href: lookHash(id, asked) }
        : { text: chainStep.open, href: chainHash(id) };
    case 'limitedTrial':
      return { text: chainStep.again, href: chainHash(id) };
    case 'benefitFollowUp':
      return { text: chainStep.benefits, href: projectHash(id, 'gevinster') };
    default:
      return null;
  }
};

export const StepPlace = ({ code }: { readonly code: StepCode }) => {
  const styles = useStyles();
  const place = placeOf(code, useProject().reply.project);
  return (
    place && (
      <div className={styles.below}>
        <a className={styles.link} href={place.href}>
          {place.text}
        </a>
      </div>
    )
  );
};
