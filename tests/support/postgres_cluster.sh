#!/bin/sh
# A PostgreSQL 15 cluster of its own in a temporary folder, gone at the end.
#
#   postgres_cluster.sh [--no-fsync]               driven over its input and output: prints a line
#                                                  "url postgres://…" once it serves; each line "fresh"
#                                                  on its input makes a new database and prints its
#                                                  line; the end of the input ends the cluster.
#   postgres_cluster.sh [--no-fsync] -- COMMAND…   runs the command with KITH_TEST_POSTGRES set to the
#                                                  URL, then ends the cluster.
#
# It listens on a unix socket in that folder and nowhere else. PostgreSQL refuses to run as root; root
# starts it as the user `postgres`. It goes when this script goes, however that ends: by --pdeathsig.
set -eu
programs=${KITH_POSTGRES_PROGRAMS:-/usr/lib/postgresql/15/bin}
fsync=on
if [ "${1:-}" = --no-fsync ]; then fsync=off; shift; fi
if [ "${1:-}" = -- ]; then shift; fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/kith-postgres-XXXXXX")
server=
finish() {
    trap - EXIT INT TERM HUP
    if [ -n "$server" ]; then
        kill -INT "$server" 2>/dev/null || true # a fast shutdown
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

as=
if [ "$(id -u)" = 0 ]; then
    chown postgres: "$folder"
    as="setpriv --reuid=postgres --regid=postgres --init-groups"
fi
# English order by default, so that a test shows where the order by bytes has been forgotten.
# PostgreSQL complains of a working folder that its user may not enter.
(cd "$folder" && $as "$programs/initdb" --pgdata="$folder/data" --username=kith --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
    --locale-provider=icu --icu-locale=en \
    --no-sync) >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
${as:-setpriv} --pdeathsig INT "$programs/postgres" -D "$folder/data" -k "$folder" \
    -c listen_addresses= -c fsync="$fsync" -c shared_buffers=32MB -c max_connections=100 \
    -c lc_messages=C </dev/null >"$folder/server.log" 2>&1 &
server=$!

url() { echo "postgres://kith@/$1?host=$folder"; }
waited=0
until "$programs/pg_isready" --quiet --host="$folder"; do
    waited=$((waited + 1))
    if [ $waited -gt 600 ] || ! kill -0 "$server" 2>/dev/null; then cat "$folder/server.log" >&2; exit 1; fi
    sleep 0.05
done

if [ $# -gt 0 ]; then
    KITH_TEST_POSTGRES=$(url postgres) "$@"
    exit
fi
echo "url $(url postgres)"
made=0
while read -r _; do
    made=$((made + 1))
    "$programs/createdb" --host="$folder" --username=kith "fresh_$made"
    echo "url $(url "fresh_$made")"
done
