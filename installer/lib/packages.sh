# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Packages of this system, for systems that have Qt 6.8 and KDE Frameworks 6. Sourced.

# read_packages FILE: the package names of a list, one a line, comments left out.
read_packages()
{
    sed -e 's/#.*//' -- "$1" | tr -s '[:space:]' '\n' | sed '/^$/d'
}

missing_apt()
{
    local package
    for package in "$@"; do
        [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] \
            || printf '%s\n' "$package"
    done
}

# The name may be provided by another package (on Fedora often so), hence --whatprovides.
missing_dnf()
{
    local package
    for package in "$@"; do
        rpm -q --whatprovides -- "$package" >/dev/null 2>&1 || printf '%s\n' "$package"
    done
}

missing_pacman()
{
    # pacman -T prints what is not satisfied and then fails; that is its answer, not an error.
    pacman -T -- "$@" || true
}

# need_rights COMMAND: stops, naming the command to type, where this user may not install packages.
need_rights()
{
    if ((EUID == 0)); then
        administrator=()
    elif have sudo && sudo -n true 2>/dev/null; then
        administrator=(sudo -n)
    elif have sudo && [[ -t 0 && -z ${CI:-} ]]; then
        detail "your password is asked for: sudo $1"
        administrator=(sudo)
    else
        die "packages are missing and this user may not install them." \
            "Run this once as an administrator, then start again:" "    sudo $1"
    fi
}

# install_packages KIND: installs what of installer/packages/<list> is missing; silent when nothing is.
install_packages()
{
    local kind=$1 list command log started=$SECONDS missing=() wanted=()
    case $kind in
        apt) list=$installer_dir/packages/debian command='apt-get install -y --no-install-recommends' ;;
        dnf) list=$installer_dir/packages/fedora command='dnf install -y' ;;
        pacman) list=$installer_dir/packages/arch command='pacman -S --needed --noconfirm' ;;
    esac
    mapfile -t wanted < <(read_packages "${HUBDESK_PACKAGES_FILE:-$list}")
    mapfile -t missing < <("missing_$kind" "${wanted[@]}")
    ((${#missing[@]} > 0)) || return 0
    say "[1/3] Installing ${#missing[@]} missing packages (once; a few minutes)"
    need_rights "$command ${missing[*]}"
    log=$checkout_dir/build/packages.log
    if [[ $kind == apt ]]; then
        install_apt "${missing[@]}"
    else
        # shellcheck disable=SC2086 # several words on purpose
        "${administrator[@]}" $command "${missing[@]}"
    fi >"$log" 2>&1 || {
        tail -n 15 -- "$log" >&2
        die "the packages could not be installed; the package manager's last words are above." \
            "Without network, packages that are not on this machine cannot be had (all of its output: $log)."
    }
    detail "done in $(seconds_since "$started")"
}

install_apt()
{
    local update=("${administrator[@]}" apt-get update -q)
    local install=("${administrator[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends
        -o Dpkg::Use-Pty=0 "$@")
    # Lists that are there are tried first: fetching them again takes longer than finding out.
    if apt-get install -s --no-install-recommends "$@" >/dev/null 2>&1 && "${install[@]}"; then
        return
    fi
    # There are none, or they name versions that the archive no longer has.
    "${update[@]}" && "${install[@]}"
}
