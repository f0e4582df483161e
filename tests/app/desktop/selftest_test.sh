#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# --self-test shows the window and exits 0, with a demo Hub and on each pane.
. "${BASH_SOURCE[0]%/*}/surroundings.sh"

"$1" --demo --self-test || fail "the self-test of the demo ended with $?"
for pane in browse transfers cache; do
    HF_HUB_OFFLINE=1 "$1" --self-test --pane "$pane" || fail "the self-test of $pane ended with $?"
done
