# What the commands in bin/ share. Sourced, never run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*"; }

# quietly WORDS COMMAND…: runs it with its output kept in build/logs, and shows how long it takes.
# When it fails, the end of its output is shown, and the status is its own.
quietly() {
  local words=$1 start=$SECONDS log status=0
  shift
  mkdir -p build/logs
  log=build/logs/$(tr -c 'a-z0-9\n' '-' <<<"${words,,}" | cut -c1-40).log
  if [ -t 1 ]; then
    "$@" >"$log" 2>&1 &
    local id=$!
    # Ctrl-C ends both.
    trap 'kill "$id" 2>/dev/null; exit 130' INT TERM
    while kill -0 "$id" 2>/dev/null; do
      [ $((SECONDS - start)) -lt 2 ] || printf '\r\033[K%s … %d s' "$words" $((SECONDS - start))
      sleep 0.2
    done
    wait "$id" || status=$?
    trap - INT TERM
    printf '\r\033[K'
  else
    printf '%s …\n' "$words"
    "$@" >"$log" 2>&1 || status=$?
  fi
  if [ "$status" = 0 ]; then
    [ $((SECONDS - start)) -lt 2 ] || printf '%s: %d s\n' "$words" $((SECONDS - start))
    return 0
  fi
  printf '%s failed. The end of %s:\n' "$words" "$log" >&2
  tail -n 40 "$log" >&2
  return "$status"
}

# configure PRESET: unless it is configured already; CMake looks again by itself when its files change.
configure() {
  [ -f "build/$1/build.ninja" ] || quietly "Configuring $1" cmake --preset "$1"
}

# build PRESET TARGET…: with ninja's own line of progress.
build() {
  local preset=$1
  shift
  configure "$preset"
  if [ -t 1 ]; then
    NINJA_STATUS="[%f/%t] " cmake --build "build/$preset" --target "$@"
  else
    quietly "Building $preset: $*" cmake --build "build/$preset" --target "$@"
  fi
}
