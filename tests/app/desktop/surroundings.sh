# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# A home folder, a runtime folder and nothing of the user's for one test. Sourced.

set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
mkdir -p -- "$scratch"/{home,runtime,tmp}
chmod 700 "$scratch/runtime"
while IFS= read -r name; do
    unset -v "$name"
done < <(compgen -e | grep -E '^(HF_|HUGGING|TRANSFORMERS_|XDG_|DBUS_)' || true)
export HOME=$scratch/home XDG_RUNTIME_DIR=$scratch/runtime TMPDIR=$scratch/tmp

fail()
{
    printf 'FAIL: %s\n' "$*" >&2
    exit 1
}
