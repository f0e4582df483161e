# SPDX-FileCopyrightText: Hubdesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Configure and build a preset where the libraries are. Sourced.

# Settings of the host that would lead compilers and programs to libraries made for another system.
foreign_variables=(LIBRARY_PATH LD_LIBRARY_PATH LD_PRELOAD CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH
    PKG_CONFIG_PATH PKG_CONFIG_LIBDIR CMAKE_PREFIX_PATH CMAKE_GENERATOR CMAKE_TOOLCHAIN_FILE QT_PLUGIN_PATH QTDIR
    PYTHONPATH PYTHONHOME CC CXX CFLAGS CXXFLAGS CPPFLAGS LDFLAGS)

# prepare_environment: what builds and tests see, the same on every machine.
prepare_environment()
{
    local cache
    cache=$(cache_folder)
    unset -v "${foreign_variables[@]}"
    export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
    # Paths below the checkout are made relative, so that a fresh clone elsewhere finds its objects again.
    export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} CCACHE_BASEDIR=$checkout_dir CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    export CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-5G}
    make_folder "$CCACHE_DIR"
}

# in_system COMMAND...: runs a command where the libraries are, in the checkout.
in_system()
{
    (cd -- "$checkout_dir" && exec "$installer_dir/exec" "$@")
}

# parallel_jobs: processors, but no more than memory allows (a Qt source takes about 1 GB to compile).
parallel_jobs()
{
    local processors memory
    processors=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1000000) }' /proc/meminfo)
    memory=$((memory > 0 ? memory : 1))
    printf '%s\n' "$((processors < memory ? processors : memory))"
}

# show_progress: passes compiler output on; the step counter only now and then unless a person watches.
show_progress()
{
    local line last=-100
    while IFS= read -r line || [[ -n $line ]]; do
        if [[ $line == "ninja: no work to do." ]]; then
            continue
        elif [[ $line != \[+([0-9])/+([0-9])\]* ]]; then
            printf '%s\n' "$line"
        elif ((SECONDS - last >= 15)); then
            last=$SECONDS
            printf '      %s\n' "$line"
        fi
    done
}

# build_preset PRESET WERROR: configures and builds; WERROR is ON, OFF or keep.
build_preset()
{
    local preset=$1 werror=$2 started=$SECONDS
    local folder=$checkout_dir/build/$preset system options=()
    system=$(<"$root_pointer")
    # A build made with other libraries (another root, or natively before) cannot be continued.
    if [[ -e $folder/CMakeCache.txt && $(cat -- "$folder/.system" 2>/dev/null) != "$system" ]]; then
        detail "the libraries have changed since the last build: starting afresh"
        rm -rf -- "$folder"
    fi
    make_folder "$folder"
    printf '%s\n' "$system" >"$folder/.system"
    # In the root every compiler is the same, so one setting serves all commands and nothing is built twice.
    [[ $system == / ]] || werror=ON
    [[ $werror == keep ]] || options=("-DHUBDESK_WERROR=$werror")
    say "[2/3] Building Hubdesk ($preset)"
    if ! in_system cmake --preset "$preset" "${options[@]}" >"$folder/configure.log" 2>&1 </dev/null; then
        grep -v '^--' -- "$folder/configure.log" >&2 || true
        die "cmake could not configure the preset '$preset'." "All of its output: $folder/configure.log"
    fi
    need_space "$folder" 300 "the build"
    shopt -s extglob
    if [[ -t 2 ]]; then
        in_system cmake --build --preset "$preset" --parallel "${CMAKE_BUILD_PARALLEL_LEVEL:-$(parallel_jobs)}" \
            >&2 </dev/null || die "the build failed; the compiler's words are above."
    else
        in_system cmake --build --preset "$preset" --parallel "${CMAKE_BUILD_PARALLEL_LEVEL:-$(parallel_jobs)}" \
            </dev/null 2>&1 | show_progress >&2 || die "the build failed; the compiler's words are above."
    fi
    ((SECONDS - started < 2)) || detail "built in $(seconds_since "$started")"
}
