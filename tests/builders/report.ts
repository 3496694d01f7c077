import type { ReportsOnPage } from '#shared/contract/reports.ts';

/** Nothing has been said of how it goes, and the reader may say it. */
export const noReports: ReportsOnPage = {
  ...{ published: [], draft: null, mayReport: true },
  ...{ next: 1, lateSteps: 0 },
};
