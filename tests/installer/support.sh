# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the tests of the installer share. Sourced; the first argument of every test is the checkout.

checkout=$(cd -- "$1" && pwd -P)
scratch=$(mktemp -d "${TMPDIR:-/tmp}/hubdesk-installer-test.XXXXXX")
scratch=$(readlink -f -- "$scratch")
failures=0
checks=0
trap 'rm -rf -- "$scratch"' EXIT

# is WHAT GOT WANTED
is()
{
    checks=$((checks + 1))
    if [[ $2 != "$3" ]]; then
        failures=$((failures + 1))
        printf 'FAIL %s\n  got:    %q\n  wanted: %q\n' "$1" "$2" "$3"
    fi
}

# holds WHAT COMMAND...: passes if the command succeeds.
holds()
{
    local what=$1
    shift
    checks=$((checks + 1))
    if ! "$@"; then
        failures=$((failures + 1))
        printf 'FAIL %s: %s\n' "$what" "$*"
    fi
}

# until_true COMMAND...: waits up to ten seconds for a command to succeed.
until_true()
{
    local try
    for ((try = 0; try < 200; ++try)); do
        ! "$@" || return 0
        sleep 0.05
    done
    return 1
}

gone()
{
    ! kill -0 "$1" 2>/dev/null
}

# fake_command NAME: makes an executable of standard input, found before all others.
fake_command()
{
    mkdir -p -- "$scratch/bin"
    { echo '#!/usr/bin/env bash'; cat; } >"$scratch/bin/$1"
    chmod +x -- "$scratch/bin/$1"
    PATH=$scratch/bin:${PATH#"$scratch/bin:"}
    hash -r
}

finish()
{
    printf '%s checks, %s failures\n' "$checks" "$failures"
    ((checks > 0 && failures == 0))
    exit
}
