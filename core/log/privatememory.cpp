// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/log/privatememory.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace hubdesk {

void keepMemoryPrivate()
{
    // Two locks: a handler that core_pattern names is started even with a limit of 0.
    constexpr rlimit kNone{0, 0};
    ::setrlimit(RLIMIT_CORE, &kNone);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace hubdesk
