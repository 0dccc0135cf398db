#!/bin/sh
# Hold the JavaScript to the types its comments promise, with Debian's TypeScript where it is here.
set -eu
cd "$(dirname "$0")/.."
if command -v tsc >/dev/null; then
  tsc --project .
else
  echo "check: the JavaScript's types were not looked at; to have that too: sh scripts/setup.sh types"
fi
