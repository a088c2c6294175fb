# What both runners do: find the programs, make seeded towns, and tell what went wrong.
# shellcheck shell=bash
set -euo pipefail
cluster=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "$cluster/../.." && pwd)
programs=${TOWNLAYOUT_PROGRAMS:-$checkout/.build/release}
towns_wanted=${TOWNLAYOUT_CLUSTER_TOWNS:-40000}
red_lines=$checkout/gis-data/chenzhou/red-lines.geojson
scratch=$(mktemp -d "${TMPDIR:-/tmp}/townlayout-cluster.XXXXXX")
export PATH="$programs:$PATH"

say() { echo "cluster: $*" >&2; }
fail() {
  say "$*"
  exit 1
}

# Waits until a command succeeds, for at most so many seconds.
await() {
  local seconds=$1
  shift
  for _ in $(seq "$((seconds * 5))"); do
    if "$@"; then return 0; fi
    sleep 0.2
  done
  return 1
}

# Seeded parcels of the real counties as lines of GeoJSON, and the answers of one run over them.
make_towns() {
  [ -x "$programs/townlayout" ] && [ -x "$programs/SampleCity" ] || fail "run make build first"
  say "making about $towns_wanted towns"
  "$programs/SampleCity" ladder --from "$checkout/gis-data/chenzhou" --parcels "$towns_wanted" \
    --out "$scratch/data" >&2
  townlayout convert "$scratch/data/parcels.fgb" "$scratch/towns.geojsonl" >&2
  towns=$scratch/towns.geojsonl
}

# Compares the merged answers with those of one run, byte for byte.
expect_same() {
  cmp "$1" "$2" || fail "$1 is not what one run writes"
  say "$(wc -l < "$1") lines, $(wc -c < "$1") bytes: the same as of one run"
}
