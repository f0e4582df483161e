# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by the commands in installer/: paths, messages, small checks. Sourced, never run.

installer_dir=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
checkout_dir=$(dirname -- "$installer_dir")
root_pointer="$checkout_dir/build/root"

# Talk goes to standard error: standard output belongs to the program that is run.
say()
{
    printf '%s\n' "$*" >&2
}

detail()
{
    printf '      %s\n' "$*" >&2
}

# die WHAT [WHAT TO DO]...: one sentence about what is wrong, then what helps.
die()
{
    printf 'error: %s\n' "$1" >&2
    shift
    local line
    for line in "$@"; do
        printf '       %s\n' "$line" >&2
    done
    exit 1
}

have()
{
    command -v -- "$1" >/dev/null 2>&1
}

# The folder of everything that Hubdesk's set-up keeps for this user: roots, tools, compiler cache.
cache_folder()
{
    if [[ -n ${XDG_CACHE_HOME:-} && $XDG_CACHE_HOME == /* ]]; then
        printf '%s/hubdesk\n' "$XDG_CACHE_HOME"
    elif [[ -n ${HOME:-} ]]; then
        printf '%s/.cache/hubdesk\n' "$HOME"
    else
        die "neither HOME nor XDG_CACHE_HOME is set, so there is no cache folder to work in." \
            "Set HOME to your home folder and start again."
    fi
}

# make_folder DIR: like mkdir -p, with an error that says what to do.
make_folder()
{
    local error
    if ! error=$(mkdir -p -- "$1" 2>&1); then
        local help="Make it writable for this user."
        [[ $1 == "$checkout_dir"/* ]] || help="Make it writable, or choose another place with XDG_CACHE_HOME=/some/folder."
        die "cannot create the folder $1 (${error##*: })." "$help"
    fi
}

# need_space DIR MEGABYTES WHAT: stops when the file system of DIR has less room than WHAT takes.
need_space()
{
    local free
    free=$(df -Pk -- "$1" | awk 'NR == 2 { print int($4 / 1024) }')
    if ((free < $2)); then
        die "not enough space for $3: $1 has $free MB free, $2 MB are needed." \
            "Free some space, or choose another disk with XDG_CACHE_HOME=/some/folder."
    fi
}

seconds_since()
{
    printf '%d s' "$((SECONDS - $1))"
}

# short_path PATH: the path as a person writes it, with ~ for the home folder.
short_path()
{
    if [[ -n ${HOME:-} && $HOME != / && $1 == "$HOME"/* ]]; then
        printf '%s/%s' '~' "${1#"$HOME"/}"
    else
        printf '%s' "$1"
    fi
}

# True inside a Hubdesk root: everything that was set up outside is already around us.
inside_root()
{
    [[ -e /etc/hubdesk-root ]]
}
