#!/usr/bin/env bash
# Wrong guess: each credentials object of the Bot Framework SDK has its own token, or at least one for
#   each tenant that it signs in to; so two adapters in one process, or a new one after a change of
#   tenant or secret, ask for tokens of their own.
# Version: botframework-connector 4.23.3.
# Behaviour: AppCredentials keeps tokens in one map for the whole process, under app id and scope alone.
#   Credentials for the same app in another tenant answer with the first tenant's token and never ask;
#   setting `tenant` on an object that has a token changes nothing either, until the token is near its
#   end. Only another app id, another scope or `getToken(true)` asks.
# Source: lib/auth/appCredentials.js of the package: `tokenCacheKey` and the static `cache`.
# What follows: a single-tenant bot sees nothing of it. Tests that start several tenants in one process
#   do: the second Connector refuses a token that the first one's tenant made. Empty the map between.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact botframework-connector@4.23.3 > install.log 2>&1

cat > look.cjs <<'LOOK'
const { AppCredentials } = require('botframework-connector');

/** Signs in by saying where; nothing leaves the machine. */
class Here extends AppCredentials {
  asked = 0;
  async refreshToken() {
    this.asked += 1;
    const expiresOn = new Date(Date.now() + 3_600_000);
    return { accessToken: `a token of ${this.tenant}`, expiresOn };
  }
}

const look = async () => {
  const scope = 'https://api.botframework.com';
  const [one, other, foreign] = [
    new Here('the-app', 'tenant-a', scope),
    new Here('the-app', 'tenant-b', scope),
    new Here('another-app', 'tenant-b', scope),
  ];
  console.log(`tenant-a: ${await one.getToken()} (asked ${one.asked})`);
  console.log(`tenant-b: ${await other.getToken()} (asked ${other.asked})`);
  one.tenant = 'tenant-c';
  console.log(`tenant-c: ${await one.getToken()} (asked ${one.asked})`);
  console.log(`another app: ${await foreign.getToken()} (asked ${foreign.asked})`);
  console.log(`tenant-b, forced: ${await other.getToken(true)} (asked ${other.asked})`);
};
look();
LOOK

said=$(node look.cjs)
echo "$said"
expected='tenant-a: a token of tenant-a (asked 1)
tenant-b: a token of tenant-a (asked 0)
tenant-c: a token of tenant-a (asked 1)
another app: a token of tenant-b (asked 1)
tenant-b, forced: a token of tenant-b (asked 1)'
[[ $said == "$expected" ]]
echo "As found."
