# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Which kind of set-up fits this machine. Sourced.

# os_value KEY: one value of os-release, empty when there is none.
os_value()
{
    local file=/etc/os-release
    [[ -r $file ]] || file=/usr/lib/os-release
    [[ -r $file ]] || return 0
    # shellcheck disable=SC1090
    (. "$file" && printf '%s' "${!1:-}")
}

# version_at_least HAVE WANT: compares dotted versions by number.
version_at_least()
{
    [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]
}

# apt_offers_qt: whether the package lists at hand offer what Hubdesk needs (for derivatives whose
# own version numbers say nothing).
apt_offers_qt()
{
    local qt
    qt=$(apt-cache policy qt6-base-dev 2>/dev/null | awk '/Candidate:/ { print $2 }')
    [[ -n $qt && $qt != "(none)" ]] && version_at_least "$qt" 6.8 \
        && [[ $(apt-cache policy libkf6archive-dev 2>/dev/null | awk '/Candidate:/ { print $2 }') == [0-9]* ]]
}

# detect_system: prints apt, dnf or pacman (packages of this system) or root (Debian 13 root).
detect_system()
{
    local id version like
    if inside_root; then
        echo inside
        return
    fi
    case ${HUBDESK_SYSTEM:-auto} in
        auto) ;;
        root) echo root; return ;;
        native) ;;
        *) die "HUBDESK_SYSTEM is '$HUBDESK_SYSTEM'; it can be auto, native or root." ;;
    esac
    id=$(os_value ID)
    version=$(os_value VERSION_ID)
    like=" $id $(os_value ID_LIKE) "
    if [[ $like == *" debian "* || $like == *" ubuntu "* ]] && have apt-get; then
        if [[ ${HUBDESK_SYSTEM:-} == native ]]; then echo apt
        elif [[ $id == debian ]] && { [[ -z $version ]] || version_at_least "$version" 13; }; then echo apt
        elif [[ $id == ubuntu ]] && version_at_least "${version:-0}" 26.04; then echo apt
        elif [[ $id != debian && $id != ubuntu ]] && apt_offers_qt; then echo apt
        else echo root
        fi
    elif [[ $like == *" fedora "* ]] && have dnf; then
        echo dnf
    elif [[ $like == *" arch "* ]] && have pacman; then
        echo pacman
    else
        die "$(os_value PRETTY_NAME) is not a system that this set-up knows (Debian, Ubuntu, Fedora, Arch and their relatives)." \
            "Install Qt 6.8, KDE Frameworks 6 and the libraries named in installer/packages/debian, then build" \
            "with: cmake --preset release && cmake --build --preset release"
    fi
}
