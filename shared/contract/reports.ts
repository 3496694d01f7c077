import { z } from 'zod';
import { lights, longestReportText, type StatusReport } from '#shared/domain/reports/report.ts';

z.config({ jitless: true });

const light = z.enum(lights).nullable();
const text = z.string().max(longestReportText);

/** PUT /api/projects/:id/reports/:number */
export const putReport = z.object({
  /** Of the draft that was seen; null where there was none. */
  revision: z.string().nullable(),
  words: z.object({
    ...{ time: light, money: light, benefits: light },
    ...{ said: text, next: text, help: text },
  }),
  publish: z.boolean(),
});

/** A project's status on its page. */
export type ReportsOnPage = {
  /** Newest first. */
  readonly published: readonly StatusReport[];
  /** For those who may write it. */
  readonly draft: (StatusReport & { readonly revision: string }) | null;
  readonly mayReport: boolean;
  /** The number of the one that is written next. */
  readonly next: number;
  /** How many steps are past their date: what the light for time should know. */
  readonly lateSteps: number;
};
