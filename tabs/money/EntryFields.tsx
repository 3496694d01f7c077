import { Field, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { EconomyReply, GrantReply } from '#shared/contract/economy.ts';
import type { Ore } from '#shared/domain/money.ts';
import { parseKr } from '#shared/words/money.ts';
import {
  beyondGrantText,
  correctedNow,
  correctionText,
  entryWords,
  grantOption,
  grantText,
  readAsText,
} from '#shared/words/screens/economyPage.ts';
import { gateLabels } from '#shared/words/words.ts';
import {
  chosenGrant,
  type EntryDraft,
  type EntryKind,
  type EntryProblems,
  grantKey,
  signedOre,
} from './entryDraft.ts';
import { nameOf } from './PostingCells.tsx';
import { poolOf } from './shapeMoney.ts';

export type FieldsProps = {
  readonly draft: EntryDraft;
  readonly problems: EntryProblems;
  readonly reply: EconomyReply;
  readonly onDraft: (change: Partial<EntryDraft>) => void;
};

/** A field's validation message, left out while there is nothing wrong. */
const wrong = (problem: string | undefined) =>
  problem === undefined ? {} : { validationMessage: problem };

const kinds: readonly EntryKind[] = ['spending', 'purchase', 'release'];

export const KindField = ({ draft, reply, onDraft }: FieldsProps) => {
  const none = reply.grants.length === 0;
  return (
    <Field label={entryWords.kind} hint={none ? entryWords.noGrants : null}>
      <RadioGroup
        value={draft.kind}
        onChange={(_, data) => onDraft({ kind: data.value as EntryKind })}
      >
        {kinds.map((kind) => (
          <Radio
            key={kind}
            value={kind}
            label={entryWords.kinds[kind]}
            disabled={none && kind !== 'purchase'}
          />
        ))}
      </RadioGroup>
    </Field>
  );
};

const optionOf = (reply: EconomyReply, grant: GrantReply): string =>
  grantOption(
    grant.title,
    poolOf(reply, grant.poolRow)?.pool.title ?? '',
    gateLabels[grant.gate],
    grant.unspentOre,
  );

const byTitle = (a: GrantReply, b: GrantReply): number => a.title.localeCompare(b.title, 'da');

const GrantField = ({ draft, problems, reply, onDraft }: FieldsProps) => {
  const grant = chosenGrant(draft, reply.grants);
  const choices =
    draft.kind === 'release' ? reply.grants.filter((one) => one.unspentOre > 0) : reply.grants;
  return (
    <Field
      label={entryWords.grant}
      hint={grant ? grantText(grant.unspentOre, grant.grantedOre) : null}
      {...wrong(problems.grant)}
    >
      <Select value={draft.grant} onChange={(_, data) => onDraft({ grant: data.value })}>
        <option value="">{entryWords.chooseGrant}</option>
        {[...choices].sort(byTitle).map((one) => (
          <option key={grantKey(one)} value={grantKey(one)}>
            {optionOf(reply, one)}
          </option>
        ))}
      </Select>
    </Field>
  );
};

const PoolField = ({ draft, problems, reply, onDraft }: FieldsProps) => (
  <Field label={entryWords.pool} {...wrong(problems.poolRow)}>
    <Select value={draft.poolRow} onChange={(_, data) => onDraft({ poolRow: data.value })}>
      <option value="">{entryWords.choosePool}</option>
      {reply.pools.map(({ pool }) => (
        <option key={pool.id} value={pool.id}>
          {pool.title}
        </option>
      ))}
    </Select>
  </Field>
);

const DirectionField = ({ draft, problems, onDraft }: FieldsProps) => (
  <>
    {draft.corrects && (
      <span>
        {correctedNow(nameOf(draft.corrects), draft.corrects.ore, draft.corrects.poolTitle)}
      </span>
    )}
    <Field label={entryWords.direction} {...wrong(problems.direction)}>
      <RadioGroup
        value={draft.direction}
        onChange={(_, data) => onDraft({ direction: data.value as EntryDraft['direction'] })}
      >
        <Radio value="tooMuch" label={entryWords.tooMuch} />
        <Radio value="tooLittle" label={entryWords.tooLittle} />
      </RadioGroup>
    </Field>
  </>
);

/** What the posting belongs to: a grant, a pool, or the posting it puts right. */
export const WhereField = (props: FieldsProps) => {
  switch (props.draft.kind) {
    case 'spending':
    case 'release':
      return <GrantField {...props} />;
    case 'purchase':
      return <PoolField {...props} />;
    case 'correction':
      return <DirectionField {...props} />;
  }
};

const hintFor = (draft: EntryDraft, ore: Ore, grant: GrantReply | undefined): string => {
  if (draft.kind === 'correction' && draft.direction !== '')
    return correctionText(signedOre(draft, ore));
  if (draft.kind === 'spending' && grant && ore > grant.unspentOre)
    return beyondGrantText(ore - grant.unspentOre);
  return readAsText(ore);
};

export const AmountField = ({ draft, problems, reply, onDraft }: FieldsProps) => {
  const parsed = parseKr(draft.amount);
  const hint = parsed.ok
    ? hintFor(draft, parsed.ore, chosenGrant(draft, reply.grants))
    : entryWords.amountHint;
  return (
    <Field
      label={draft.kind === 'correction' ? entryWords.difference : entryWords.amount}
      hint={hint}
      {...wrong(problems.amount)}
    >
      <Input
        value={draft.amount}
        maxLength={40}
        autoComplete="off"
        onChange={(_, data) => onDraft({ amount: data.value })}
      />
    </Field>
  );
};

export const TextField = ({ draft, problems, onDraft }: FieldsProps) => {
  const why =
    draft.kind === 'correction' || draft.kind === 'release' ? entryWords.whys[draft.kind] : null;
  return (
    <Field
      label={why ?? entryWords.text}
      hint={why === null ? entryWords.textHint : null}
      {...wrong(problems.text)}
    >
      <Input
        value={draft.text}
        maxLength={500}
        autoComplete="off"
        onChange={(_, data) => onDraft({ text: data.value })}
      />
    </Field>
  );
};
