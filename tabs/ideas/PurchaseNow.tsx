import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { InquiryLine, PostInquiryMove, PurchaseOnPage } from '#shared/contract/inquiries.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { ownerOf, type PoolId } from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import { hourMoment } from '#shared/words/dates.ts';
import { inquiryPageWords, purchaseWords } from '#shared/words/inquiries/page.ts';
import { inquiryWords } from '#shared/words/inquiries/words.ts';
import { formatKr } from '#shared/words/money.ts';
import { areaName, poolName } from '#shared/words/words.ts';
import { ItLine } from '../inquiries/ItWord.tsx';
import { WordForm } from '../inquiries/WordForm.tsx';
import { AmountField } from '../project/AmountField.tsx';
import { type Saved, useProject } from '../project/editing.tsx';
import { useMe } from '../shell/Looking.tsx';
import { go } from '../shell/route.ts';
import { usePageStyles } from '../stories/pageStyles.ts';
import { useIsTyped } from '../typed/useTyped.ts';
import { useIdeaStyles } from './ideaStyles.ts';

const useMove = (id: string) => {
  const { act } = useProject();
  return (move: PostInquiryMove): Promise<Saved> =>
    act(at('POST /api/inquiries/:id/moves', { id }), move);
};

/** DigiTek says that an idea is something to be bought: the consultant is asked with it. */
export const MarkPurchase = ({ purchase }: { readonly purchase: PurchaseOnPage }) => {
  const { id, revision } = purchase.screening;
  const place = ['mark-purchase', id, String(revision)];
  const [open, setOpen] = useState(useIsTyped(...place));
  const move = useMove(id);
  if (!purchase.mayMark) return null;
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{purchaseWords.isPurchase}</Button>
      </div>
    );
  return (
    <WordForm
      place={place}
      label={purchaseWords.what}
      hint={purchaseWords.whatHint(hourMoment(purchase.screeningDueAt))}
      send={purchaseWords.isPurchase}
      onSend={(comment) => move({ type: 'asked', revision, askedId: null, comment })}
      onDone={() => setOpen(false)}
      onCancel={() => setOpen(false)}
    />
  );
};

/** What somebody has said, and in which words. */
const Said = ({ line, name }: { readonly line: InquiryLine; readonly name: string }) => {
  const page = usePageStyles();
  const { answer } = line;
  if (!answer?.answer) return null;
  return (
    <div>
      <span className={page.strong}>{purchaseWords.said(name, answer.answer)}</span>{' '}
      <span className={page.quiet}>{inquiryPageWords.saidBy(answer.byName, answer.at)}</span>
      {answer.comment !== '' && <blockquote className={page.words}>{answer.comment}</blockquote>}
    </div>
  );
};

const Waits = ({ line, text }: { readonly line: InquiryLine; readonly text: string }) => {
  if (!line.isWaiting) return null;
  return (
    <>
      <span>{text}</span>
      {line.waits !== null && (
        <div>
          <Button
            appearance="primary"
            onClick={() =>
              go(hashOf({ type: 'decide', requestId: matterIdOf('inquiry', line.id) }))
            }
          >
            {inquiryPageWords.see}
          </Button>
        </div>
      )}
    </>
  );
};

/** The consultant's look at it; what was not in order is asked about again. */
const Screening = ({ line }: { readonly line: InquiryLine }) => {
  const move = useMove(line.id);
  const { revision, dueAt, overdue, answer, mayAsk } = line;
  const isLacking = answer !== null && answer.answer !== 'fine' && !line.isWaiting;
  return (
    <>
      <Said line={line} name={purchaseWords.consultant} />
      <Waits line={line} text={purchaseWords.looks(hourMoment(dueAt ?? ''), overdue)} />
      {isLacking && mayAsk && (
        <WordForm
          place={['screen-again', line.id, String(revision)]}
          label={purchaseWords.again}
          send={purchaseWords.screenAgain}
          onSend={(comment) => move({ type: 'asked', revision, askedId: null, comment })}
        />
      )}
    </>
  );
};

/** Whose chef has to say yes too, and what is left in the pool. */
const usePayerHint = (purchase: PurchaseOnPage, payer: PoolId | null): string => {
  const { areas } = useMe();
  const pool = purchase.pools.find((one) => one.pool === payer);
  if (!pool) return '';
  const owner = ownerOf(pool.pool);
  const isOwn = owner !== null && owner === purchase.leadArea;
  const left = purchaseWords.left(formatKr(pool.leftOre));
  if (isOwn) return left;
  return `${left} ${owner === null ? purchaseWords.allChefs : purchaseWords.chefOf(areaName(areas, owner))}`;
};

/** Who pays: the area itself, or any pool whose year is open. */
const Payer = ({
  purchase,
  choices,
  payer,
  onPayer,
}: {
  readonly purchase: PurchaseOnPage;
  readonly choices: readonly (PoolId | null)[];
  readonly payer: PoolId | null;
  readonly onPayer: (payer: PoolId | null) => void;
}) => {
  const { areas } = useMe();
  const hint = usePayerHint(purchase, payer);
  return (
    <Field label={purchaseWords.payer} {...(hint === '' ? {} : { hint })}>
      <Select
        value={payer ?? ''}
        onChange={(_, { value }) => onPayer(choices.find((one) => one === value) ?? null)}
      >
        {choices.map((choice) => (
          <option key={choice ?? 'own'} value={choice ?? ''}>
            {choice === null ? purchaseWords.ownBudget : poolName(areas, choice)}
          </option>
        ))}
      </Select>
    </Field>
  );
};

/** The own budget, the own pool, and then the others' as they stand. */
const choicesIn = ({ pool, pools }: PurchaseOnPage): readonly (PoolId | null)[] => [
  null,
  ...(pool === null ? [] : [pool]),
  ...pools.map((one) => one.pool).filter((one) => one !== pool),
];

const isPrice = (ore: Ore | null): ore is Ore => ore !== null && !Number.isNaN(ore) && ore > 0;

/** A leder or the chef is asked whether it is to be bought, at a price. */
const AskChain = ({ purchase }: { readonly purchase: PurchaseOnPage }) => {
  const move = useMove(purchase.chain.id);
  const [to, setTo] = useState('0');
  const [ore, setOre] = useState<Ore | null>(purchase.ore);
  const [payer, setPayer] = useState(purchase.payer);
  const { mayAskOf, chain, chefFromOre } = purchase;
  const { revision } = chain;
  const askedId = mayAskOf[Number(to)]?.id ?? null;
  const isAbove = isPrice(ore) && ore > chefFromOre;
  const hint = askedId === null ? '' : purchaseWords.chefAfter(formatKr(chefFromOre), isAbove);
  const onSend = async (comment: string): Promise<Saved> => {
    if (!isPrice(ore)) return { type: 'refused', message: purchaseWords.priceMissing };
    return move({ type: 'asked', revision, askedId, comment, ore, payer });
  };
  return (
    <WordForm
      place={['ask-chain', chain.id, String(revision)]}
      label={purchaseWords.why}
      send={purchaseWords.askChain}
      onSend={onSend}
    >
      <Field label={purchaseWords.whom} {...(hint === '' ? {} : { hint })}>
        <Select value={to} onChange={(_, { value }) => setTo(value)}>
          {mayAskOf.map(({ id, name }, place) => (
            <option key={id ?? 'chef'} value={String(place)}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <AmountField label={purchaseWords.price} ore={ore} onOre={setOre} />
      <Payer {...{ purchase, payer }} choices={choicesIn(purchase)} onPayer={setPayer} />
    </WordForm>
  );
};

/** It has been bought, at what it came to; from a pool it is entered there. */
const Bought = ({ purchase }: { readonly purchase: PurchaseOnPage }) => {
  const page = usePageStyles();
  const { areas } = useMe();
  const move = useMove(purchase.chain.id);
  const [ore, setOre] = useState<Ore | null>(purchase.ore);
  const [payer, setPayer] = useState(purchase.payer);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const { revision } = purchase.chain;
  const send = async (): Promise<void> => {
    if (!isPrice(ore)) return setProblem(purchaseWords.priceMissing);
    setBusy(true);
    const sent = await move({ type: 'bought', revision, ore, payer });
    setBusy(false);
    setProblem(sent.type === 'refused' ? sent.message : '');
  };
  return (
    <div className={page.form}>
      <AmountField
        label={purchaseWords.boughtPrice}
        hint={purchaseWords.boughtHint}
        ore={ore}
        onOre={setOre}
      />
      {purchase.payers.length > 1 && (
        <Payer {...{ purchase, payer }} choices={purchase.payers} onPayer={setPayer} />
      )}
      {purchase.payers.length === 1 && payer !== null && (
        <span>{inquiryWords.pays(poolName(areas, payer))}</span>
      )}
      {problem !== '' && <span role="alert">{problem}</span>}
      <div>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void send()}>
          {purchaseWords.bought}
        </Button>
      </div>
    </div>
  );
};

/** What comes next with something to be bought, and by whom. */
export const PurchaseNow = ({ purchase }: { readonly purchase: PurchaseOnPage }) => {
  const styles = useIdeaStyles();
  const { screening, chain, it, mayAskOf, mayMark, mayBuy } = purchase;
  const moveScreening = useMove(screening.id);
  const name = chain.asked?.askedName ?? '';
  return (
    <div className={styles.now}>
      <span className={styles.nowWord}>{purchaseWords.title}</span>
      <Screening line={screening} />
      <ItLine line={it} />
      <Said line={chain} name={chain.answer?.byName ?? ''} />
      <Waits
        line={chain}
        text={purchaseWords.asked(name, hourMoment(chain.dueAt ?? ''), chain.overdue)}
      />
      {mayBuy && <Bought purchase={purchase} />}
      {mayAskOf.length > 0 && !mayBuy && <AskChain key={chain.revision} purchase={purchase} />}
      {mayMark && (
        <div className={styles.actions}>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => void moveScreening({ type: 'withdrawn', revision: screening.revision })}
          >
            {purchaseWords.isProject}
          </Button>
        </div>
      )}
    </div>
  );
};
