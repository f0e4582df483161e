#!/bin/sh
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run by mmdebstrap with the folder of the new root, before packages are configured.
set -eu

# The host's devices, /proc and /sys for maintainer scripts. The mounts live in the set-up's own mount
# namespace and vanish with it.
for name in null zero full random urandom tty; do
    [ -e "$1/dev/$name" ] || : >"$1/dev/$name"
    mount --bind "/dev/$name" "$1/dev/$name"
done
mount --rbind /proc "$1/proc"
mount --rbind /sys "$1/sys"

# Nobody reads manuals in there. (Given to mmdebstrap itself, these rules would need Python on the host.)
mkdir -p "$1/etc/dpkg/dpkg.cfg.d"
cat >"$1/etc/dpkg/dpkg.cfg.d/hubdesk" <<END
force-unsafe-io
path-exclude=/usr/share/man/*
path-exclude=/usr/share/info/*
path-exclude=/usr/share/locale/*
path-exclude=/usr/share/doc/*
path-include=/usr/share/doc/*/copyright
END
