// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cache/cachescan.h"

#include <QString>

namespace hubdesk {

//! `1.2G` as the official command line prints sizes (reference: files 5.4). \a bytes >= 0.
[[nodiscard]] QString officialSize(double bytes);

//! `3 days ago`: \a secondsAgo as the official command line prints ages.
[[nodiscard]] QString officialAge(double secondsAgo);

//! The table of `scan-cache`, one row a repo (verbosity 0) or a revision (1 and more), as v0.27.1
//! lays it out (reference: files 5.5). \a now: seconds UTC.
[[nodiscard]] QString scanTable(const CacheScan &scan, int verbosity, double now);

} // namespace hubdesk
