#!/usr/bin/env bash
# clean-root.sh PACKAGE CACHE SAMPLE: the life of the package in a root that has nothing else.
#
# Installed, run on a sample as its service would, upgraded over what a user has changed, removed
# and purged; then nothing is left but data. Prints what it does; ends with 1 at the first fault. CACHE
# keeps the empty root, which comes from the archive that this machine installs from (or MIRROR).
# Needs root, debootstrap, strace and systemd-analyze.
set -euo pipefail
if [ "$(id -u)" -ne 0 ]; then
  echo 'a clean root can only be made by root: sudo make test-package' >&2
  exit 1
fi
# In a namespace of its own, so that no mount outlives it.
if [ -z "${CLEAN_ROOT:-}" ]; then
  export CLEAN_ROOT=1
  exec unshare --mount --propagation private "$0" "$@"
fi
package=$(realpath "$1") sample=$(realpath "$3")
mkdir -p "$2"
cache=$(realpath "$2")
scripts=$(dirname "$(realpath "$0")")
root=$cache/root
trap 'umount -q "$root/proc" || true; rm -rf --one-file-system "$root"' EXIT
umask 022

step() { printf '== %s\n' "$*"; }
fault() {
  echo "FAULT: $*" >&2
  exit 1
}
inside() {
  chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} "$@"
}
apt() { inside apt-get -q -y --no-install-recommends "$@" > "$cache/apt.log" 2>&1 || {
  cat "$cache/apt.log" >&2
  fault "apt-get $*"
}; }

depends=$(dpkg-deb -f "$package" Depends)
if [ "$(cat "$cache/depends" 2> /dev/null)" != "$depends" ]; then
  rm -rf --one-file-system "$cache/base" "$cache/depends"
  suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
  targets=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' \
    'Created-By: Packages' | awk -v suite="$suite" '$2 == suite')
  mirror=${MIRROR:-$(awk 'NR == 1 { print $1 }' <<< "$targets")}
  components=$(awk -v mirror="${mirror%/}/" '$1 == mirror { print $3 }' <<< "$targets" |
    sort -u | paste -sd,)
  step "a root of $suite with what the package depends on; kept for the next time"
  debootstrap --variant=minbase --components="${components:-main}" \
    "$suite" "$cache/base" "$mirror" > "$cache/debootstrap.log" || fault "debootstrap: see $cache/debootstrap.log"
  cp -L /etc/resolv.conf "$cache/base/etc/resolv.conf"
  root=$cache/base
  apt update
  # What a system with systemd has; it is not made by the package.
  mkdir -p "$root/etc/systemd/system/timers.target.wants" "$root/var/lib/systemd/timers"
  apt satisfy "$depends" strace
  apt clean
  root=$cache/root
  echo "$depends" > "$cache/depends"
fi
rm -rf --one-file-system "$root"
cp -a --reflink=auto "$cache/base" "$root"
mount -t proc proc "$root/proc"

# Every file that a trace could be in, with its kind, mode, owner, target and content. Left out are
# what ends with the machine, and the records that the package system and the tools for users keep.
state() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp \
    -o -path ./run -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/apt \
    -o -path './var/lib/dpkg/*' -not -path './var/lib/dpkg/info*' -o -path './etc/*-' \) -prune \
    -o -printf '%p %y %m %U:%G %l' \( -type f -exec sha256sum --zero {} \; -o -true \) \
    -printf '\n') |
    tr '\0' ' ' | LC_ALL=C sort
}
packages() { inside dpkg-query -W -f '${Package} ${db:Status-Status}\n'; }

state > "$cache/before"
packages > "$cache/packages-before"

step "apt-get install $(basename "$package")"
cp "$package" "$root/tmp/wmo-etl.deb"
apt install /tmp/wmo-etl.deb
packages | diff "$cache/packages-before" - | grep '^[<>]' | grep -qvx '> wmo-etl installed' &&
  fault 'its Depends are not all that it needs'
inside dpkg --verify wmo-etl
echo "$(inside wmo-etl --version) for user $(inside id wmo-etl)"

step 'a municipality is configured: its files, /etc/wmo-etl/dorp.toml and dorp.env, the timer'
install -d -m 0755 "$root/srv/wmo-etl"
inside install -d -m 2750 -g wmo-etl /srv/wmo-etl/dorp
for file in "$sample"/*.csv*; do install -m 0640 "$file" "$root/srv/wmo-etl/dorp"; done
inside chgrp -R wmo-etl /srv/wmo-etl/dorp
install -m 0644 "$sample/wmo-etl.toml" "$root/etc/wmo-etl/dorp.toml"
echo 'OPTIONS=--jobs 2' > "$root/etc/wmo-etl/dorp.env"
systemctl --root="$root" enable wmo-etl@dorp.timer 2> /dev/null
mkdir "$root/etc/systemd/system/wmo-etl@dorp.service.d"
printf '[Service]\nMemoryMax=4G\n' > "$root/etc/systemd/system/wmo-etl@dorp.service.d/override.conf"
touch "$root/var/lib/systemd/timers/stamp-wmo-etl@dorp.timer"
ls -l "$root/etc/systemd/system/timers.target.wants" | sed -n 's/.* \(wmo-etl@.*\)/\1/p' | grep . ||
  fault 'the timer cannot be enabled'

output=/var/lib/wmo-etl/dorp
as_service() { TRACE=$cache/trace "$scripts/as-service.sh" "$root" dorp "$@"; }
refused() {
  if as_service "$@" > /dev/null 2>&1; then fault "in the sandbox one can: $*"; fi
  echo "refused: $*"
}

step 'the sandbox of the service holds'
as_service sh -c 'id; echo "networks: $(ls /sys/class/net)"'
as_service sh -c "touch $output/probe && rm $output/probe"
[ "$(as_service ls /sys/class/net)" = lo ] || fault 'the sandbox has a network'
refused touch /srv/wmo-etl/dorp/probe
refused touch /etc/wmo-etl/probe
refused touch /usr/bin/wmo-etl
refused ls /root
refused ls /home
refused chown root:root "$output"
refused chrt --batch 0 true
refused unshare --user true

step 'wmo-etl@dorp.service, as systemd would start it'
as_service || fault "it ends with $?"
run=$(readlink "$root$output/latest") || fault 'there is no latest'
as_service wmo-etl verify "$output/latest" || fault 'the run is not what its manifest says'
tables=$(find "$root$output/latest/tables" -name '*.csv' | wc -l)
[ "$tables" -eq "$(inside wmo-etl tables | grep -c '^[a-z]')" ] || fault "there are $tables tables"
[ "$(wc -l < "$root$output/latest/tables/product-gebruik.csv")" -gt 1 ] || fault 'a table is empty'
inside find "$output" -not -user wmo-etl -o -perm /027 -not -perm /040 -not -type l | grep . &&
  fault 'files have another owner or mode'
inside stat -c '%A %U:%G %n' "$output/latest/manifest.json"
echo "latest -> $run, $tables tables"
as_service > /dev/null || fault "the second run ends with $?"
grep -E 'PROT_WRITE\|PROT_EXEC|(mprotect|shmat)\(.*EXEC' "$cache/trace" &&
  fault 'MemoryDenyWriteExecute would end it'
echo "system calls refused, and done without:" \
  "$(sed -nE 's/^[0-9]+ +([a-z0-9_]+)\(.*INJECTED.*/\1/p' "$cache/trace" | sort | uniq -c | xargs)"

step 'an upgrade, over an example that the user changed'
echo '# van de gemeente' >> "$root/etc/wmo-etl/voorbeeld.toml"
sha256sum "$root"/etc/wmo-etl/{voorbeeld.toml,dorp.toml,dorp.env} > "$cache/kept"
version=$(dpkg-deb -f "$package" Version)
dpkg-deb -R "$package" "$root/tmp/next"
sed -i "s/^Version: .*/Version: $version+next/" "$root/tmp/next/DEBIAN/control"
for file in voorbeeld.toml voorbeeld.env; do
  echo '# van de volgende versie' >> "$root/tmp/next/etc/wmo-etl/$file"
done
dpkg-deb --root-owner-group -Znone --build "$root/tmp/next" "$root/tmp/next.deb" > /dev/null
apt install -o Dpkg::Options::=--force-confold /tmp/next.deb
sha256sum --quiet -c "$cache/kept" || fault 'what the user wrote is gone'
grep -q volgende "$root/etc/wmo-etl/voorbeeld.env" || fault 'what he did not touch is still the old'
ls "$root/etc/wmo-etl"
as_service > /dev/null || fault "after the upgrade a run ends with $?"
echo "$(inside dpkg-query -W wmo-etl), and a third run"

step 'apt-get remove: configuration and data stay'
apt remove wmo-etl
[ ! -e "$root/usr/bin/wmo-etl" ] || fault 'the program is still there'
sha256sum --quiet -c "$cache/kept" || fault 'what the user wrote is gone'

step 'apt-get purge: data stay'
apt purge wmo-etl
rm -rf "$root"/tmp/*
state > "$cache/after"
traces=$(diff "$cache/before" "$cache/after" | grep '^[<>]' |
  grep -vE '^> \./(srv|var/lib)/wmo-etl[ /]' || true)
[ -z "$traces" ] || fault "it leaves traces:
$traces"
packages | diff "$cache/packages-before" - || fault 'the package system still knows it'
inside find /var/lib/wmo-etl /srv/wmo-etl -nouser | grep . && fault 'data belong to nobody'
[ -s "$root$output/latest/manifest.json" ] || fault 'the runs are gone'
echo "$(wc -l < "$cache/before") files and folders are as before; left are data, now of root:"
inside ls -l /var/lib/wmo-etl "$output"
step 'no fault'
