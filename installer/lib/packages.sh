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

# as_root COMMAND...: runs it with the rights to install, or says which command to type.
as_root()
{
    if ((EUID == 0)); then
        "$@"
    elif have sudo && sudo -n true 2>/dev/null; then
        sudo -n -- "$@"
    elif have sudo && [[ -t 0 && -z ${CI:-} ]]; then
        detail "sudo $*"
        sudo -- "$@"
    else
        die "packages are missing and this user may not install them." \
            "Run this once as an administrator, then start again:" \
            "    sudo $*"
    fi
}

# install_packages KIND: installs what of installer/packages/<list> is missing; silent when nothing is.
install_packages()
{
    local kind=$1 list missing=() wanted=()
    case $kind in
        apt) list=$installer_dir/packages/debian ;;
        dnf) list=$installer_dir/packages/fedora ;;
        pacman) list=$installer_dir/packages/arch ;;
    esac
    mapfile -t wanted < <(read_packages "${HUBDESK_PACKAGES_FILE:-$list}")
    mapfile -t missing < <("missing_$kind" "${wanted[@]}")
    ((${#missing[@]} > 0)) || return 0
    say "[1/3] Installing ${#missing[@]} missing packages"
    local started=$SECONDS
    case $kind in
        apt) install_apt "${missing[@]}" ;;
        dnf) as_root dnf install -y "${missing[@]}" >&2 ;;
        pacman) as_root pacman -S --needed --noconfirm "${missing[@]}" >&2 ;;
    esac || die "the packages could not be installed; what the package manager said is above." \
        "Without network, packages that are not on this machine cannot be had."
    detail "done in $(seconds_since "$started")"
}

install_apt()
{
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@")
    # Lists that are there are tried first: fetching them again costs more than the packages.
    if ! apt-get install -s --no-install-recommends "$@" >/dev/null 2>&1; then
        as_root apt-get update -qq >&2
    fi
    as_root "${install[@]}" >&2 && return
    # Old lists name versions that the archive no longer has.
    as_root apt-get update -qq >&2
    as_root "${install[@]}" >&2
}
