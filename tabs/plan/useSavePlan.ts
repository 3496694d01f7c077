import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PlanReply } from '#shared/contract/plan.ts';
import type { PlanRow } from '#shared/domain/plan/plan.ts';
import type { Move, Trial } from '#shared/domain/plan/whatIf.ts';
import { planWords } from '#shared/words/plan/page.ts';
import type { Live } from '../remote/live.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import type { Said } from '../shell/GreyPage.tsx';
import type { OnTrial } from './useTrial.ts';

const sentMoves = (moves: readonly Move[]) =>
  moves
    .filter(({ row }) => !row.id.startsWith('new:'))
    .map(({ row, from, to }) => ({ id: row.id, seen: from, to }));

const sentTrial = (moves: readonly Move[], { added }: Trial) => ({
  moves: sentMoves(moves),
  added: added.map((one) => ({ ...one })),
});

/** Saving a trial, or sending it to DigiTek as a proposal; what hindered it is said. */
export const useSavePlan = (on: OnTrial, live: Live<PlanReply>, onSaid: (said: Said) => void) => {
  const api = useApi();
  const [busy, setBusy] = useState(false);
  const failed = (message: string): void => {
    onSaid({ text: message, isProblem: true });
    // Somebody was faster: the page shows it, and asks whether to work it out again.
    live.refresh();
  };
  const took = (plan: PlanReply, text: string): void => {
    live.put(plan);
    onSaid({ text, isProblem: false });
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    const reply = await api.send(at('POST /api/plan'), sentTrial(on.result.moves, on.trial));
    setBusy(false);
    if (reply.type === 'failed') failed(reply.message);
    if (reply.type !== 'done') return;
    on.end();
    took(reply.value.plan, planWords.saved(reply.value.changed, reply.value.told));
  };
  /** Whether it was sent. */
  const propose = async (moves: readonly Move[], why: string): Promise<boolean> => {
    setBusy(true);
    const body = { type: 'propose' as const, moves: sentMoves(moves), why };
    const reply = await api.send(at('POST /api/plan/proposals'), body);
    setBusy(false);
    if (reply.type === 'failed') failed(reply.message);
    if (reply.type !== 'done') return false;
    on.end();
    took(reply.value.plan, planWords.proposed);
    return true;
  };
  const decline = async (row: PlanRow): Promise<void> => {
    const body = { type: 'decline' as const, id: row.id, why: '' };
    const reply = await api.send(at('POST /api/plan/proposals'), body);
    if (reply.type === 'failed') failed(reply.message);
    if (reply.type === 'done') took(reply.value.plan, planWords.declined);
  };
  return { busy, save, propose, decline };
};

export type OnSave = ReturnType<typeof useSavePlan>;
