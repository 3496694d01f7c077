/** The processor's time this process has had, in ms: what others take of it does not count. */
export const workedMs = (): number => process.cpuUsage().user / 1_000;
