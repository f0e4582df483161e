#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# packages_test.sh CHECKOUT: which kind of set-up a system gets, and that packages are asked for only
# when they are missing. Package managers are fakes; nothing is installed.
set -uo pipefail
# shellcheck source=support.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"
# shellcheck source=../../installer/lib/setup.sh
. "$checkout/installer/lib/setup.sh"
set +e
checkout_dir=$scratch/checkout
mkdir -p -- "$checkout_dir/build"
unset -v HUBDESK_SYSTEM HUBDESK_PACKAGES_FILE

# The system under test is told here instead of read from os-release.
declare -A os=()
os_value()
{
    printf '%s' "${os[$1]:-}"
}
inside_root()
{
    false
}
for name in apt-get dnf pacman; do
    fake_command "$name" <<<'exit 0'
done

kind()
{
    os=([ID]=$1 [VERSION_ID]=$2 [ID_LIKE]=${3:-} [PRETTY_NAME]="$1 $2")
    (detect_system 2>/dev/null) || echo unsupported
}
is "Debian 12" "$(kind debian 12)" root
is "Debian 13" "$(kind debian 13)" apt
is "Debian 14" "$(kind debian 14)" apt
is "Debian testing" "$(kind debian '')" apt
is "Ubuntu 24.04" "$(kind ubuntu 24.04 debian)" root
is "Ubuntu 26.04" "$(kind ubuntu 26.04 debian)" apt
is "Fedora" "$(kind fedora 42)" dnf
is "Arch" "$(kind arch '')" pacman
is "relative of Arch" "$(kind manjaro '' arch)" pacman
is "anything else" "$(kind solaris 11)" unsupported
is "root on request" "$(HUBDESK_SYSTEM=root kind debian 13)" root
is "natively on request" "$(HUBDESK_SYSTEM=native kind debian 12)" apt
is "wrong request" "$(HUBDESK_SYSTEM=maybe kind debian 13)" unsupported

fake_command apt-cache <<'END'
[[ $1 == policy ]] && printf '%s:\n  Candidate: %s\n' "$2" "${OFFERED:-(none)}"
END
is "relative of Ubuntu, old" "$(OFFERED='' kind linuxmint 22 'ubuntu debian')" root
is "relative of Ubuntu, new" "$(OFFERED=6.9.1 kind linuxmint 23 'ubuntu debian')" apt

printf '# comment\none two # more\n\n  three\n' >"$scratch/list"
is "package list" "$(read_packages "$scratch/list" | paste -sd,)" one,two,three
for list in debian fedora arch; do
    holds "list $list is not empty" test "$(read_packages "$checkout/installer/packages/$list" | wc -l)" -gt 30
    is "list $list names nothing twice" "$(read_packages "$checkout/installer/packages/$list" | sort | uniq -d)" ''
done

# "one" and "three" are installed.
fake_command dpkg-query <<'END'
case ${!#} in one | three) echo installed ;; *) exit 1 ;; esac
END
fake_command apt-get <<END
echo "apt-get \$*" >>"$scratch/calls"
END
fake_command sudo <<'END'
[[ ${SUDO_WORKS:-} == yes ]] || exit 1
while [[ $1 == -* ]]; do shift; done
"$@"
END
export HUBDESK_PACKAGES_FILE=$scratch/list
is "missing" "$(missing_apt one two three)" two

printf 'one three\n' >"$scratch/list"
is "silent when nothing is missing" "$(install_packages apt 2>&1 </dev/null)" ''
holds "and nothing is called" test ! -e "$scratch/calls"

printf 'one two\n' >"$scratch/list"
export SUDO_WORKS=yes
install_packages apt >/dev/null 2>&1 </dev/null
is "installs what is missing" "$(grep -c -- 'install -y .* two$' "$scratch/calls")" 1
is "fetches no lists when they serve" "$(grep -c -- update "$scratch/calls")" 0

if ((EUID != 0)); then
    message=$(SUDO_WORKS=no; (install_packages apt) 2>&1 </dev/null)
    is "without rights it fails" $? 1
    holds "and names the command" grep -q 'sudo .*apt-get install .*two' <<<"$message"
fi
finish
