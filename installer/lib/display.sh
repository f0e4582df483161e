# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# A display for machines without one. Sourced.

display_pid=
display_folder=

# start_display: starts Xvfb on a free number and exports DISPLAY; it ends with this shell.
start_display()
{
    local number='' wait
    display_folder=$(mktemp -d "${TMPDIR:-/tmp}/hubdesk-display.XXXXXX")
    trap stop_display EXIT
    # Only who has the cookie may connect; the server reads it whatever display it is written for.
    XAUTHORITY=$display_folder/cookie
    : >"$XAUTHORITY"
    : >"$display_folder/number"
    chmod 600 "$XAUTHORITY"
    local cookie
    cookie=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    "$installer_dir/exec" xauth -q -f "$XAUTHORITY" add :0 . "$cookie" 2>/dev/null || return 1
    "$installer_dir/exec" Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp -auth "$XAUTHORITY" \
        3>"$display_folder/number" >"$display_folder/log" 2>&1 </dev/null &
    display_pid=$!
    for ((wait = 0; wait < 100; ++wait)); do
        number=$(<"$display_folder/number")
        [[ -z $number ]] || break
        kill -0 "$display_pid" 2>/dev/null || return 1
        sleep 0.1
    done
    [[ -n $number ]] || return 1
    "$installer_dir/exec" xauth -q -f "$XAUTHORITY" add ":$number" . "$cookie" 2>/dev/null || return 1
    export XAUTHORITY DISPLAY=":$number"
}

stop_display()
{
    [[ -z $display_pid ]] || kill "$display_pid" 2>/dev/null || true
    [[ -z $display_folder ]] || rm -rf -- "$display_folder"
}
