#!/usr/bin/env bash
# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# root_test.sh CHECKOUT: the root appears whole or not at all, whoever dies and however many start at once.
# mmdebstrap is a fake that takes its time; namespaces and locks are real.
set -uo pipefail
# shellcheck source=support.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/support.sh"

export HOME=$scratch/home XDG_CACHE_HOME="$scratch/the cache" CALLS=$scratch/calls
mkdir -p -- "$HOME"
printf 'hello\n' >"$scratch/list"
export HUBDESK_PACKAGES_FILE=$scratch/list

# Writes half, waits as long as $scratch/hold exists, writes the rest.
fake_command mmdebstrap <<END
[[ \${1:-} != --version ]] || exit 0
echo call >>"\$CALLS"
[[ ! -e "$scratch/fail" ]] || { echo "E: No space left on device"; exit 1; }
for target; do [[ \$target != */root-* ]] || break; done
mkdir -p "\$target/etc/apt/apt.conf.d" "\$target/dev"
echo half >"\$target/half"
while [[ -e "$scratch/hold" ]]; do sleep 0.05; done
echo whole >"\$target/whole"
END

# set_up: what installer/setup does about the root, without the network.
cat >"$scratch/set_up" <<END
set -euo pipefail
. "$checkout/installer/lib/setup.sh"
reachable() { true; }
debian_keyring() { echo /keyring; }
debian_mirror() { echo http://127.0.0.1:9/debian; }
debian_security_mirror() { true; }
root_megabytes=\${NEEDED_MEGABYTES:-1}
ensure_root
echo "\$root_path"
END
set_up()
{
    bash "$scratch/set_up"
}
calls()
{
    if [[ -e $CALLS ]]; then wc -l <"$CALLS"; else echo 0; fi
}
half_made()
{
    compgen -G "$XDG_CACHE_HOME/hubdesk/root-*.new/half" >/dev/null
}

if ! unshare --mount true 2>/dev/null && ! unshare --user --map-root-user --mount true 2>/dev/null; then
    message=$(set_up 2>&1)
    is "without namespaces it fails" $? 1
    holds "and says what to do" grep -q 'namespace' <<<"$message"
    finish
fi

# Killed in the middle: nothing is taken for a root, nothing keeps running, the next set-up makes it.
touch "$scratch/hold"
bash "$scratch/set_up" >/dev/null 2>"$scratch/log" &
victim=$!
holds "the first set-up begins" until_true half_made
{ kill -KILL "$victim"; wait "$victim"; } 2>/dev/null
holds "no root yet" test -z "$(compgen -G "$XDG_CACHE_HOME/hubdesk/root-*/etc/hubdesk-root")"
rm -- "$scratch/hold"
root=$(set_up 2>"$scratch/log")
is "the next set-up succeeds" $? 0
holds "and makes the root whole" test -e "$root/whole" -a -e "$root/etc/hubdesk-root"
is "with one more call" "$(calls)" 2
holds "and leaves nothing half-made" test ! -e "$root.new"

is "a third finds it" "$(set_up 2>&1)" "$root"
is "without a call" "$(calls)" 2

# Interrupted politely: it tidies up at once.
rm -rf -- "$XDG_CACHE_HOME" "$CALLS"
touch "$scratch/hold"
bash "$scratch/set_up" >/dev/null 2>&1 &
victim=$!
holds "begins again" until_true half_made
kill -TERM "$victim"
wait "$victim"
is "exit code after SIGTERM" $? 143
holds "nothing half-made is left" test -z "$(compgen -G "$XDG_CACHE_HOME/hubdesk/root-*.new")"

# Two at once: one makes it, the other waits, both get it.
rm -rf -- "$XDG_CACHE_HOME" "$CALLS"
bash "$scratch/set_up" >"$scratch/first" 2>/dev/null &
first=$!
holds "one is at work" until_true half_made
bash "$scratch/set_up" >"$scratch/second" 2>"$scratch/log" &
second=$!
holds "the other waits" until_true grep -q waiting "$scratch/log"
rm -- "$scratch/hold"
wait "$first"
is "the first succeeds" $? 0
wait "$second"
is "the second succeeds" $? 0
is "with the same root" "$(<"$scratch/second")" "$(<"$scratch/first")"
is "made once" "$(calls)" 1

# The name follows the list, not its comments or its order.
list_root()
{
    printf '%s\n' "$@" >"$scratch/list"
    set_up 2>/dev/null
}
one=$(list_root 'a b')
is "comments do not matter" "$(list_root '# c' 'b  a')" "$one"
holds "a new package does" test "$(list_root 'a b c')" != "$one"

# Errors in one sentence, with what to do.
rm -rf -- "$XDG_CACHE_HOME"
message=$(NEEDED_MEGABYTES=999999999 set_up 2>&1)
is "without space it fails" $? 1
holds "and says how much is needed" grep -q 'error: not enough space .* 999999999 MB' <<<"$message"
touch "$scratch/fail"
message=$(set_up 2>&1)
is "a full disk fails" $? 1
holds "and is named" grep -q 'error: the disk of .* is full' <<<"$message"
holds "and leaves nothing half-made" test -z "$(compgen -G "$XDG_CACHE_HOME/hubdesk/root-*.new")"
if ((EUID != 0)); then
    message=$(XDG_CACHE_HOME=/proc/nowhere set_up 2>&1)
    is "without permission it fails" $? 1
    holds "and says where" grep -q 'error: cannot create the folder /proc/nowhere' <<<"$message"
fi
finish
