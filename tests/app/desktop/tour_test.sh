#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The main job in the real window against a real Local Hub; the program itself compares the files.
. "${BASH_SOURCE[0]%/*}/surroundings.sh"

pictures=$scratch/pictures
"$1" --demo --tour "$pictures" >"$scratch/printed" || fail "the tour ended with $?"
find "$pictures" -name '*.png' | sort >"$scratch/there"
sort "$scratch/printed" | diff - "$scratch/there" || fail "other pictures were printed than were made"
for step in 01-search 02-repo 03-files 04-download 05-transfers 06-cache 07-settings; do
    for scheme in light dark; do
        [[ -s $pictures/$step-$scheme.png ]] || fail "$step-$scheme.png is missing"
    done
    ! cmp -s "$pictures/$step-light.png" "$pictures/$step-dark.png" || fail "$step looks the same in light and dark"
done
# Nothing of the user's was touched, and the demo took its folder along.
[[ -z $(find "$HOME" -type f ! -path '*/fontconfig/*' ! -path '*/qtshadercache*' -print -quit) ]] \
    || fail "the tour wrote into the home folder: $(find "$HOME" -type f)"
[[ -z $(find "$TMPDIR" -name 'hubdesk-demo-*' -print -quit) ]] || fail "the demo's folder was left behind"
