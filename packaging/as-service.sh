#!/usr/bin/env bash
# as-service.sh ROOT INSTANCE [COMMAND…]: runs wmo-etl@INSTANCE of an installed root as systemd
# would, where there is no systemd; or another command in the same sandbox.
#
# User, command, environment, paths and system calls are those of the unit file. What is a yes or no
# in it is done here one by one, and asked for at the beginning. PrivateUsers and MemoryMax are left
# out. Denied system calls are named in the file TRACE of the environment. Needs root, and strace in
# ROOT.
set -euo pipefail
root=$(realpath "$1") instance=$2
unit=$root/lib/systemd/system/wmo-etl@.service
if [ -z "${AS_SERVICE:-}" ]; then
  export AS_SERVICE=1
  exec unshare --mount --net --ipc --uts --pid --fork --kill-child --propagation private "$0" "$@"
fi
shift 2

for setting in ProtectSystem=strict ProtectHome=yes PrivateTmp=yes PrivateDevices=yes \
  PrivateNetwork=yes ProtectProc=invisible ProcSubset=pid ProtectKernelTunables=yes \
  CapabilityBoundingSet= NoNewPrivileges=yes MemoryDenyWriteExecute=yes \
  RestrictAddressFamilies=none RestrictNamespaces=yes LockPersonality=yes; do
  grep -qx "$setting" "$unit" || { echo "the unit does not say $setting" >&2; exit 70; }
done

values() { # KEY: what the unit gives it, a line each
  sed -n "s/^$1=//p" "$unit" | sed "s/%i/$instance/g"
}
user=$(values User)
declare -A variables
for word in $(values Environment); do variables[${word%%=*}]=${word#*=}; done
for file in $(values EnvironmentFile); do
  while IFS='=' read -r name value; do
    [[ $name == [A-Z]* ]] && variables[$name]=$value
  done < "$root${file#-}"
done

# Everything is read-only but the folder of the state, which the service manager makes.
mount --bind "$root" "$root"
state=/var/lib/$(values StateDirectory)
[ -d "$root${state%/*}" ] || mkdir "$root${state%/*}"
chroot "$root" install -d -o "$user" -g "$(values Group)" -m "$(values StateDirectoryMode)" "$state"
for path in "$state" $(values ReadWritePaths); do
  [ ! -e "$root${path#-}" ] || mount --bind "$root${path#-}" "$root${path#-}"
done
mount -o remount,bind,ro,nosuid "$root"
for path in /tmp /var/tmp; do mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$root$path"; done
for path in /home /root; do mount -t tmpfs -o mode=000,ro tmpfs "$root$path"; done
mount -t tmpfs -o mode=755,nosuid tmpfs "$root/dev"
for device in null zero full random urandom tty; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mount -t proc -o nosuid,nodev,noexec,hidepid=invisible,subset=pid proc "$root/proc"
mount -t sysfs -o ro,nosuid,nodev,noexec sysfs "$root/sys"

members() { # SET: the system calls of one of systemd's sets, those within it unfolded
  systemd-analyze --no-pager syscall-filter "$1" | sed -nE 's/^ +([@a-z0-9_-]+)$/\1/p' |
    while read -r name; do
      if [[ $name == @* ]]; then members "$name"; else echo "$name"; fi
    done | sort -u
}
allowed=$(members "$(values SystemCallFilter | grep -v '^~')")
for set in $(values SystemCallFilter | sed -n 's/^~//p'); do
  allowed=$(comm -23 <(echo "$allowed") <(members "$set"))
done
denied=$({
  comm -23 <(members @known) <(echo "$allowed")
  printf '%s\n' personality setns unshare
} | sort -u | sed 's/^/?/' | paste -sd,)

if [ $# -eq 0 ]; then
  for word in $(values ExecStart); do
    if [[ $word =~ ^\$\{([A-Z]+)\}$ ]]; then
      set -- "$@" "${variables[${BASH_REMATCH[1]}]}"
    elif [[ $word =~ ^\$([A-Z]+)$ ]]; then
      read -ra words <<< "${variables[${BASH_REMATCH[1]}]}"
      set -- "$@" "${words[@]}"
    else
      set -- "$@" "$word"
    fi
  done
fi
environment=(PATH=/usr/bin:/bin LANG=C.UTF-8 HOME=/nonexistent USER="$user" LOGNAME="$user")
for name in "${!variables[@]}"; do environment+=("$name=${variables[$name]}"); done

exec 3> "${TRACE:=/dev/null}"
# The user opens it once more.
[ "$TRACE" = /dev/null ] || chmod a+w "$TRACE"
umask "$(values UMask)"
exec chroot "$root" setpriv --reuid "$user" --regid "$(values Group)" --init-groups \
  --inh-caps=-all --ambient-caps=-all --bounding-set=-all --no-new-privs \
  env -i "${environment[@]}" \
  strace -f -qq --seccomp-bpf -o /proc/self/fd/3 \
  -e trace="$denied,socket,mmap,mprotect,pkey_mprotect,shmat" \
  -e inject="$denied:error=EPERM" -e inject=socket:error=EAFNOSUPPORT "$@"
