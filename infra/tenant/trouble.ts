import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { FaultCall, Faults } from './faults.ts';
import { sendJson } from './http.ts';

/**
 * Does a call's work as a script of trouble wants it: late, not at all, or done and then answered
 * as if it had failed. `quiet` does the work without its answer reaching the caller.
 */
export async function underTrouble(
  faults: Faults,
  call: FaultCall,
  res: ServerResponse,
  work: { readonly answer: () => Promise<void>; readonly quiet: () => Promise<void> },
): Promise<void> {
  const fault = faults.forRequest(call);
  if (fault === undefined) return work.answer();
  if (fault.ms > 0) await wait(fault.ms);
  if (fault.stored) await work.quiet();
  if (fault.reset) {
    res.destroy();
    return;
  }
  if (fault.status === undefined) return fault.stored ? undefined : work.answer();
  sendJson(
    res,
    fault.status,
    { error: { code: fault.code ?? 'ServiceError', message: fault.message ?? 'Scripted.' } },
    fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter },
  );
}
