#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# enter.sh ROOT CHECKOUT WORKDIR PROGRAM [ARGS...]
# Second link of installer/exec: runs in a mount namespace of its own, puts the host's folders over the
# root's, makes the root the file system and becomes the program.
set -euo pipefail

root=$1
checkout=$2
work=$3
shift 3
shown_folder=${PWD-}
last_folder=${OLDPWD-}

fail()
{
    printf 'error: %s\n' "$*" >&2
    exit 125
}

# lend PATH: shows a file or folder of the host at the same place inside.
# Recursive, because a user namespace may not uncover what lies under a mount.
lend()
{
    local path=$1
    [[ -e $path ]] || return 0
    if [[ -d $path ]]; then
        [[ -d $root$path ]] || mkdir -p -- "$root$path"
    elif [[ ! -e $root$path ]]; then
        mkdir -p -- "$root${path%/*}"
        : >"$root$path"
    fi
    mount --no-mtab --rbind -- "$path" "$root$path" || fail "cannot show $path inside the Debian 13 root"
}

# Whether a folder belongs to the system, so that the root's own has to be seen there.
is_system()
{
    case $1 in
        / | /usr | /usr/local | /var | /var/lib | /var/cache) return 0 ;;
        /usr/local/src/* | /usr/local/share/ca-certificates | /usr/src/*) return 1 ;;
        /usr/* | /etc | /etc/* | /bin | /bin/* | /sbin | /sbin/* | /lib* | /boot | /boot/*) return 0 ;;
        /var/lib/dpkg* | /var/lib/apt* | /var/cache/apt* | /var/cache/fontconfig*) return 0 ;;
        *) return 1 ;;
    esac
}

# A mount point of its own is what pivot_root asks for.
mount --no-mtab --rbind -- "$root" "$root" || fail "cannot mount the Debian 13 root $root"

lent=()
for folder in /*/; do
    folder=${folder%/}
    case $folder in
        /usr | /etc | /var | /bin | /sbin | /lib* | /boot | /lost+found | /.host) continue ;;
    esac
    lend "$folder"
    lent+=("$folder")
done
lend /var/tmp
lent+=(/var/tmp)

# Home folders and checkouts may lie elsewhere, e.g. /var/lib/jenkins.
for folder in "$checkout" "$work" "${HOME:-}" "${TMPDIR:-}" "${XDG_CACHE_HOME:-}" "${XDG_RUNTIME_DIR:-}" "${HF_HOME:-}"; do
    [[ $folder == /* && -d $folder ]] || continue
    folder=$(readlink -f -- "$folder")
    for place in "${lent[@]}"; do
        [[ $folder/ != "$place"/* ]] || continue 2
    done
    is_system "$folder" && continue
    lend "$folder"
    lent+=("$folder")
done

for file in /etc/resolv.conf /etc/hosts /etc/hostname /etc/passwd /etc/group /etc/localtime /etc/timezone \
    /etc/machine-id /usr/lib/locale/locale-archive /etc/ssl/certs /usr/share/ca-certificates /usr/local/share/ca-certificates; do
    lend "$file"
done

cd -- "$root"
pivot=$(PATH=$PATH:/usr/sbin:/sbin type -P pivot_root)
if "$pivot" . .host 2>/dev/null; then
    # From here on this shell sees the root; the host's own tree is let go.
    /usr/bin/umount --no-mtab --lazy /.host || fail "cannot let go of the host's file system"
    leave=()
else
    # An initramfs as root cannot be pivoted.
    leave=(chroot "$root" /usr/bin/env --chdir="$work" --)
fi

if ((${#leave[@]} == 0)); then
    if ! cd -- "$work" 2>/dev/null; then
        fail "the working folder $work does not exist inside the Debian 13 root"
    fi
    # The caller's own spelling of the folder, which may lead through links.
    [[ ! $shown_folder -ef . ]] || PWD=$shown_folder
fi
OLDPWD=$last_folder
[[ -n $last_folder ]] || unset -v OLDPWD
# A bare name is looked for in the root before the caller's PATH, which may name programs made for the host.
if [[ $1 != */* ]]; then
    hash -r
    found=$(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:${PATH:-} type -P -- "$1") || found=$1
    set -- "$found" "${@:2}"
fi
if ((EUID != 0)); then
    exec "${leave[@]}" /usr/bin/setpriv --inh-caps=-all --ambient-caps=-all -- "$@"
fi
exec "${leave[@]}" "$@"
