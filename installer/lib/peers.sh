# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The official Python client, which the interop tests run against ours. Sourced.
# HUBDESK_PEERS is a list of folders, separated by colons; in each the package lies at src/huggingface_hub,
# huggingface_hub or usr/lib/python3/dist-packages/huggingface_hub.

# ensure_peers: exports HUBDESK_PEERS, with the packaged client where the caller named none.
ensure_peers()
{
    local folder=$checkout_dir/build/peers/packaged
    if [[ -z ${HUBDESK_PEERS:-} ]]; then
        [[ -e $folder/complete ]] || fetch_packaged_client "$folder"
        [[ -e $folder/complete ]] && HUBDESK_PEERS=$folder || HUBDESK_PEERS=$(installed_client)
    fi
    export HUBDESK_PEERS
    if [[ -z $HUBDESK_PEERS ]]; then
        detail "interop tests: the official client cannot be had here, so nothing is compared with it"
    fi
}

# fetch_packaged_client FOLDER: from Debian's archive, by apt, which checks signature and hashes.
fetch_packaged_client()
{
    local cache
    cache=$(cache_folder)/peers
    mkdir -p -- "$1" "$cache" || return 0
    apt_transport_options >"$cache/transport.conf" 2>/dev/null || true
    "$installer_dir/exec" bash "$installer_dir/lib/fetch-peer.sh" "$cache" "$1" "$(debian_mirror)" \
        >"$1.log" 2>&1 </dev/null || return 0
    detail "official client for the interop tests: $(<"$1/complete")"
}

# installed_client: where the system's own Python has the client (Fedora and Arch package it), or nothing.
installed_client()
{
    local where
    where=$("$installer_dir/exec" python3 -c \
        'import huggingface_hub, os; print(os.path.dirname(os.path.dirname(huggingface_hub.__file__)))' 2>/dev/null) || true
    printf '%s' "$where"
}
