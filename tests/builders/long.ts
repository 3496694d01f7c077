/** The long forms of the quick tests: `npm run chaos -- --only long`, by `CHAOS=1`. */
export const isLong = process.env['CHAOS'] === '1';

/** How often something random is tried: `daily` in every test run, `long` in the long form. */
export const runsOf = (sizes: { readonly daily: number; readonly long: number }): number =>
  isLong ? sizes.long : sizes.daily;
