#!/usr/bin/env bash
# Compiles the rooms that read (scripts/compile.py) where a C compiler and Python's headers are there.
# Without them everything works the same, reading takes about twice as long.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${1:-python3}
headers=$("$python" -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h

if ! command -v "${CC:-cc}" >/dev/null || [ ! -f "$headers" ]; then
  echo "No C compiler or no Python headers here: reading runs interpreted. Install gcc and python3-dev, then 'make fast'."
  exit 0
fi
echo "Compiling the rooms that read; this takes a minute or two, once."
log=build/native.log
mkdir -p build
"$python" scripts/compile.py >"$log" 2>&1 || echo "Compiling failed ($log): reading runs interpreted."
