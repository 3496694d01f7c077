import { Button } from '@fluentui/react-components';
import { askingWords } from '#shared/words/asking/words.ts';
import { decideWords } from '#shared/words/screens/decidePage.ts';
import { AnswerReceipt } from '../shell/AnswerReceipt.tsx';
import { projectHash } from '../shell/route.ts';

/** What a receipt says: what was answered, and what follows. */
export type Said = { readonly title: string; readonly next: string };

type Props = {
  readonly project: { readonly id: string; readonly title: string };
  readonly said: Said;
  /** The answer it is about; null when it is about a reply, or nothing is said yet. */
  readonly answer: { readonly at: string; readonly comment: string } | null;
  readonly isTicked: boolean;
  readonly nextHash: string | null;
  readonly open?: string;
  /** It may be answered anew. */
  readonly again?: { readonly label: string; readonly onClick: () => void } | null;
};

/** After an answer about what one person is asked beside a gate. */
export const AskedReceipt = (props: Props) => {
  const { project, said, answer, isTicked, nextHash, open, again } = props;
  return (
    <AnswerReceipt
      name={project.title}
      title={said.title}
      isTicked={isTicked}
      when={answer ? askingWords.when(answer.at) : ''}
      words={answer?.comment ?? ''}
      next={said.next}
      nextMatter={nextHash === null ? null : { hash: nextHash, label: decideWords.next }}
      open={{ hash: projectHash(project.id), label: open ?? decideWords.openProject }}
      more={
        again && (
          <Button size="large" onClick={again.onClick}>
            {again.label}
          </Button>
        )
      }
    />
  );
};
