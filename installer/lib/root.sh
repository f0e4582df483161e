# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The Debian 13 root: named by what is in it, made atomically, shared by all checkouts. Sourced.

# Raised when the way a root is made changes, so that old ones are not taken for new.
root_layout=2
root_megabytes=4000

# root_folder: the path of the root that belongs to this package list.
root_folder()
{
    local hash
    hash=$({ printf '%s %s %s\n' "$root_layout" "$debian_suite" "$(uname -m)"
        read_packages "$package_list" | sort -u; } | sha256sum | cut -c1-12)
    printf '%s/root-%s\n' "$(cache_folder)" "$hash"
}

# can_enter: whether this user may make the namespaces that a root needs.
can_enter()
{
    if ((EUID == 0)); then
        unshare --mount true 2>/dev/null && return
        die "this system lets not even root make a mount namespace (a container without CAP_SYS_ADMIN?)." \
            "Start the container with --privileged, or use one of Debian 13, where no root is needed."
    fi
    unshare --user --map-root-user --mount true 2>/dev/null && return
    local why=()
    if [[ $(sysctl -n kernel.apparmor_restrict_unprivileged_userns 2>/dev/null) == 1 ]]; then
        why=("Allow them: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0")
    elif [[ $(sysctl -n kernel.unprivileged_userns_clone 2>/dev/null) == 0 ]]; then
        why=("Allow them: sudo sysctl kernel.unprivileged_userns_clone=1")
    elif [[ $(sysctl -n user.max_user_namespaces 2>/dev/null) == 0 ]]; then
        why=("Allow them: sudo sysctl user.max_user_namespaces=10000")
    else
        why=("In a container, allow them in its security profile (--privileged).")
    fi
    die "this system does not let ordinary users make user namespaces, which the Debian 13 root needs." \
        "${why[@]}" "Or run the same command as root."
}

# need_source MIRROR: a clear word when there is no network, before anything is begun.
need_source()
{
    reachable "$1/dists/$debian_suite/InRelease" && return
    die "no network: $1/dists/$debian_suite/InRelease cannot be fetched." \
        "Check the network and the proxy settings of apt, or name another Debian mirror with" \
        "HUBDESK_MIRROR=http://mirror/debian"
}

# ensure_root: makes the root if it is missing and sets root_path.
ensure_root()
{
    package_list=${HUBDESK_PACKAGES_FILE:-$installer_dir/packages/debian}
    root_path=$(root_folder)
    [[ ! -e $root_path/etc/hubdesk-root ]] || return 0
    make_folder "$(cache_folder)"
    exec {root_lock}>"$root_path.lock"
    if ! flock --nonblock "$root_lock"; then
        say "[1/3] Another set-up is making the Debian 13 root; waiting for it"
        flock "$root_lock"
    fi
    if [[ ! -e $root_path/etc/hubdesk-root ]]; then
        make_root
    fi
    exec {root_lock}>&-
}

make_root()
{
    local started=$SECONDS new=$root_path.new mirror keyring
    # We hold the lock, so whatever is half-made belongs to a set-up that died.
    remove_tree "$new"
    can_enter
    need_space "$(cache_folder)" "$root_megabytes" "the Debian 13 root"
    say "[1/3] Making the Debian 13 root in $(short_path "$root_path") (once; a minute or two)"
    mirror=$(debian_mirror)
    need_source "$mirror"
    keyring=$(debian_keyring) || exit 1
    find_mmdebstrap
    detail "packages from $mirror"
    # Ours to remove when something goes wrong; a kill -9 leaves it to the next set-up.
    trap 'remove_tree "$root_path.new"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    run_mmdebstrap "$mirror" "$keyring" "$new" || explain_failure "$root_path.log"
    finish_root "$new"
    mv -T -- "$new" "$root_path"
    trap - EXIT HUP INT TERM
    rm -f -- "$root_path.log"
    detail "done in $(seconds_since "$started"), $(du -sm -- "$root_path" | cut -f1) MB"
}

# run_mmdebstrap MIRROR KEYRING TARGET: in namespaces of its own, so that a death of ours ends it all
# and no mount is left behind.
run_mmdebstrap()
{
    local mirror=$1 keyring=$2 target=$3 security option names pid
    local enter=(setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child)
    local options=(--mode=root --variant=apt --format=directory --skip=cleanup/reproducible)
    ((EUID == 0)) || enter+=(--user --map-root-user perl "$installer_dir/lib/pretend-root.pl")
    # /dev, /proc and /sys come from the host: a user namespace may not make them.
    options+=(--skip=chroot/mount "--extract-hook=sh $(printf %q "$installer_dir/lib/extract-hook.sh") \"\$1\"")
    options+=('--aptopt=APT::Sandbox::User "root"')
    while IFS= read -r option; do
        options+=("--aptopt=$option")
    done < <(apt_transport_options)
    names=$(read_packages "$package_list" | paste -sd,)
    local sources=("deb [signed-by=$keyring] $mirror $debian_suite main"
        "deb [signed-by=$keyring] $mirror $debian_suite-updates main")
    security=$(debian_security_mirror)
    if [[ -n $security ]] && reachable "$security/dists/$debian_suite-security/InRelease"; then
        sources+=("deb [signed-by=$keyring] $security $debian_suite-security main")
    fi
    (
        # The lock is inherited on purpose: after a kill -9 of ours the next set-up waits until this is gone.
        umask 022
        exec env --unset=TMPDIR DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH="$PATH:/usr/sbin:/sbin" \
            "${enter[@]}" "${mmdebstrap_command[@]}" "${options[@]}" "--include=mount,$names" \
            "$debian_suite" "$target" "${sources[@]}"
    ) >"$root_path.log" 2>&1 </dev/null &
    pid=$!
    follow_log "$root_path.log" "$pid"
    wait "$pid"
}

# follow_log FILE PID: shows mmdebstrap's steps while it works.
follow_log()
{
    local file=$1 pid=$2 shown=0 lines line
    while kill -0 "$pid" 2>/dev/null; do
        mapfile -t lines < <(grep -a -E '^I: (running apt-get update|downloading|extracting|installing)' -- "$file" || true)
        for line in "${lines[@]:shown}"; do
            detail "${line#I: }"
        done
        shown=${#lines[@]}
        sleep 0.3
    done
}

# explain_failure LOG: what went wrong, in one sentence where it is known.
explain_failure()
{
    local log=$1 keep
    keep=$(cache_folder)/root-failed.log
    mv -f -- "$log" "$keep"
    grep -a -E '^(E:|W:|.*[Ee]rror)' -- "$keep" | tail -n 5 >&2 || true
    if grep -q -a -i 'No space left' -- "$keep"; then
        die "the disk of $(cache_folder) is full." "Free some space and start again (log: $keep)."
    elif grep -q -a -E 'NO_PUBKEY|is not signed|EXPKEYSIG' -- "$keep"; then
        die "Debian's keys on this machine are too old for Debian 13." \
            "Update them: sudo apt-get install --only-upgrade debian-archive-keyring (log: $keep)"
    elif grep -q -a -E 'Could not resolve|Failed to fetch|Unable to connect|Could not connect|Temporary failure' -- "$keep"; then
        die "the network or the package source failed while packages were fetched." \
            "Start again; or name another mirror with HUBDESK_MIRROR (log: $keep)."
    fi
    die "the Debian 13 root could not be made." "The log says why: $keep"
}

# finish_root ROOT: places for what the host lends, and the mark by which a finished root is known.
finish_root()
{
    local root=$1 file
    rm -f -- "$root"/etc/apt/apt.conf.d/99mmdebstrap "$root"/dev/{null,zero,full,random,urandom,tty}
    mkdir -p -- "$root"/{home,root,tmp,var/tmp,mnt,media,srv,run,opt,proc,sys,dev,etc/ssl/certs,.host}
    for file in resolv.conf hosts hostname passwd group localtime timezone machine-id; do
        # A plain file to mount the host's over; of a link the mount would hit the target.
        [[ ! -L $root/etc/$file ]] || rm -- "$root/etc/$file"
        [[ -e $root/etc/$file ]] || : >"$root/etc/$file"
    done
    date -u '+%Y-%m-%dT%H:%M:%SZ' >"$root/etc/hubdesk-root"
}

# remove_tree DIR: deletes a root; other file systems are never entered.
remove_tree()
{
    [[ -e $1 ]] || return 0
    [[ $1 == */hubdesk/root-* ]] || die "refusing to delete $1: it is no root of Hubdesk's."
    find "$1" -xdev -type d ! -perm -u+rwx -exec chmod u+rwx {} + 2>/dev/null || true
    rm -rf --one-file-system -- "$1" || die "cannot delete $1." "Delete it by hand as the user who made it."
}
