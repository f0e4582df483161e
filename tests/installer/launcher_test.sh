#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# launcher_test.sh CHECKOUT: the menu entry of one user, in a data folder of its own.
set -uo pipefail
# shellcheck source=support.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

# A checkout whose path needs every kind of quoting.
mine="$scratch/a \$checkout \"100%\""
mkdir -p -- "$mine/installer" "$mine/resources"
cp -r -- "$checkout/installer/lib" "$mine/installer/"
cp -r -- "$checkout/resources/desktop" "$mine/resources/"
export HOME=$scratch/home XDG_DATA_HOME="$scratch/data" XDG_CACHE_HOME="$scratch/cache"
# shellcheck source=../../installer/lib/setup.sh
. "$mine/installer/lib/setup.sh"
# shellcheck source=../../installer/lib/launcher.sh
. "$mine/installer/lib/launcher.sh"
set +e

add_launcher 2>/dev/null
is "added" $? 0
entry=$XDG_DATA_HOME/applications/org.hubdesk.Hubdesk.desktop
holds "entry" test -s "$entry"
if have desktop-file-validate; then
    is "entry is valid" "$(desktop-file-validate "$entry")" ''
fi
is "starts installer/exec" "$(grep -m 1 '^Exec=' "$entry")" \
    "Exec=\"$scratch/a \\\\\$checkout \\\\\"100%%\\\\\"/installer/exec\" hubdesk %U"
is "every action does" "$(grep -c '^Exec=".*/installer/exec" hubdesk' "$entry")" "$(grep -c '^Exec=' "$entry")"
holds "icon" test -s "$XDG_DATA_HOME/icons/hicolor/scalable/apps/org.hubdesk.Hubdesk.svg"
holds "symbolic icon" test -s "$XDG_DATA_HOME/icons/hicolor/symbolic/apps/org.hubdesk.Hubdesk-symbolic.svg"
holds "links are opened" grep -q '^MimeType=.*x-scheme-handler/hf;' "$entry"

mkdir -p "$XDG_CACHE_HOME/hubdesk/root-0123456789ab/etc" "$XDG_CACHE_HOME/hubdesk/tools" "$XDG_CACHE_HOME/other"
chmod 500 "$XDG_CACHE_HOME/hubdesk/root-0123456789ab/etc"
mkdir -p "$scratch/elsewhere/hubdesk/root-ba9876543210" "$mine/build"
echo "$scratch/elsewhere/hubdesk/root-ba9876543210" >"$mine/build/root"
(remove_launcher && remove_root) >/dev/null 2>&1
is "removed" $? 0
holds "the root of this checkout is gone, wherever it was" test ! -e "$scratch/elsewhere/hubdesk/root-ba9876543210"
holds "entry is gone" test ! -e "$entry"
is "icons are gone" "$(find "$XDG_DATA_HOME" -name '*.svg')" ''
holds "cache is gone" test ! -e "$XDG_CACHE_HOME/hubdesk"
holds "what is not ours stays" test -d "$XDG_CACHE_HOME/other"
(remove_launcher && remove_root) >/dev/null 2>&1
is "removing twice is no error" $? 0
finish
