import { type Profiler, Session } from 'node:inspector/promises';

type Called = { readonly file: string; readonly name: string };

const calledIn = ({ url, functions }: Profiler.ScriptCoverage): readonly Called[] =>
  functions
    .filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0)
    .map(({ functionName }) => ({ file: url, name: functionName }));

/** What was called, by file and name, while this ran: counted by the engine itself. */
export const calledDuring = async (work: () => unknown): Promise<readonly Called[]> => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  try {
    work();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result.flatMap(calledIn);
  } finally {
    session.disconnect();
  }
};
