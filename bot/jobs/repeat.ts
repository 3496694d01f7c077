import { factsOf, log, withCorrelation } from '../log.ts';

export type Repeated = {
  /** Do it now, or once more right after the run that is under way. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

/** Runs work every so often and whenever it is woken, never twice at once; a fault waits for the next. */
export const repeat = (name: string, everyMs: number, work: () => Promise<void>): Repeated => {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const once = async (): Promise<void> => {
    try {
      await withCorrelation(work);
    } catch (thrown) {
      log('warn', 'job.failed', { job: name, ...factsOf(thrown) });
    }
  };
  const run = async (): Promise<void> => {
    do {
      again = false;
      await once();
    } while (again && !stopped);
    running = null;
  };
  const wake = (): void => {
    if (stopped) return;
    if (running) again = true;
    else running = run();
  };
  const timer = setInterval(wake, everyMs);
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
};
