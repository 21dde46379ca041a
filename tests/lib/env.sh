# shellcheck shell=bash
# Sourced by the scripts of tests/, demo/ and .ci/: where things are, and which Node is used.

ATTUNE_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
ATTUNE_TOOLS="$ATTUNE_ROOT/.tools"

# The first Node that strips types without a flag and has node:sqlite.
ATTUNE_NODE_MIN=22.18.0

# True when version $1 is at least version $2.
version_at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# True when `node` on the PATH is new enough.
node_is_new_enough() {
  local version
  version="$(node --version 2>/dev/null)" && version_at_least "${version#v}" "$ATTUNE_NODE_MIN"
}

# Puts the pinned tools first where they exist, then the programs of the npm packages.
use_tools() {
  if [ -x "$ATTUNE_TOOLS/node/node_modules/.bin/node" ]; then
    PATH="$ATTUNE_TOOLS/node/node_modules/.bin:$PATH"
  fi
  PATH="$ATTUNE_ROOT/node_modules/.bin:$PATH"
  # Emscripten 3.1 asks Node for `acorn` by this variable.
  NODE_PATH="$ATTUNE_ROOT/node_modules${NODE_PATH:+:$NODE_PATH}"
  export PATH NODE_PATH ATTUNE_ROOT
}
