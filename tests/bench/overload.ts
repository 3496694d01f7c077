import { connect, type Socket } from 'node:net';
import { type Load, runLoad } from './load.ts';
import { atMost, type BenchRow } from './row.ts';
import type { ServersBeside } from './serversBeside.ts';

/** A connection that says this and no more, and reads nothing of what it is answered. */
const opened = (url: string, says: string): Promise<Socket> => {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket.pause()));
    socket.once('error', reject);
    socket.write(says);
  });
};

const requestOf = ({ url, headers }: Load): string => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${new URL(url).pathname} HTTP/1.1\r\nHost: x\r\n${lines.join('')}`;
};

/**
 * R22: what a server takes of memory while so many begin a request that they never finish, and a
 * tenth as many ask for the board and never read it; whoever else asks is answered as always.
 */
export const overloaded = async (
  servers: ServersBeside,
  load: Load,
  halfOpen: number,
): Promise<BenchRow> => {
  await runLoad(load);
  const before = await servers.memory();
  const unfinished = requestOf(load);
  const sockets: Socket[] = [];
  try {
    for (let at = 0; at < halfOpen; at += 1) sockets.push(await opened(load.url, unfinished));
    for (let at = 0; at < halfOpen / 10; at += 1)
      sockets.push(await opened(load.url, `${unfinished}\r\n`));
    await runLoad(load);
    const value = (await servers.memory()) / before;
    const what = `memory with ${halfOpen.toLocaleString('en')} half-open sockets and slow readers, against none`;
    return atMost({ id: 'R22', what, value, gate: 1.5, aim: 1.5, unit: '×' });
  } finally {
    for (const socket of sockets) socket.destroy();
  }
};
