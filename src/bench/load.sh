#!/bin/sh
# Load on both servers with PostgreSQL, start time and memory, as Markdown tables; see README.md for the options.
set -eu
cd "$(dirname "$0")/../.."
command -v wrk >/dev/null || {
    echo "wrk is missing. Install it: apt-get install wrk" >&2
    exit 1
}
# --keycloak fetches the distribution of that version from Maven Central and measures it beside Gatehouse.
if [ "${1:-}" = --keycloak ]; then
    home=target/bench/keycloak-$2
    if [ ! -d "$home" ]; then
        ${MVN:-mvn} -q dependency:unpack -Dartifact=org.keycloak:keycloak-quarkus-dist:"$2":zip \
            -DoutputDirectory=target/bench
    fi
    shift 2
    set -- --keycloak "$home" "$@"
fi
exec ${MVN:-mvn} -q -Pbench package exec:exec@load -Dload.args="$*"
