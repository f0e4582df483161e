// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/tokenrules.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

bool isRepoKind(const QString &word)
{
    return word == "models"_L1 || word == "datasets"_L1 || word == "spaces"_L1;
}

} // namespace

QString repoOfPath(const QString &path)
{
    QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    const bool isApi = parts.value(0) == "api"_L1;
    if (isApi)
        parts.removeFirst();
    if (isApi && parts.value(0) == "resolve-cache"_L1)
        parts.removeFirst(); // where /resolve/ leads for small files
    const bool hasKind = isRepoKind(parts.value(0));
    if (isApi && !hasKind)
        return {}; // whoami, users, collections ...
    if (hasKind)
        parts.removeFirst();
    // A page of the site, or a list.
    if (parts.size() < 2 || (!isApi && !hasKind && parts.size() < 3))
        return {};
    QString name = parts.at(1);
    if (name.endsWith(".git"_L1))
        name.chop(4);
    return parts.at(0) + u'/' + name;
}

bool ruleCovers(const QString &pattern, const QString &repo)
{
    const QString whole = pattern.contains(u'/') ? pattern : pattern + "/*"_L1;
    return QRegularExpression::fromWildcard(whole, Qt::CaseInsensitive).match(repo).hasMatch();
}

} // namespace hubdesk
