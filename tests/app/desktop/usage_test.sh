#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Exit codes and words of the command line.
. "${BASH_SOURCE[0]%/*}/surroundings.sh"

"$1" --version | grep -q '^hubdesk [0-9]' || fail "--version"
"$1" --help | grep -q -- '--tour' || fail "--help"
status=0
"$1" --nonsense 2>"$scratch/err" || status=$?
[[ $status == 2 ]] || fail "an unknown option ends with $status"
grep -q nonsense "$scratch/err" || fail "the error does not name the option"
