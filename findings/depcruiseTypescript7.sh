#!/usr/bin/env bash
# Wrong guess: beside TypeScript 7, dependency-cruiser either reads TypeScript as before or says that
#   it cannot, so a green run means that the import rules hold.
# Versions: dependency-cruiser 17.4.3; typescript 6.0.3 and 7.0.2.
# Behaviour: with typescript 7.0.2 installed it reads no .ts file at all, finds "0 modules", says that
#   there are no violations and exits with 0. With 6.0.3 the same two files are a circle, exit 1. Only
#   `depcruise --info` tells, in its table of transpilers: ">=2.0.0 <7.0.0", not available.
# Source: its own --info, and its package.json, which names typescript as no peer, so that npm warns
#   of nothing.
# What follows: keep the old TypeScript under its own name for such tools, the new one under another,
#   and let the check fail when nothing was read.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
mkdir src
echo "import { b } from './b.ts'; export const a = (): number => b();" > src/a.ts
echo "import { a } from './a.ts'; export const b = (): number => a();" > src/b.ts
cat > rules.cjs <<'RULES'
module.exports = {
  forbidden: [{ name: 'no-circle', severity: 'error', from: {}, to: { circular: true } }],
  options: { tsPreCompilationDeps: true },
};
RULES

# $1: a version of TypeScript. Prints what the tool says, and its exit code.
cruised() {
  npm install --no-audit --no-fund --save-exact dependency-cruiser@17.4.3 "typescript@$1" > install.log 2>&1
  local code=0
  npx depcruise --config rules.cjs src > said.txt 2>&1 || code=$?
  echo "typescript $1: exit $code: $(grep -E 'cruised' said.txt)"
}

six=$(cruised 6.0.3)
seven=$(cruised 7.0.2)
peers=$(node -p "Object.keys(require('./node_modules/dependency-cruiser/package.json').peerDependencies ?? {}).join() || 'none'")
echo "$six"
echo "$seven"
echo "peers that dependency-cruiser names: $peers"

[[ $six == *"exit 1"*"1 errors"*"2 modules"* ]]
[[ $seven == *"exit 0"*"no dependency violations found (0 modules"* ]]
[[ $peers == none ]]
echo "As found."
