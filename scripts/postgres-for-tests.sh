#!/usr/bin/env bash
# Makes a throw-away PostgreSQL for the tests and prints its URL: eval "$(scripts/postgres-for-tests.sh)".
# Installs Debian's postgresql where it is missing and we are root; prints nothing where there is none to be had.
set -eu
place="${TAWATUR_TEST_POSTGRES_DIR:-/tmp/tawatur-postgres}"
port="${TAWATUR_TEST_POSTGRES_PORT:-54329}"

newest() { find /usr/lib/postgresql -name initdb -path '*/bin/*' 2>/dev/null | sort -V | tail -n 1 | xargs -r dirname; }
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

if [ -z "$(newest)" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >&2 2>&1 || true
fi
bin="$(newest)"
if [ -z "$bin" ]; then
  echo "no PostgreSQL here: its tests will be skipped" >&2
  exit 0
fi

if ! as_server "$bin/pg_isready" -q -h "$place" -p "$port"; then
  if [ ! -s "$place/data/PG_VERSION" ]; then
    mkdir -p "$place" && chmod 700 "$place"
    [ "$(id -u)" != 0 ] || chown postgres "$place"
    as_server "$bin/initdb" -D "$place/data" -U tawatur -A trust -E UTF8 --no-sync >/dev/null
  fi
  as_server "$bin/pg_ctl" -D "$place/data" -w -l "$place/log" \
    -o "-k $place -h 127.0.0.1 -p $port -c fsync=off" start >/dev/null
fi
as_server "$bin/createdb" -h "$place" -p "$port" -U tawatur tawatur_tests 2>/dev/null || true
echo "export TAWATUR_TEST_POSTGRES=postgresql://tawatur@127.0.0.1:$port/tawatur_tests"
