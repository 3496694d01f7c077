#!/usr/bin/env bash
# Wrong guess: Microsoft's own package that reads and checks a Teams manifest can be installed and used.
# Version: @microsoft/app-manifest 1.1.2.
# Behaviour: alone it cannot be loaded: "Cannot find module 'fs-extra'". Its code asks for fs-extra; its
#   package.json asks for the types of it, @types/fs-extra, and not for it. Beside botbuilder, or anything
#   else that brings fs-extra to the top of node_modules, it works, so it breaks on the day when that other
#   package goes or changes, and under package managers that keep packages apart (pnpm, Yarn PnP).
# Source: build/index.js and package.json of the package.
# What follows: name fs-extra oneself, and say why, or the next person tidies it away.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y > init.log
npm install --no-audit --no-fund --save-exact @microsoft/app-manifest@1.1.2 > install.log 2>&1

loaded() {
  node -e "import('@microsoft/app-manifest').then(({ AppManifestUtils }) => console.log(typeof AppManifestUtils), ({ message }) => console.log(message.split('\n')[0]))"
}

asked=$(node -p "Object.keys(require('./node_modules/@microsoft/app-manifest/package.json').dependencies).filter((name) => name.includes('fs-extra')).join()")
alone=$(loaded)
npm install --no-audit --no-fund --save-exact fs-extra@11.4.1 > install.log 2>&1
beside=$(loaded)
echo "asks for:        $asked"
echo "alone:           $alone"
echo "beside fs-extra: $beside"
[[ $asked == '@types/fs-extra' ]]
[[ $alone == "Cannot find module 'fs-extra'" ]]
[[ $beside == function ]]
echo "As found."
