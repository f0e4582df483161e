// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localhub/store/repository.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace hubdesk::localhub {

QString typeName(RepoType type)
{
    switch (type) {
    case RepoType::Model:
        return u"model"_s;
    case RepoType::Dataset:
        return u"dataset"_s;
    case RepoType::Space:
        return u"space"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString typePlural(RepoType type)
{
    return typeName(type) + u's';
}

QString webPrefix(RepoType type)
{
    return type == RepoType::Model ? QString() : typePlural(type) + u'/';
}

std::optional<RepoType> typeFromPlural(QByteArrayView plural)
{
    for (const RepoType type : {RepoType::Model, RepoType::Dataset, RepoType::Space}) {
        if (typePlural(type).toLatin1() == plural)
            return type;
    }
    return {};
}

std::optional<RepoType> typeFromName(const QString &name)
{
    return typeFromPlural(name.toLatin1() + 's');
}

QString Repository::id() const
{
    return ns + u'/' + name;
}

QString Repository::internalId() const
{
    return objectId(typePlural(type) + u'/' + id());
}

QString Repository::webPath() const
{
    return u'/' + webPrefix(type) + id();
}

QString hubDate(const QDateTime &date)
{
    return date.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

QString objectId(const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(hash.toHex().first(24));
}

} // namespace hubdesk::localhub
