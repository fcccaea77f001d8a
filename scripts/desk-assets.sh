#!/usr/bin/env bash
# Puts the desk's fonts, map program and country outlines (from npm, as web/package-lock.json pins them)
# into the package. Nothing of it is committed; without it the desk draws its maps on the server.
set -euo pipefail
cd "$(dirname "$0")/.."
built=src/tawatur/desk/static/built

if ! command -v npm >/dev/null; then
  echo "npm is not here: the desk will draw plain maps. Install Node 20 or newer and run 'make assets' for the full ones."
  exit 0
fi
(cd web && npm ci --no-audit --no-fund --loglevel=error)
modules=web/node_modules
rm -rf "$built" && mkdir -p "$built"
cp "$modules"/maplibre-gl/dist/maplibre-gl{.mjs,-worker.mjs,.css} "$modules"/maplibre-gl/LICENSE.txt "$built"/
cp "$modules"/world-atlas/countries-50m.json "$built"/
# The reader of PMTiles comes as a script for pages; our modules import it.
{ cat "$modules"/pmtiles/dist/pmtiles.js; printf '\nexport const { PMTiles, Protocol } = pmtiles;\n'; } > "$built"/pmtiles.mjs
cp web/pmtiles-LICENSE "$built"/ && cp "$modules"/fflate/LICENSE "$built"/fflate-LICENSE
for font in ibm-plex-sans-arabic:{arabic,latin}-{400,600} noto-naskh-arabic:arabic-{400,700}; do
  family=${font%%:*}
  cp "$modules/@fontsource/$family/files/$family-${font#*:}-normal.woff2" "$built"/
  cp "$modules/@fontsource/$family/LICENSE" "$built/$family-LICENSE"
done
sed -i '/^\/\/# sourceMappingURL/d' "$built"/*.mjs
echo "the desk's assets are in $built"
