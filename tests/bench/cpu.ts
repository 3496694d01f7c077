/** Microseconds of process CPU for one piece of work, done many times over. */
export const cpuEach = async (
  times: number,
  work: (index: number) => Promise<void>,
): Promise<number> => {
  const before = process.cpuUsage();
  for (let index = 0; index < times; index += 1) await work(index);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
};
