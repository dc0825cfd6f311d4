#!/usr/bin/env bash
# build-deb.sh BINARY FOLDER: the Debian package of a binary, FOLDER/wmo-etl_VERSION_ARCH.deb.
#
# The same binary and commit give the same bytes. Prints the path of the package.
set -euo pipefail
umask 022
binary=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
cd "$(dirname "$0")/.."

if ldd "$binary" | grep -q 'libswiftCore'; then
  echo "$1 needs the Swift toolchain, which no package has; build it with --static-swift-stdlib" >&2
  exit 1
fi

version=$("$binary" --version)
architecture=$(dpkg --print-architecture)
maintainer='wmo-etl <wmo-etl@example.nl>'
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root
documents=$root/usr/share/doc/wmo-etl

packaging/install.sh "$binary" "$root" /usr share/zsh/vendor-completions
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/usr/bin/wmo-etl"
install -D -m 0644 -t "$root/lib/systemd/system" packaging/wmo-etl@.service packaging/wmo-etl@.timer
install -D -m 0644 -t "$root/etc/wmo-etl" packaging/voorbeeld.toml packaging/voorbeeld.env
install -D -m 0644 packaging/lintian-overrides "$root/usr/share/lintian/overrides/wmo-etl"
install -D -m 0644 -t "$documents" README.md GLOSSARY.md CHANGELOG.md docs/*.md

# The text of a licence that Debian does not have, as copyright files have it.
{
  cat packaging/copyright
  printf '\nLicense: EUPL-1.2\n'
  sed -e 's/\r$//' -e 's/[ \t]*$//' -e 's/^$/./' -e 's/^/ /' LICENSE
} > "$documents/copyright"
{
  printf 'wmo-etl (%s) unstable; urgency=medium\n\n' "$version"
  printf '  * What changed stands in CHANGELOG.md, beside this file.\n\n'
  printf ' -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} > "$documents/changelog"
gzip -9n "$documents/changelog" "$documents/CHANGELOG.md"

# dpkg-shlibdeps asks for a source package.
mkdir "$work/debian" "$root/DEBIAN"
printf 'Source: wmo-etl\n\nPackage: wmo-etl\nArchitecture: any\n' > "$work/debian/control"
libraries=$(cd "$work" && dpkg-shlibdeps -O root/usr/bin/wmo-etl | sed -n 's/^shlibs:Depends=//p')
size=$(find "$root" -path "$root/DEBIAN" -prune -o -type f -printf '%s\n' -o -printf '1024\n' |
  awk '{ sum += int(($1 + 1023) / 1024) } END { print sum }')
cat > "$root/DEBIAN/control" <<CONTROL
Package: wmo-etl
Version: $version
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $size
Depends: adduser, $libraries
Suggests: weasyprint
Section: misc
Priority: optional
Description: use and cost tables of social support (Wmo) for Dutch municipalities
 Reads the invoicing records of a municipality, checks every line against the
 national iWmo rules and publishes tables that reconcile to the cent, as CSV,
 JSON, a workbook and an annex for the council.
 .
 With systemd units that do so every night, without network or privileges.
CONTROL
(cd "$root" && find etc -type f | LC_ALL=C sort | sed 's|^|/|' > DEBIAN/conffiles)
(cd "$root" && find lib usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
install -m 0755 -t "$root/DEBIAN" packaging/postinst packaging/prerm packaging/postrm

# One thread: the bytes of xz depend on their number.
package=$folder/wmo-etl_${version}_$architecture.deb
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --threads-max=1 --build "$root" "$package" > /dev/null
echo "$package"
