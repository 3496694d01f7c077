#!/usr/bin/env bash
# Wrong guess: a handler for the message "godkend" (approve) runs when somebody writes godkend, in both of the
#   SDKs that Microsoft names after the Bot Framework; and where they differ, their pages say how.
# Versions: @microsoft/teams.apps 2.0.16 (Teams SDK); @microsoft/agents-hosting 1.8.1 (Agents SDK).
# Behaviour: in the Teams SDK the word is made a regular expression and sought anywhere: app.message('godkend')
#   runs on "ikke godkend" (do not approve) and on "godkendelse?", and not on "Godkend", as a phone writes
#   it. In the Agents SDK app.onMessage('godkend') is the whole message, in large or small letters: it
#   does not run on "godkend nu", although its documentation says that a string matches messages which
#   contain it. So neither does what was meant, and code taken from one to the other turns round.
# Source: what they do, below; message() in dist/app.js of the first, which calls the argument a pattern,
#   createMessageSelector in dist/src/app/agentApplication.js of the second, and the remarks on onMessage
#   in its .d.ts.
# What follows: one handler for every message, and one's own table of words; a decision is never taken by
#   a word in chat.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact @microsoft/teams.apps@2.0.16 @microsoft/agents-hosting@1.8.1 > install.log 2>&1

cat > look.mjs <<'LOOK'
import { Activity } from '@microsoft/agents-activity';
import { AgentApplication, MemoryStorage, TurnContext } from '@microsoft/agents-hosting';
import { App } from '@microsoft/teams.apps';

const teams = new App({ clientId: 'the-app', clientSecret: 'a-secret' });
teams.message('godkend', async () => {});
const byTeams = (text) => teams.router.select({ type: 'message', text }).length > 0;

const agent = new AgentApplication({ storage: new MemoryStorage() });
let hasRun = false;
agent.onMessage('godkend', async () => {
  hasRun = true;
});
const about = { channelId: 'msteams', conversation: { id: 'c' }, from: { id: 'u' }, recipient: { id: 'b' } };
const byAgents = async (text) => {
  hasRun = false;
  const activity = Activity.fromObject({ type: 'message', text, id: '1', serviceUrl: 'https://x.example', ...about });
  await agent.run(new TurnContext({ sendActivities: async () => [] }, activity));
  return hasRun;
};
const seen = [];
for (const text of ['godkend', 'Godkend', 'ikke godkend', 'godkend nu', 'stop'])
  seen.push([text, byTeams(text), await byAgents(text)]);
const says = (is) => (is ? 'runs' : '–').padEnd(7);
console.log(`${' '.repeat(14)}teams  agents`);
for (const [text, one, other] of seen) console.log(`${text.padEnd(14)}${says(one)}${says(other)}`.trimEnd());
const as = seen.map(([, one, other]) => `${one} ${other}`).join();
if (as !== 'true true,false true,true false,true false,false false') {
  console.error('It is otherwise now.');
  process.exit(1);
}
process.exit(0);
LOOK
node look.mjs
