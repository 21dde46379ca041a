# shellcheck shell=bash
# Sourced by tests/lib/setup: systems other than Debian 12, where nothing is installed unasked.

# Prints "command<TAB>why" for each program of the profiles $1 that is not on the PATH.
missing_commands() {
  local profile command why
  while IFS=$'\t' read -r profile command why; do
    if [[ " $1 " == *" $profile "* ]] && ! command -v "$command" >/dev/null; then
      printf '%s\t%s\n' "$command" "$why"
    fi
  done <<'LIST'
demo	cmake	configures the builds
demo	ninja	runs the builds
demo	c++	compiles the native core (with ICU 72 and nlohmann-json 3.11)
demo	emcc	compiles the core to WebAssembly (Emscripten 3.1.6 or newer)
demo	wasm-opt	shrinks the module (binaryen)
demo	genbrk	compiles the rules of word breaks (tools of ICU)
demo	npm	installs JavaScript packages
test	clang++	fuzz targets, and GoogleTest
test	chromium	the browser of the tests
lint	clang-format	layout of C++
lint	clang-tidy	bug patterns in C++
lint	shellcheck	bug patterns in shell scripts
LIST
}

# The command that installs what the project needs, where it is known.
install_hint() {
  if command -v brew >/dev/null; then
    echo "brew install cmake ninja icu4c nlohmann-json googletest emscripten binaryen node llvm shellcheck"
  elif command -v dnf >/dev/null; then
    echo "sudo dnf install cmake ninja-build gcc-c++ libicu-devel icu json-devel gtest-devel emscripten binaryen nodejs npm clang clang-tools-extra chromium ShellCheck"
  elif command -v apt-get >/dev/null; then
    echo "sudo apt-get install --no-install-recommends nodejs npm $(grep -v '^#' "$ATTUNE_ROOT/tests/lib/packages.tsv" | cut -f2 | tr '\n' ' ')"
  fi
}

# Returns when all programs of the profiles $1 are there; otherwise names what is missing, exits 3.
require_commands() {
  local missing hint
  missing="$(missing_commands "$1")"
  if [ -z "$missing" ]; then
    return
  fi
  echo "This script installs packages on Debian 12 only. Missing here:" >&2
  awk -F'\t' '{ printf "  %-14s %s\n", $1, $2 }' <<<"$missing" >&2
  hint="$(install_hint)"
  if [ -n "$hint" ]; then
    printf 'Usually this installs it:\n  %s\n' "$hint" >&2
  fi
  exit 3
}
