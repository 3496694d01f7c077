import { createServer as createBare, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

import { goodClaims, sign } from '../worlds/api/apiWorld.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';
import { apiOver } from './apiOver.ts';
import { largePortfolio } from './largePortfolio.ts';

/*
 * Both servers that the bench compares, with so many projects as the first argument says, in a
 * process of their own. Each line on standard input is answered with the CPU time used so far, in
 * microseconds, or with the bytes it has of memory, where that is what the line asks for.
 */

const deps = testDeps(largePortfolio(Number(process.argv[2])));
const app = apiOver(deps, () => 1);
await app.listen({ host: '127.0.0.1', port: 0 });

const token = await sign(goodClaims('consultant'));
const board = await app.inject({
  url: '/api/board',
  headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip, deflate, br' },
});
const packed = board.rawPayload;
const packing = String(board.headers['content-encoding']);
const etag = String(board.headers['etag']);

const bare: Server = createBare((request, response) => {
  if (request.url === '/empty') {
    response.writeHead(304).end();
    return;
  }
  response
    .writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-encoding': packing,
      'content-length': packed.length,
      etag,
    })
    .end(packed);
});
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const facts = {
  ours: `http://127.0.0.1:${portOf(app.server as Server)}`,
  bare: `http://127.0.0.1:${portOf(bare)}`,
  token,
  etag,
  packedBytes: packed.length,
};
console.log(JSON.stringify(facts));

const input = createInterface(process.stdin);
input.on('line', (asked) => {
  const { user, system } = process.cpuUsage();
  console.log(String(asked === 'memory' ? process.memoryUsage.rss() : user + system));
});
input.on('close', () => process.exit(0));
