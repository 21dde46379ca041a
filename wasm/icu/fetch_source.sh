#!/bin/sh
# Fetches the part of ICU's source that the wasm module needs, from Debian's source package.
#
#   wasm/icu/fetch_source.sh FOLDER
#
# leaves FOLDER/icu/source/{common,data/in}. Does nothing when it is there already. Uses a list of
# sources and a state folder of its own below FOLDER: nothing of the system's apt is changed, and
# no rights are needed. apt verifies the signature of the archive and the hash of the package.
set -eu

fail() {
  echo "fetch_source.sh: $1" >&2
  echo "  Other ways: unpack icu4c-72_1-src.tgz (an ICU 72 release) and configure with" >&2
  echo "  -DATTUNE_ICU_SOURCE_DIR=/path/to/icu/source" >&2
  exit 1
}

[ $# -eq 1 ] || { echo "usage: fetch_source.sh FOLDER" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
[ ! -d "$folder/icu" ] || exit 0

command -v apt-get >/dev/null || fail "apt-get was not found, this is no Debian system."
# The mirrors that this machine uses for programs have the sources too. The label leaves out the
# security archive: the upstream source is the same there, and not every mirror keeps it.
# shellcheck disable=SC2016  # apt expands these names, not the shell
mirrors=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' \
  'Created-By: Packages' 'Origin: Debian' 'Label: Debian' 'Component: main' | sort -u)
[ -n "$mirrors" ] || fail "apt knows no Debian mirror yet: run 'apt-get update' once."

apt_dir=$folder/apt
rm -rf "$apt_dir"
mkdir -p "$apt_dir/lists/partial" "$apt_dir/cache/archives/partial" "$apt_dir/package"
echo "$mirrors" | while read -r uri release; do
  echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $uri $release main"
done >"$apt_dir/sources.list"
cat >"$apt_dir/apt.conf" <<CONF
Dir::Etc::sourcelist "$apt_dir/sources.list";
Dir::Etc::sourceparts "-";
Dir::State::lists "$apt_dir/lists";
Dir::Cache "$apt_dir/cache";
APT::Sandbox::User "root";
CONF
export APT_CONFIG="$apt_dir/apt.conf"

echo "Fetching the source package of ICU (26 MB and 10 MB of package lists) into $folder"
apt-get -q update || fail "the lists of source packages could not be fetched."
(cd "$apt_dir/package" && apt-get -q source --download-only icu) ||
  fail "the source package could not be fetched."

# Unpacked aside and moved, so that an interrupted run leaves nothing half done.
tar -xzf "$apt_dir"/package/icu_*.orig.tar.gz -C "$apt_dir" icu/LICENSE icu/source/common \
  icu/source/data/in/nfkc_cf.nrm icu/source/data/in/uemoji.icu ||
  fail "the package does not hold the files of an ICU release."
mv "$apt_dir/icu" "$folder/icu"
rm -rf "$apt_dir"
