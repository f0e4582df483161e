// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/error.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Canceled:
        return u"canceled"_s;
    case ErrorKind::Offline:
        return u"offline"_s;
    case ErrorKind::Network:
        return u"network"_s;
    case ErrorKind::Timeout:
        return u"timeout"_s;
    case ErrorKind::Unauthorized:
        return u"unauthorized"_s;
    case ErrorKind::Forbidden:
        return u"forbidden"_s;
    case ErrorKind::Gated:
        return u"gated"_s;
    case ErrorKind::NotFound:
        return u"notFound"_s;
    case ErrorKind::Conflict:
        return u"conflict"_s;
    case ErrorKind::RateLimited:
        return u"rateLimited"_s;
    case ErrorKind::Quota:
        return u"quota"_s;
    case ErrorKind::Server:
        return u"server"_s;
    case ErrorKind::Protocol:
        return u"protocol"_s;
    case ErrorKind::File:
        return u"file"_s;
    case ErrorKind::Integrity:
        return u"integrity"_s;
    case ErrorKind::Invalid:
        return u"invalid"_s;
    }
    return u"protocol"_s;
}

bool Error::isRepoNotFound() const
{
    return code == "RepoNotFound"_L1;
}

bool Error::isRevisionNotFound() const
{
    return code == "RevisionNotFound"_L1;
}

bool Error::isEntryNotFound() const
{
    return code == "EntryNotFound"_L1;
}

bool Error::isTransient() const
{
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::Server:
        return true;
    default:
        return false;
    }
}

} // namespace hubdesk
