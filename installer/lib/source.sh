# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Where Debian packages come from: the machine's own apt configuration first. Sourced.

debian_suite=trixie

# apt_archives: the archive addresses that this machine's apt uses, one a line, without a slash at the end.
# indextargets knows them once lists were fetched; print-uris reads the configuration alone.
apt_archives()
{
    {
        # shellcheck disable=SC2016
        apt-get indextargets --format '$(REPO_URI)' 2>/dev/null || true
        apt-get update --print-uris 2>/dev/null | sed -n "s|^'\([^']*\)/dists/[^']*'.*|\1|p" || true
    } | sed 's|/*$||' | awk '!seen[$0]++'
}

# debian_mirror: address of the archive for Debian packages.
debian_mirror()
{
    local archive
    if [[ -n ${HUBDESK_MIRROR:-} ]]; then
        printf '%s\n' "${HUBDESK_MIRROR%/}"
        return
    fi
    if have apt-get && [[ $(os_value ID) == debian ]]; then
        archive=$(apt_archives | grep -m 1 '/debian$' || true)
    fi
    printf '%s\n' "${archive:-$(mmdebstrap_mirror)}"
}

# mmdebstrap_mirror: the archive that mmdebstrap itself uses when it is told none.
mmdebstrap_mirror()
{
    local script mirror
    find_mmdebstrap
    script=$(type -P "${mmdebstrap_command[-1]}" || true)
    [[ -r $script ]] || script=${mmdebstrap_command[-1]}
    mirror=$(sed -n "s/^ *my \$mirror *= *'\(http[^']*\)'.*/\1/p" -- "$script" 2>/dev/null | head -n 1)
    [[ -n $mirror ]] || die "no package source for Debian 13 was found on this machine." \
        "Name a Debian mirror: HUBDESK_MIRROR=http://mirror/debian"
    printf '%s\n' "$mirror"
}

# debian_security_mirror: address of the security archive, empty when this machine has none.
debian_security_mirror()
{
    [[ -z ${HUBDESK_MIRROR:-} ]] || return 0
    have apt-get || return 0
    apt_archives | grep -m 1 '/debian-security$' || true
}

# debian_keyring: the file with Debian's archive keys; fetched with apt (never installed) where it is missing.
debian_keyring()
{
    local file
    for file in /usr/share/keyrings/debian-archive-keyring.gpg /usr/share/keyrings/debian-archive-keyring.pgp; do
        if [[ -r $file ]]; then
            printf '%s\n' "$file"
            return
        fi
    done
    file=$(unpacked_package debian-archive-keyring)/usr/share/keyrings/debian-archive-keyring.gpg
    [[ -r $file ]] || die "no keyring with Debian's archive keys was found on this machine." \
        "Install it once: sudo apt-get install debian-archive-keyring"
    printf '%s\n' "$file"
}

# apt_transport_options: this machine's proxy and transport settings as apt.conf lines.
# mmdebstrap reads no apt configuration of the host, so it has to be told.
apt_transport_options()
{
    apt-config dump 2>/dev/null \
        | grep -E '^Acquire::((http|https|ftp)(::|-)|Check-Valid-Until|Check-Date|ForceIPv|Retries|AllowReleaseInfoChange)' \
        || true
    local file
    for file in /etc/apt/auth.conf /etc/apt/auth.conf.d; do
        [[ -r $file ]] || continue
        [[ -d $file ]] && printf 'Dir::Etc::netrcparts "%s";\n' "$file" || printf 'Dir::Etc::netrc "%s";\n' "$file"
    done
}

# reachable URL: whether apt can fetch a small file from there (through the machine's proxies).
reachable()
{
    local target status=0
    target=$(mktemp)
    /usr/lib/apt/apt-helper -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 \
        download-file "$1" "$target.got" >"$target" 2>&1 || status=1
    rm -f -- "$target" "$target.got"
    return "$status"
}
