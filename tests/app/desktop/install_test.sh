#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What `cmake --install` puts where, and that the installed program starts from there.
. "${BASH_SOURCE[0]%/*}/surroundings.sh"

"$1" --install "$2" --prefix "$scratch/prefix" >"$scratch/log" || fail "cmake --install: $(cat "$scratch/log")"
id=org.hubdesk.Hubdesk
for file in bin/hubdesk bin/hubdesk-cli bin/hubdesk-localhub \
    share/applications/$id.desktop share/metainfo/$id.metainfo.xml \
    share/icons/hicolor/scalable/apps/$id.svg share/icons/hicolor/symbolic/apps/$id-symbolic.svg \
    share/hubdesk/translations/hubdesk_de.qm share/hubdesk/translations/hubdesk_en.qm; do
    [[ -s $scratch/prefix/$file ]] || fail "$file is not installed"
done
"$scratch/prefix/bin/hubdesk" --demo --self-test || fail "the installed program ended with $?"
