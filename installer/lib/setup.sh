# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The set-up that all commands share: after it, build/root says where programs run. Sourced.

library=$(dirname -- "${BASH_SOURCE[0]}")
# shellcheck source=common.sh
. "$library/common.sh"
# shellcheck source=system.sh
. "$library/system.sh"
# shellcheck source=packages.sh
. "$library/packages.sh"
# shellcheck source=source.sh
. "$library/source.sh"
# shellcheck source=borrow.sh
. "$library/borrow.sh"
# shellcheck source=root.sh
. "$library/root.sh"
# shellcheck source=build.sh
. "$library/build.sh"

# ensure_system: packages or root, whichever this machine needs; writes build/root ("/" is this system).
ensure_system()
{
    local kind
    kind=$(detect_system) || exit 1
    # Inside the root everything is there, and the pointer names what is outside.
    if [[ $kind == inside ]]; then
        system_name="inside the Debian 13 root"
        return
    fi
    make_folder "$checkout_dir/build"
    if [[ $kind == root ]]; then
        ensure_root
        write_pointer "$root_path"
        system_name="Debian 13 root $(short_path "$root_path")"
    else
        install_packages "$kind"
        write_pointer /
        system_name="packages of $(os_value PRETTY_NAME)"
    fi
}

# write_pointer PATH: replaces build/root in one step, since programs may be reading it.
write_pointer()
{
    [[ $(cat -- "$root_pointer" 2>/dev/null) != "$1" ]] || return 0
    printf '%s\n' "$1" >"$root_pointer.$$"
    mv -f -- "$root_pointer.$$" "$root_pointer"
}
