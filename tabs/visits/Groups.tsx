import { Button, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { GroupLine, VisitReply } from '#shared/contract/visits.ts';
import { observationsText, visitPageWords as words } from '#shared/words/visits/page.ts';
import { effortNames, groupLevelNames } from '#shared/words/visits/words.ts';
import { Became } from './Became.tsx';
import { GroupForm } from './GroupForm.tsx';
import { OverVisit } from './OverVisit.tsx';
import type { MoveVisit } from './useMoveVisit.ts';
import { useVisitStyles } from './visitStyles.ts';

const useStyles = makeStyles({
  group: { display: 'flex', alignItems: 'start', gap: '4px' },
  willBe: { color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold },
  label: {
    display: 'none',
    '@media (max-width: 859px)': {
      display: 'inline',
      color: tokens.colorNeutralForeground3,
      fontSize: tokens.fontSizeBase200,
    },
  },
});

/** What became of a group, or will. */
const Fate = ({ group }: { readonly group: GroupLine }) => {
  const styles = useStyles();
  const page = useVisitStyles();
  if (group.became) return <Became became={group.became} />;
  if (group.projectId !== null) return <span className={page.small}>{words.onItsWay}</span>;
  if (group.isChosen) return <span className={styles.willBe}>{words.willBe}</span>;
  const text = group.why === '' ? words.notYet : words.notChosen(group.why);
  return <span className={page.small}>{text}</span>;
};

type RowProps = {
  readonly group: GroupLine;
  readonly plans: boolean;
  readonly moving: MoveVisit;
  readonly onEdit: () => void;
};

const Choose = ({ group, moving }: Pick<RowProps, 'group' | 'moving'>) => {
  const { name, seq: seen, value, effort, isChosen, why: comment, projectId } = group;
  return (
    <Checkbox
      aria-label={words.choose(name)}
      checked={isChosen}
      disabled={projectId !== null || moving.busy}
      onChange={(_, data) =>
        void moving.move({
          ...{ type: 'valued', group: name, seen, name, value, effort, comment },
          isChosen: data.checked === true,
        })
      }
    />
  );
};

const Row = ({ group, plans, moving, onEdit }: RowProps) => {
  const styles = useStyles();
  const page = useVisitStyles();
  const { name, count, value, effort } = group;
  return (
    <tr className={page.row}>
      <th scope="row" className={page.cell}>
        <span className={styles.group}>
          {plans && <Choose group={group} moving={moving} />}
          <span>
            <span className={page.strong}>{name}</span>
            <span className={page.smallLine}>{observationsText(count)}</span>
          </span>
        </span>
      </th>
      <td className={page.cell}>
        <span className={styles.label}>{words.value}: </span>
        {value === null ? words.unvalued : groupLevelNames[value]}
      </td>
      <td className={page.cell}>
        <span className={styles.label}>{words.effort}: </span>
        {effort === null ? words.unvalued : effortNames[effort]}
      </td>
      <td className={page.cell}>
        <Fate group={group} />
      </td>
      {plans && (
        <td className={mergeClasses(page.cell, page.tight)}>
          <Button
            size="small"
            appearance="subtle"
            icon={<EditRegular />}
            aria-label={words.editGroup(name)}
            onClick={onEdit}
          />
        </td>
      )}
    </tr>
  );
};

const heads = [words.group, words.value, words.effort, words.became];

/** What was seen, in groups: what each is worth, and what became of it. */
export const Groups = ({
  reply,
  moving,
}: {
  readonly reply: VisitReply;
  readonly moving: MoveVisit;
}) => {
  const page = useVisitStyles();
  const [edited, setEdited] = useState<GroupLine | null>(null);
  const { groups, reader } = reply;
  const onClosed = (): void => {
    moving.clear();
    setEdited(null);
  };
  return (
    <section className={page.section}>
      <h2 className={page.heading}>
        {words.groups} <span className={page.small}>{words.groupsHint(groups.length)}</span>
      </h2>
      {groups.length === 0 ? (
        <p className={page.small}>{words.noGroups}</p>
      ) : (
        <table className={page.table}>
          <thead className={page.heads}>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={page.headCell}>
                  {head}
                </th>
              ))}
              {reader.plans && <td className={page.headCell} />}
            </tr>
          </thead>
          <tbody className={page.body}>
            {groups.map((one) => (
              <Row
                key={one.name}
                {...{ group: one, moving, plans: reader.plans }}
                onEdit={() => setEdited(one)}
              />
            ))}
          </tbody>
        </table>
      )}
      {edited && (
        <OverVisit onClosed={onClosed}>
          {(onClose) => (
            <GroupForm {...{ visitId: reply.view.now.id, group: edited, moving, onClose }} />
          )}
        </OverVisit>
      )}
    </section>
  );
};
