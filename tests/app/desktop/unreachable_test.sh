#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A Hub that cannot be reached, a broken settings file and a folder that cannot be written are no reason not
# to start.
. "${BASH_SOURCE[0]%/*}/surroundings.sh"

mkdir -p "$HOME/.config/hubdesk"
head -c 5000 /dev/urandom >"$HOME/.config/hubdesk/hubdesk.ini"
"$1" --endpoint http://127.0.0.1:9 --self-test || fail "an unreachable Hub: ended with $?"
: >"$scratch/file"
HF_HOME=$scratch/file "$1" --endpoint http://127.0.0.1:9 --self-test --pane cache \
    || fail "a cache below a file: ended with $?"
# A tour that cannot write its pictures says so and fails.
if "$1" --demo --tour "$scratch/file/pictures" >"$scratch/out" 2>"$scratch/err"; then
    fail "a tour without a folder for its pictures ended with 0"
fi
grep -q 'file/pictures' "$scratch/err" || fail "the error does not name the folder: $(cat "$scratch/err")"
