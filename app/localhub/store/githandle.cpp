// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/githandle.h"

#include <array>

namespace hubdesk::localhub {

GitLibrary::GitLibrary()
{
    git_libgit2_init();
    for (const int level : {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL})
        git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
    // The data folder may belong to another user id inside a container.
    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
}

GitLibrary::~GitLibrary()
{
    git_libgit2_shutdown();
}

QByteArray toHex(const git_oid &oid)
{
    std::array<char, GIT_OID_SHA1_HEXSIZE + 1> text{};
    git_oid_tostr(text.data(), text.size(), &oid);
    return {text.data()};
}

std::optional<git_oid> oidFrom(const QByteArray &hex)
{
    git_oid oid{};
    if (hex.size() != GIT_OID_SHA1_HEXSIZE || git_oid_fromstr(&oid, hex.constData()) != 0)
        return {};
    return oid;
}

} // namespace hubdesk::localhub
