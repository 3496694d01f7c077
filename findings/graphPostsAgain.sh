#!/usr/bin/env bash
# Wrong guess: the official Graph client sends again what can be sent twice without harm, and leaves a POST
#   that was answered by an error to whoever sent it.
# Version: @microsoft/microsoft-graph-client 3.0.7, as Client.init makes it.
# Behaviour: after 504, as after 429 and 503, it sends a POST again as it sends a GET, up to three times. A
#   gateway says 504 of what it has not heard the end of: the row may be there. A list item that was made
#   and then answered so is made twice, and the caller is told of one. 500 and 502 are not sent again.
# Source: RetryHandler in lib/src/middleware/RetryHandler.js: three statuses, any method, unless the body
#   is a stream. Its options say how long and how often; nothing in them asks for the method.
# What follows: new RetryHandlerOptions(0, 0) in middlewareOptions of what makes something, and look for
#   it by a key of one's own before it is sent again.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact @microsoft/microsoft-graph-client@3.0.7 > install.log 2>&1

cat > look.mjs <<'LOOK'
import { createServer } from 'node:http';
import { Client, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';

const rows = [];
let refusal = 0;
/** Makes the row, and answers the first time as a gateway that has waited too long. */
const server = createServer((request, answer) => {
  request.resume();
  rows.push(request.method);
  answer.statusCode = rows.length === 1 ? refusal : 201;
  answer.setHeader('content-type', 'application/json');
  answer.setHeader('retry-after', '1');
  answer.end(`{"id":"${rows.length}"}`);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const client = Client.init({
  baseUrl: `http://127.0.0.1:${server.address().port}/`,
  customHosts: new Set(['127.0.0.1']),
  authProvider: (done) => done(null, 'a-token'),
});
const rowsAfter = async (status, options = []) => {
  rows.length = 0;
  refusal = status;
  const told = await client
    .api('/sites/s/lists/l/items')
    .middlewareOptions(options)
    .post({ fields: { Title: 'Rampe' } })
    .then(({ id }) => `told of ${id}`, () => 'told of an error');
  return `${rows.length} made, ${told}`;
};
const seen = [];
for (const status of [504, 503, 502, 500]) seen.push([status, await rowsAfter(status)]);
seen.push(['504, no retries', await rowsAfter(504, [new RetryHandlerOptions(0, 0)])]);
server.close();
for (const [what, found] of seen) console.log(`${String(what).padEnd(16)} ${found}`);
const expected = ['2 made, told of 2', '2 made, told of 2', '1 made, told of an error', '1 made, told of an error', '1 made, told of an error'];
if (seen.map(([, found]) => found).join() !== expected.join()) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
