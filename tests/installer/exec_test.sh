#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# exec_test.sh CHECKOUT: installer/exec hands everything of the caller to the program and back.
# Inside the root it enters the same root once more, so the real chain of namespaces is what is tested.
set -uo pipefail
# shellcheck source=support.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

# A checkout of its own, with a space in its path, that shares only the root.
mine="$scratch/a checkout"
mkdir -p -- "$mine/installer/lib" "$mine/build/release/bin" "$mine/build/other/bin"
cp -- "$checkout/installer/exec" "$mine/installer/"
cp -- "$checkout/installer/lib/enter.sh" "$mine/installer/lib/"
root=/
[[ ! -r $checkout/build/root ]] || root=$(<"$checkout/build/root")
printf '%s\n' "$root" >"$mine/build/root"
run="$mine/installer/exec"
unset -v HUBDESK_PRESET
if [[ $root != / && -e $root/etc/hubdesk-root ]]; then
    export HUBDESK_ENTER_AGAIN=1
    if "$run" true; then
        echo "tested: entering $root"
    else
        unset -v HUBDESK_ENTER_AGAIN
        echo "tested: programs started from inside the root (this system does not allow entering it twice)"
    fi
else
    echo "tested: programs of this system"
fi

exit_code()
{
    local status=0
    "$@" || status=$?
    printf '%s' "$status"
}

# running_with WORD: how many processes have it as their last argument.
running_with()
{
    local file words count=0
    for file in /proc/[0-9]*/cmdline; do
        mapfile -d '' -t words 2>/dev/null <"$file" || continue
        [[ ${#words[@]} -eq 0 || ${words[-1]} != "$1" ]] || count=$((count + 1))
    done
    echo "$count"
}

is "exit code" "$(exit_code "$run" sh -c 'exit 37')" 37
is "exit code 0" "$(exit_code "$run" true)" 0
is "unknown program" "$(exit_code "$run" no-such-program-here 2>/dev/null)" 127
is "no program" "$(exit_code "$run" 2>/dev/null)" 2
is "arguments" "$("$run" printf '[%s]' 'a b' '*' '' $'two\nlines' '"$HOME"' --)" $'[a b][*][][two\nlines]["$HOME"][--]'

mkdir -p -- "$scratch/work folder ü"
is "working folder" "$(cd -- "$scratch/work folder ü" && "$run" pwd)" "$scratch/work folder ü"
ln -s "work folder ü" "$scratch/link"
is "working folder through a link" "$(cd -- "$scratch/link" && "$run" sh -c 'echo "$PWD"')" "$scratch/link"
is "new files reach the caller" "$(cd -- "$scratch/link" && "$run" touch made && ls)" made

is "environment" "$(ODD=$'a b\n$c' "$run" sh -c 'printf %s "$ODD"')" $'a b\n$c'
is "without HOME" "$(env -u HOME -u XDG_CACHE_HOME "$run" sh -c 'echo "${HOME-unset}"')" unset
is "another HOME" "$(env HOME=/nonexistent XDG_CACHE_HOME=/nonexistent "$run" sh -c 'echo "$HOME"')" /nonexistent
is "user" "$("$run" id -u)" "$(id -u)"

is "standard input" "$(printf 'one\ntwo\n' | "$run" cat)" $'one\ntwo'
is "standard output alone" "$("$run" sh -c 'echo out; echo err >&2' 2>/dev/null)" out
is "standard error alone" "$("$run" sh -c 'echo out; echo err >&2' 2>&1 >/dev/null)" err
is "further descriptors" "$("$run" sh -c 'echo three >&3' 3>&1 >/dev/null)" three

# The process that was started is the program itself, so signals need nobody to pass them on.
"$run" sh -c 'echo $$ >"$1"; exec sleep 300' - "$scratch/pid" &
started=$!
holds "program starts" until_true test -s "$scratch/pid"
is "process id" "$(<"$scratch/pid")" "$started"
kill -TERM "$started"
wait "$started"
is "exit code after SIGTERM" $? 143

"$run" sh -c 'trap "exit 9" TERM; echo ready >"$1"; while :; do sleep 0.05; done' - "$scratch/ready" &
started=$!
holds "handler is set" until_true test -s "$scratch/ready"
kill -TERM "$started"
wait "$started"
is "a program that handles SIGTERM" $? 9

"$run" sleep 301.5 &
started=$!
holds "sleep runs" until_true grep -q sleep "/proc/$started/comm"
{ kill -KILL "$started"; wait "$started"; } 2>/dev/null
is "exit code after SIGKILL" $? 137
holds "nothing is left after SIGKILL" gone "$started"
is "no other process of it" "$(running_with 301.5)" 0

# Programs of the build go before commands of the system.
for preset in release other; do
    printf '#!/bin/sh\necho "%s $1"\n' "$preset" >"$mine/build/$preset/bin/sort"
    chmod +x "$mine/build/$preset/bin/sort"
done
is "program of the build" "$("$run" sort x)" "release x"
is "program of another preset" "$(HUBDESK_PRESET=other "$run" sort x)" "other x"
is "program by path" "$(cd -- "$mine" && "$run" ./build/other/bin/sort x)" "other x"
ln -s "$run" "$scratch/elsewhere"
is "called through a link" "$("$scratch/elsewhere" sort x)" "release x"

if [[ -n ${HUBDESK_ENTER_AGAIN:-} ]]; then
    printf '%s\n' "$scratch/no-such-root" >"$mine/build/root"
    is "root is gone" "$(exit_code "$run" true 2>/dev/null)" 125
fi
finish
