#!/bin/bash
# Each fuzz target over its seeds and 2,000 inputs made from them, the same each time: tests/fuzz/run.sh build/asan
set -euo pipefail
build=$1
here=$(dirname "$0")
passed=0 failed=0
for source in "$here"/*.cpp; do
  name=$(basename "$source" .cpp)
  made=$(mktemp -d) scratch=$(mktemp -d)  # libFuzzer ends without leaving: what a target keeps on disk is removed here
  if TMPDIR=$scratch "$build/fuzz_$name" -seed=1 -runs=2000 -max_len=4096 -timeout=20 -rss_limit_mb=2048 -artifact_prefix="$made/" \
      "$made" "$here/seeds/$name" >"$made.log" 2>&1; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'WRONG fuzz_%s\n' "$name"
    grep -v '^#' "$made.log" | tail -n 40
  fi
  rm -rf "$made" "$made.log" "$scratch"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
