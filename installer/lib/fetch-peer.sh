#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fetch-peer.sh CACHE TARGET MIRROR: unpacks Debian's newest python3-huggingface-hub, with the pure Python
# packages that it names, into TARGET. Runs where apt and Debian's keyring are. Nothing is installed.
set -euo pipefail

cache=$1 target=$2 mirror=$3
package=python3-huggingface-hub
lock=$cache/lock

for keyring in /usr/share/keyrings/debian-archive-keyring.{pgp,gpg} ''; do
    [[ ! -r $keyring ]] || break
done
[[ -n $keyring ]] || { echo "no keyring with Debian's archive keys"; exit 1; }

exec {lock_file}>"$lock"
flock "$lock_file"

# The index of packages for all architectures is small and holds every pure Python package.
mkdir -p -- "$cache"/{lists/partial,archives/partial,debs}
: >"$cache/status"
echo "deb [arch=all signed-by=$keyring] $mirror sid main" >"$cache/sources.list"
{
    cat -- "$cache/transport.conf" 2>/dev/null || true
    cat <<END
Dir::Etc::SourceList "$cache/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Parts "/dev/null";
Dir::State "$cache";
Dir::State::Lists "$cache/lists";
Dir::State::status "$cache/status";
Dir::Cache "$cache";
Dir::Cache::Archives "$cache/archives";
APT::Architecture "all";
APT::Architectures "all";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Acquire::Retries "2";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
END
} >"$cache/apt.conf"
export APT_CONFIG=$cache/apt.conf

# A week-old client is as good a peer; when the archive cannot be reached, any age is.
if [[ -z $(find "$cache/fresh" -mtime -7 2>/dev/null) ]]; then
    if apt-get -q update; then
        names=$(apt-cache show --no-all-versions "$package" | sed -n 's/^Depends: //p' \
            | tr ',' '\n' | sed 's/|.*//; s/(.*//; s/:any//; s/ //g' | grep '^python3-')
        rm -rf -- "$cache/debs.new"
        mkdir -- "$cache/debs.new"
        for name in $package $names; do
            # What is compiled is not in this index: the system's own serves.
            [[ $(apt-cache policy "$name") == *"Candidate: "[0-9]* ]] || continue
            (cd -- "$cache/debs.new" && apt-get -q download "$name")
        done
        rm -rf -- "$cache/debs"
        mv -- "$cache/debs.new" "$cache/debs"
        touch -- "$cache/fresh"
    fi
fi
ls -- "$cache/debs/$package"_*.deb >/dev/null

new=$target.new
rm -rf -- "$new" "$target"
mkdir -p -- "$new"
for file in "$cache"/debs/*.deb; do
    dpkg -x "$file" "$new"
done
# shellcheck disable=SC2016 # dpkg fills it in
dpkg-deb --show --showformat='huggingface_hub ${Version}' "$cache/debs/$package"_*.deb >"$new/complete"
mv -T -- "$new" "$target"
