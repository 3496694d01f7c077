import { Button, ToggleButton } from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowSyncRegular, SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { BenefitsReply } from '#shared/contract/benefits.ts';
import {
  type BenefitPageView,
  benefitsWords,
  benefitViewNames,
  benefitViews,
} from '#shared/words/benefits/page.ts';
import { updatedText } from '#shared/words/screens/board.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { Sits } from '../drawing/marks.tsx';
import { useApi, useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPage, GreyPageWaiting, nothingSaid, type Said, SaidLine } from '../shell/GreyPage.tsx';
import { PictureButton } from '../shell/PictureButton.tsx';
import { rewrite } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useDownload } from '../shell/useDownload.ts';
import { Legend } from './Bar.tsx';
import { BenefitTable } from './BenefitTable.tsx';
import { useBenefitStyles } from './benefitStyles.ts';
import { benefitsHash, benefitViewOf } from './benefitsAddress.ts';
import { benefitsPicture } from './benefitsPicture.ts';
import { GroupTable } from './GroupTable.tsx';
import { SumPanel } from './SumPanel.tsx';

type HeadProps = {
  readonly reply: BenefitsReply;
  readonly stale: boolean;
  readonly exporting: boolean;
  readonly asking: boolean;
  readonly onExport: () => void;
  readonly onAsk: () => void;
};

const Head = ({ reply, stale, exporting, asking, onExport, onAsk }: HeadProps) => {
  const styles = useBenefitStyles();
  const { strong, rest } = benefitsWords.headline(reply.sums);
  const missing = reply.sums.reduce((all, sum) => all + sum.missing, 0);
  return (
    <div className={styles.head}>
      <div className={styles.sentence}>
        <h1 className={styles.title}>{placeNames.benefits}</h1>
        <span>
          <span className={styles.strong}>{strong}</span> {rest}
        </span>
        {missing > 0 && (
          <span className={styles.missing}>
            <Sits size={15} />
            {benefitsWords.missing(missing)}
          </span>
        )}
      </div>
      {!stale && (
        <span className={styles.fresh}>
          <ArrowSyncRegular fontSize={15} aria-hidden="true" /> {updatedText(reply.asOf)}
        </span>
      )}
      <Button
        appearance="subtle"
        icon={<ArrowDownloadRegular />}
        disabledFocusable={exporting}
        onClick={onExport}
      >
        {exporting ? benefitsWords.exporting : benefitsWords.export}
      </Button>
      {reply.mayAsk && reply.owners > 0 && (
        <Button
          appearance="primary"
          icon={<SendRegular />}
          disabledFocusable={asking}
          onClick={onAsk}
        >
          {asking ? benefitsWords.asking : benefitsWords.ask(reply.owners)}
        </Button>
      )}
    </div>
  );
};

const Views = ({ view }: { readonly view: BenefitPageView }) => {
  const styles = useBenefitStyles();
  return (
    <nav className={styles.views} aria-label={benefitsWords.views}>
      {benefitViews.map((one) => (
        <ToggleButton
          key={one}
          size="small"
          shape="circular"
          appearance="subtle"
          checked={view === one}
          onClick={() => rewrite(benefitsHash(one))}
        >
          {benefitViewNames[one]}
        </ToggleButton>
      ))}
    </nav>
  );
};

const Empty = () => {
  const styles = useBenefitStyles();
  return (
    <section className={styles.panel}>
      <div className={styles.empty}>
        <p className={styles.strong}>{benefitsWords.empty}</p>
        <p>{benefitsWords.emptyNext}</p>
      </div>
    </section>
  );
};

type TableProps = {
  readonly reply: BenefitsReply;
  readonly view: BenefitPageView;
  readonly onChanged: () => void;
};

const Rows = ({ reply, view, onChanged }: TableProps) => {
  const styles = useBenefitStyles();
  const { rows, areas, mayWrite, today, ahead, sums } = reply;
  const isUncertain = sums.some(({ total }) => total !== null && total.uncertainty !== null);
  return (
    <section className={styles.panel} aria-label={benefitViewNames[view]}>
      <div className={styles.tools}>
        <Views view={view} />
        <Legend words={benefitsWords.legend} />
      </div>
      {view === 'projects' ? (
        <BenefitTable {...{ rows, areas, mayWrite, onChanged }} />
      ) : (
        <GroupTable by={view} {...{ rows, areas, today }} />
      )}
      <div className={styles.foot}>
        <p className={styles.note}>
          {[
            isUncertain ? benefitsWords.uncertaintyHint : '',
            ahead > 0 ? benefitsWords.ahead(ahead) : '',
          ]
            .filter((part) => part !== '')
            .join(' ')}
        </p>
        <PictureButton
          picture={() => benefitsPicture(reply, view)}
          name={`gevinster-${reply.today}`}
          size="small"
        />
      </div>
    </section>
  );
};

/** Asks everybody who lacks an answer, once; the page then shows who is waited for. */
const useAsking = (put: (reply: BenefitsReply) => void, onSaid: (said: Said) => void) => {
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const ask = async (owners: number): Promise<void> => {
    if (asking) return;
    setAsking(true);
    onSaid(nothingSaid);
    const sent = await api.send(at('POST /api/benefits/ask'), {});
    setAsking(false);
    if (sent.type === 'failed') return onSaid({ text: sent.message, isProblem: true });
    if (sent.type === 'done') put(sent.value);
    onSaid({ text: benefitsWords.asked(owners), isProblem: false });
  };
  return { asking, ask };
};

/** Every benefit in operation: what was promised, what became of it, and what nobody has measured. */
export const BenefitsPage = ({ query }: { readonly query: string }) => {
  const { state, live } = useLive(at('GET /api/benefits'));
  const [said, setSaid] = useState<Said>(nothingSaid);
  const { exporting, download } = useDownload(setSaid);
  const { asking, ask } = useAsking(live.put, setSaid);
  const view = benefitViewOf(query);
  if (state.type === 'loading')
    return <GreyPageWaiting label={benefitsWords.waiting} blanks={[{ height: '60%' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  const reply = state.value;
  return (
    <GreyPage>
      {state.trouble !== null && <StaleNotice since={reply.asOf} />}
      <Head
        {...{ reply, exporting, asking }}
        stale={state.trouble !== null}
        onAsk={() => void ask(reply.owners)}
        onExport={() =>
          void download(at('GET /api/benefits/export'), `gevinster-${reply.today}.xlsx`)
        }
      />
      <SaidLine said={said} />
      {reply.rows.length === 0 ? (
        <Empty />
      ) : (
        <>
          <SumPanel sums={reply.sums} />
          <Rows reply={reply} view={view} onChanged={live.refresh} />
        </>
      )}
    </GreyPage>
  );
};
