# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Debian packages that are used without being installed: fetched with apt, unpacked in the cache. Sourced.

# private_apt COMMAND...: apt-get with package lists of its own, so that an ordinary user can have fresh ones.
private_apt()
{
    local state
    state=$(cache_folder)/apt
    mkdir -p -- "$state/lists/partial" "$state/archives/partial"
    apt-get -qq -o Dir::State::Lists="$state/lists" -o Dir::Cache="$state" -o Dir::Cache::Archives="$state/archives" \
        -o Debug::NoLocking=true -o APT::Sandbox::User="$(id -un)" "$@"
}

# download_package NAME: fetches the .deb into the current folder; the machine's own lists first.
download_package()
{
    apt-get download -qq -o APT::Sandbox::User="$(id -un)" "$1" >/dev/null 2>&1 && return
    private_apt download "$1" >/dev/null 2>&1 && return
    private_apt update >/dev/null 2>&1 && private_apt download "$1" >/dev/null 2>&1
}

# unpacked_package NAME...: prints the folder in the cache into which the packages were unpacked.
unpacked_package()
{
    local folder work name
    folder=$(cache_folder)/tools/$1
    if [[ ! -d $folder ]]; then
        make_folder "$(cache_folder)/tools"
        work=$(mktemp -d "$(cache_folder)/tools/new.XXXXXX")
        for name in "$@"; do
            if ! (cd -- "$work" && download_package "$name"); then
                rm -rf -- "$work"
                die "the package $name cannot be fetched from this machine's package source." \
                    "Check the network and 'apt-get update', or install it: sudo apt-get install $name"
            fi
        done
        mkdir -- "$work/unpacked"
        for name in "$work"/*.deb; do
            dpkg -x "$name" "$work/unpacked"
        done
        # Another set-up may have been faster; what it made is as good.
        mv -T -- "$work/unpacked" "$folder" 2>/dev/null || true
        rm -rf -- "$work"
    fi
    printf '%s\n' "$folder"
}

# find_mmdebstrap: sets mmdebstrap_command, an array that runs mmdebstrap, installed or borrowed.
find_mmdebstrap()
{
    local folder version modules
    if have mmdebstrap; then
        mmdebstrap_command=(mmdebstrap)
        return
    fi
    folder=$(unpacked_package mmdebstrap) || exit 1
    mmdebstrap_command=(perl "$folder/usr/bin/mmdebstrap")
    "${mmdebstrap_command[@]}" --version >/dev/null 2>&1 && return
    # A minimal system has perl-base only; the modules of the same version are borrowed too.
    # shellcheck disable=SC2016
    version=$(perl -e 'printf "%vd", $^V' | cut -d. -f1,2)
    modules=$(unpacked_package "perl-modules-$version" "libperl$version") || exit 1
    modules=$(find "$modules/usr/share/perl" "$modules"/usr/lib/*/perl -mindepth 1 -maxdepth 1 -type d | paste -sd:)
    mmdebstrap_command=(env "PERL5LIB=$modules" "${mmdebstrap_command[@]}")
    "${mmdebstrap_command[@]}" --version >/dev/null \
        || die "mmdebstrap does not run on this machine." "Install it: sudo apt-get install mmdebstrap"
}
