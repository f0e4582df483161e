# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The menu entry of this user, and taking everything away again. Sourced.

application_id=org.hubdesk.Hubdesk

data_home()
{
    if [[ -n ${XDG_DATA_HOME:-} && $XDG_DATA_HOME == /* ]]; then
        printf '%s\n' "$XDG_DATA_HOME"
    else
        [[ -n ${HOME:-} ]] || die "HOME is not set, so there is no application menu to write to."
        printf '%s/.local/share\n' "$HOME"
    fi
}

# desktop_quote WORD: quoted for the Exec key (quoting of the Exec value first, then of the string itself).
desktop_quote()
{
    local word=$1
    word=${word//\\/\\\\}
    word=${word//\"/\\\"}
    word=${word//\`/\\\`}
    word=${word//\$/\\\$}
    word=${word//%/%%}
    printf '"%s"' "${word//\\/\\\\}"
}

# add_launcher: like the installed entry, but it starts installer/exec of this checkout, which knows
# where the program can run.
add_launcher()
{
    local data entry icon size
    data=$(data_home)
    entry=$data/applications/$application_id.desktop
    make_folder "$data/applications"
    while IFS= read -r line || [[ -n $line ]]; do
        case $line in
            Exec=hubdesk*) printf 'Exec=%s hubdesk%s\n' "$(desktop_quote "$installer_dir/exec")" "${line#Exec=hubdesk}" ;;
            # TryExec is looked up before the entry is shown, so it must be an absolute path here as well.
            TryExec=*) printf 'TryExec=%s\n' "${installer_dir//\\/\\\\}/exec" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done <"$checkout_dir/resources/desktop/$application_id.desktop" >"$entry.new"
    mv -f -- "$entry.new" "$entry"
    for size in scalable symbolic; do
        make_folder "$data/icons/hicolor/$size/apps"
    done
    icon=$checkout_dir/resources/desktop/icons
    cp -- "$icon/$application_id.svg" "$data/icons/hicolor/scalable/apps/"
    cp -- "$icon/$application_id-symbolic.svg" "$data/icons/hicolor/symbolic/apps/"
    refresh_menus "$data"
    detail "$(short_path "$entry")"
}

# refresh_menus DIR: tells desktops that keep caches; those that have the tools need it.
refresh_menus()
{
    ! have update-desktop-database || update-desktop-database -q "$1/applications" 2>/dev/null || true
    ! have gtk-update-icon-cache || gtk-update-icon-cache -q -t -f "$1/icons/hicolor" 2>/dev/null || true
}

remove_launcher()
{
    local data file removed=no
    data=$(data_home)
    for file in "applications/$application_id.desktop" "icons/hicolor/scalable/apps/$application_id.svg" \
        "icons/hicolor/symbolic/apps/$application_id-symbolic.svg"; do
        [[ -e $data/$file ]] || continue
        rm -f -- "${data:?}/$file"
        removed=yes
    done
    [[ $removed == no ]] || { refresh_menus "$data"; say "The menu entry is removed."; }
}

# remove_root: the root that this checkout uses, and all that set-ups of this user keep in the cache folder.
remove_root()
{
    local cache root named=/
    cache=$(cache_folder)
    [[ ! -r $root_pointer ]] || named=$(<"$root_pointer")
    # Made with another XDG_CACHE_HOME, it would otherwise stay behind unnamed.
    [[ $named == / ]] || rm -f -- "$named.lock"
    for root in "$cache"/root-* "${named%/}"; do
        [[ -e $root ]] || continue
        if [[ -d $root ]]; then
            say "Removing $(short_path "$root")"
            remove_tree "$root"
        elif [[ $root == *.lock ]]; then
            rm -f -- "$root"
        fi
    done
    rm -rf -- "$cache/tools" "$cache/apt" "$cache/peers" "$cache/ccache" "$cache/root-failed.log"
    rmdir -- "$cache" 2>/dev/null || true
    rm -f -- "$root_pointer"
}
