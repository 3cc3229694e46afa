#!/bin/sh
# Load on both servers with PostgreSQL, start time and memory, as Markdown tables; see README.md for the options.
set -eu
cd "$(dirname "$0")/../.."
command -v wrk >/dev/null || {
    echo "wrk is missing. Install it: apt-get install wrk" >&2
    exit 1
}
exec ${MVN:-mvn} -q -Pbench package exec:exec@load -Dload.args="$*"
