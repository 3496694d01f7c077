import { Button } from '@fluentui/react-components';
import { askingWords } from '#shared/words/asking/words.ts';
import { decideWords } from '#shared/words/screens/decidePage.ts';
import { AnswerReceipt } from '../shell/AnswerReceipt.tsx';
import { projectHash } from '../shell/route.ts';

/** What a receipt says: what was answered, and what follows. */
export type Said = { readonly title: string; readonly next: string };

/** What it is about, and the way there. */
export type Subject = {
  readonly name: string;
  readonly hash: string;
  /** Left out: the project. */
  readonly open?: string;
};

export const projectSubject = (
  { id, title }: { readonly id: string; readonly title: string },
  section = '',
): Subject => ({ name: title, hash: projectHash(id, section) });

type Props = {
  readonly subject: Subject;
  readonly said: Said;
  /** The answer it is about; null when it is about a reply, or nothing is said yet. */
  readonly answer: { readonly at: string; readonly comment: string } | null;
  readonly isTicked: boolean;
  readonly nextHash: string | null;
  /** It may be answered anew. */
  readonly again?: { readonly label: string; readonly onClick: () => void } | null;
};

/** After an answer about what one person is asked beside a gate. */
export const AskedReceipt = (props: Props) => {
  const { subject, said, answer, isTicked, nextHash, again } = props;
  return (
    <AnswerReceipt
      name={subject.name}
      title={said.title}
      isTicked={isTicked}
      when={answer ? askingWords.when(answer.at) : ''}
      words={answer?.comment ?? ''}
      next={said.next}
      nextMatter={nextHash === null ? null : { hash: nextHash, label: decideWords.next }}
      open={{ hash: subject.hash, label: subject.open ?? decideWords.openProject }}
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
