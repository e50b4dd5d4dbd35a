#!/bin/bash
# Compiles each case twice: allowed, which must pass, and refused, which must fail for the reason in its first line.
. "$(dirname "$0")/../../tools/shell.sh"

configure dev
node tools/plain_commands.mjs build/dev/compile_commands.json build/tidy/compile_commands.json
# The flags of the file that sees the most of the domain, without its own name and output.
flags=$(node -e '
  const entry = JSON.parse(require("fs").readFileSync("build/tidy/compile_commands.json")).find((e) => e.file.endsWith("/domain/posts/actions.cpp"));
  console.log(entry.command.replace(/ -(o|c|MF|MT) \S+/g, "").replace(/ -MD/, ""));')

export flags
try() {
  local file=$1 said wanted
  wanted=$(sed -n '1s|^// refused: ||p' "$file")
  if ! said=$($flags -fsyntax-only -DALLOWED "$file" 2>&1); then
    printf 'WRONG %s: the allowed half does not compile\n%s\n' "$file" "$said"
  elif said=$($flags -fsyntax-only "$file" 2>&1); then
    printf 'WRONG %s: the refused half compiles\n' "$file"
  elif ! grep -qF -- "$wanted" <<<"$said"; then
    printf 'WRONG %s: refused for another reason than "%s"\n%s\n' "$file" "$wanted" "$said"
  else
    printf 'ok    %s\n' "$file"
  fi
}
export -f try

said=$(printf '%s\n' tests/refused/*.cpp | xargs -P "$(nproc)" -I{} bash -c 'try {}')
printf '%s\n' "$said"
passed=$(grep -c '^ok ' <<<"$said" || true)
failed=$(grep -c '^WRONG ' <<<"$said" || true)
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
