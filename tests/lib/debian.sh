# shellcheck shell=bash
# Sourced by tests/lib/setup: packages of Debian 12.

is_debian_12() {
  # shellcheck source=/dev/null
  [ -r /etc/os-release ] && [ "$(. /etc/os-release && echo "${ID:-}${VERSION_ID:-}")" = debian12 ]
}

# Prints "package<TAB>why" for each package of the profiles $1 that is not installed.
missing_debian_packages() {
  local installed profile package why
  installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' | tr '\n' ' ') "
  while IFS=$'\t' read -r profile package why; do
    if [[ " $1 " == *" $profile "* && "$installed" != *" installed:$package "* ]]; then
      printf '%s\t%s\n' "$package" "$why"
    fi
  done < <(grep -v '^#' "$ATTUNE_ROOT/tests/lib/packages.tsv")
  # Node and npm only start the pinned Node, so any source of them will do.
  if ! command -v npm >/dev/null; then
    printf 'nodejs\truns JavaScript\nnpm\tinstalls JavaScript packages\n'
  fi
}

# Turns apt's status lines into a line for every 20 %.
show_apt_progress() {
  awk -F: '
    $1 == "dlstatus" { what = "downloading" }
    $1 == "pmstatus" { what = "installing" }
    what != "" {
      step = int($3 / 20) * 20
      if (what != last || step > shown) {
        printf "  %s %d %%\n", what, step
        fflush()
        last = what; shown = step
      }
    }'
}

# Installs what is missing of the profiles $1, as root or with sudo; otherwise names it, exits 3.
# apt's own output goes to the log file $2.
install_debian_packages() {
  local log="$2" missing packages as_root=()
  missing="$(missing_debian_packages "$1")"
  if [ -z "$missing" ]; then
    return
  fi
  mapfile -t packages < <(cut -f1 <<<"$missing")
  echo "Missing Debian packages:"
  awk -F'\t' '{ printf "  %-24s %s\n", $1, $2 }' <<<"$missing"
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Install them as root, then run this again:" >&2
      echo "  apt-get update && apt-get install --no-install-recommends ${packages[*]}" >&2
      exit 3
    fi
    as_root=(sudo)
  fi
  echo "Installing them with apt-get (details in .tools/setup.log)"
  logged "${as_root[@]}" apt-get update -q
  # apt reports its progress on descriptor 3; sudo closes that one, so a shell opens it inside.
  # shellcheck disable=SC2016
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive bash -c \
    'log="$1"; shift; exec apt-get install -y --no-install-recommends -o APT::Status-Fd=3 "$@" 3>&1 >>"$log" 2>&1' \
    bash "$log" "${packages[@]}" </dev/null | show_apt_progress || {
    tail -n 20 "$log" >&2
    echo "setup: apt-get could not install the packages; the whole output is in $log" >&2
    exit 3
  }
}
