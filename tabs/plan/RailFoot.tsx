import { Button, Field, Input } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { isEmptyTrial } from '#shared/domain/plan/whatIf.ts';
import { planWords } from '#shared/words/plan/page.ts';
import { useMe } from '../shell/Looking.tsx';
import { useTyped } from '../typed/useTyped.ts';
import { useRailStyles } from './railStyles.ts';
import { overIn, proposable } from './TrialSays.tsx';
import type { OnSave } from './useSavePlan.ts';
import type { OnTrial } from './useTrial.ts';

type Props = { readonly on: OnTrial; readonly saving: OnSave };

const Undo = ({ on }: Pick<Props, 'on'>) => (
  <Button icon={<ArrowUndoRegular />} onClick={on.end}>
    {planWords.undo}
  </Button>
);

const Propose = ({ on, saving }: Props) => {
  const styles = useRailStyles();
  const { id } = useMe();
  const [why, setWhy, typing] = useTyped(['propose-plan'], '');
  const moves = proposable(on.result.moves, id);
  const propose = async (): Promise<void> => {
    if (await saving.propose(moves, why)) typing.forget();
  };
  if (moves.length === 0)
    return (
      <>
        <p className={styles.quiet}>{planWords.mayNotPropose}</p>
        <Undo on={on} />
      </>
    );
  return (
    <>
      <p className={styles.quiet}>{planWords.proposes(moves.length)}</p>
      <Field label={planWords.proposeWhy}>
        <Input value={why} maxLength={500} onChange={(_, data) => setWhy(data.value)} />
      </Field>
      <div className={styles.buttons} style={{ marginTop: 8 }}>
        <Button
          appearance="primary"
          className={styles.wide}
          disabledFocusable={saving.busy}
          onClick={() => void propose()}
        >
          {planWords.propose}
        </Button>
        <Undo on={on} />
      </div>
    </>
  );
};

/** What saving does, said where it is pressed; those who may not save may propose their own. */
export const RailFoot = ({ on, saving }: Props) => {
  const styles = useRailStyles();
  const { may } = useMe();
  const { moves } = on.result;
  const { added } = on.trial;
  const isNothing = moves.length === 0 && isEmptyTrial(on.trial);
  if (!may.includes('savePlan'))
    return (
      <div className={styles.foot}>
        <Propose {...{ on, saving }} />
      </div>
    );
  return (
    <div className={styles.foot}>
      <p className={styles.quiet}>
        {isNothing
          ? planWords.nothingYet
          : planWords.saves(moves.length - added.length, added.length, overIn(on) !== null)}
      </p>
      <div className={styles.buttons}>
        {!isNothing && (
          <Button
            appearance="primary"
            className={styles.wide}
            disabledFocusable={saving.busy || on.meanwhile.length > 0}
            onClick={() => void saving.save()}
          >
            {saving.busy ? planWords.saving : planWords.save}
          </Button>
        )}
        <Undo on={on} />
      </div>
    </div>
  );
};
