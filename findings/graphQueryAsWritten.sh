#!/usr/bin/env bash
# Wrong guess: the official Graph client puts a filter on the wire so that Graph gets what was written:
#   .filter("title eq 'Pleje & Omsorg'") is one filter.
# Version: @microsoft/microsoft-graph-client 3.0.7.
# Behaviour: filter, search, query and the rest are joined with & and = as they are. An ampersand in a name
#   ends the filter there and begins a parameter of its own; from a number sign on nothing is sent, the
#   other parameters too, so that $select and $top are lost with it; a plus is a space to the server. No
#   error comes from the client, and none of a service that takes the half of it. A space and æ, ø, å
#   are written right, by fetch, which is why it looks as if the client did it.
# Source: createQueryString in lib/src/GraphRequest.js: key=value joined, nothing encoded. Graph's page on
#   query parameters (learn.microsoft.com/graph/query-parameters) says that values are percent-encoded,
#   and that many clients help with it.
# What follows: encodeURIComponent around each value that comes from people, or the whole query written
#   and encoded by oneself, which the client leaves alone.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact @microsoft/microsoft-graph-client@3.0.7 > install.log 2>&1

cat > look.mjs <<'LOOK'
import { createServer } from 'node:http';
import { Client } from '@microsoft/microsoft-graph-client';

let got = '';
const server = createServer(({ url }, answer) => {
  const { searchParams } = new URL(url, 'http://graph');
  got = [...searchParams].map(([name, value]) => `${name} = ${value}`).join(' | ');
  answer.setHeader('content-type', 'application/json');
  answer.end('{"value":[]}');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const client = Client.init({
  baseUrl: `http://127.0.0.1:${server.address().port}/`,
  customHosts: new Set(['127.0.0.1']),
  authProvider: (done) => done(null, 'a-token'),
});
const gotOf = async (name, encoded = (text) => text) => {
  await client.api('/sites/s/lists/l/items').filter(encoded(`fields/Title eq '${name}'`)).top(5).get();
  return got;
};
const seen = [
  await gotOf('Ældre og sundhed'),
  await gotOf('Pleje & Omsorg'),
  await gotOf('Sag #12'),
  await gotOf('IT + drift'),
  await gotOf('Pleje & Omsorg', encodeURIComponent),
];
server.close();
console.log(seen.join('\n'));
const expected = [
  "$filter = fields/Title eq 'Ældre og sundhed' | $top = 5",
  "$filter = fields/Title eq 'Pleje  |  Omsorg' =  | $top = 5",
  "$filter = fields/Title eq 'Sag ",
  "$filter = fields/Title eq 'IT   drift' | $top = 5",
  "$filter = fields/Title eq 'Pleje & Omsorg' | $top = 5",
];
if (seen.join('\n') !== expected.join('\n')) {
  console.error('It is otherwise now.');
  process.exit(1);
}
LOOK
node look.mjs
