#!/usr/bin/env bash
# install.sh BINARY ROOT PREFIX [ZSH]: the program, its manual pages and its completions.
#
# ROOT is empty, or a folder that stands for /; ZSH is the folder, below PREFIX, where zsh looks for
# completions. Needs python3, for the manual pages.
set -euo pipefail
binary=$(realpath "$1") root=$2 prefix=$3 zsh=${4:-share/zsh/site-functions}
cd "$(dirname "$0")/.."
target=$root$prefix

install -D -m 0755 "$binary" "$target/bin/wmo-etl"

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
VERSION=$("$binary" --version)
export VERSION SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
"$binary" --experimental-dump-help | python3 packaging/manual.py "$pages"
cp packaging/wmo-etl.toml.5 "$pages"
gzip -9n "$pages"/*
install -D -m 0644 -t "$target/share/man/man1" "$pages"/*.1.gz
install -D -m 0644 -t "$target/share/man/man5" "$pages"/*.5.gz

complete() { # SHELL FILE
  install -D -m 0644 /dev/null "$target/$2"
  # It is read, and not run.
  "$binary" --generate-completion-script "$1" | sed '1{/^#!/d}' > "$target/$2"
}
complete bash share/bash-completion/completions/wmo-etl
complete zsh "$zsh/_wmo-etl"
complete fish share/fish/vendor_completions.d/wmo-etl.fish
