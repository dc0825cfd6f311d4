#!/usr/bin/env bash
# check-package.sh PACKAGE: what can be told of the Debian package without installing it.
#
# lintian without errors, units that systemd understands and keeps tight, completions that their
# shells read, manual pages without a warning. Prints what it found, and ends with 1 at a fault.
set -euo pipefail
package=$(realpath "$1")
# What `systemd-analyze security` may give at most; 0 is the tightest, 10 the widest.
limit=2.0
export LC_ALL=C.UTF-8

root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
dpkg-deb -x "$package" "$root"
faults=0
fault() {
  echo "FAULT: $*" >&2
  faults=$((faults + 1))
}

echo "== lintian $(dpkg-deb -f "$package" Package Version | xargs)"
lintian --allow-root --fail-on error --tag-display-limit 0 "$package" ||
  fault 'lintian found an error'

echo '== completions'
data=$root/usr/share
bash -n "$data/bash-completion/completions/wmo-etl" || fault 'bash cannot read its completion'
zsh -n "$data/zsh/vendor-completions/_wmo-etl" || fault 'zsh cannot read its completion'
fish -n "$data/fish/vendor_completions.d/wmo-etl.fish" || fault 'fish cannot read its completion'
offered=$(fish --no-config -c "source '$data/fish/vendor_completions.d/wmo-etl.fish'
  complete --do-complete 'wmo-etl ru'" | cut -f 1 | xargs)
echo "fish offers for 'wmo-etl ru': $offered"
[[ " $offered " == *' run '* ]] || fault 'fish does not offer run'

echo '== manual pages'
for page in "$data"/man/man*/*.gz; do
  name=$(basename "$page" .gz)
  told=$(zcat "$page" | groff -mandoc -ww -Tutf8 -z 2>&1
    MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 > /dev/null)
  [ -z "$told" ] || fault "$name: $told"
done
echo "$(find "$data"/man -name '*.gz' | wc -l) pages"
named=$(zgrep -ho '^\.Xr wmo[^ ]* [15]' "$data"/man/man*/*.gz | sed 's/\\-/-/g; s/^.Xr //; s/ /./')
for name in $(sort -u <<< "$named"); do
  [ -e "$data/man/man${name##*.}/$name.gz" ] || fault "a page refers to $name, which is none"
done

echo '== systemd-analyze verify'
# The program is looked for where the unit has it, which is not installed here.
units=$root/units
mkdir "$units"
sed "s|^ExecStart=/usr/bin/wmo-etl|ExecStart=$root/usr/bin/wmo-etl|" \
  "$root/lib/systemd/system/wmo-etl@.service" > "$units/wmo-etl@.service"
cp "$root/lib/systemd/system/wmo-etl@.timer" "$units"
# A user that is made at installation is not asked for, but everything else is.
told=$(MANPATH=$data/man systemd-analyze verify "$units"/wmo-etl@.{service,timer} 2>&1) ||
  fault 'systemd does not take a unit'
[ -z "$told" ] || fault "$told"
echo "$(find "$units" -type f | wc -l) units"

echo '== systemd-analyze security'
told=$(systemd-analyze security --offline=true --no-pager "$units/wmo-etl@.service" 2>&1) ||
  fault "$told"
echo "$told" | grep 'exposure level' || fault 'systemd gives no figure'
figure=$(echo "$told" | sed -nE 's/.*exposure level for [^:]*: ([0-9.]+) .*/\1/p')
awk -v figure="$figure" -v limit="$limit" 'BEGIN { exit !(figure != "" && figure <= limit) }' ||
  fault "the unit is open to $figure, of at most $limit"

[ "$faults" -eq 0 ] || exit 1
echo 'no fault'
