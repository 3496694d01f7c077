import getPort, { portNumbers } from 'get-port';

const room = 100;
/** Below those that the system gives to whoever asks for any: a server that died finds its port free. */
const first = 10_000 + (process.pid % 200) * room;

/** A port for a server that is started and killed; processes side by side have ranges of their own. */
export const freePort = (): Promise<number> =>
  getPort({ host: '127.0.0.1', port: portNumbers(first, first + room - 1) });
