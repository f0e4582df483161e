// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace hubdesk::localhub {

enum class RepoType { Model, Dataset, Space };

//! "model"
QString typeName(RepoType type);
//! "models", as in API paths
QString typePlural(RepoType type);
//! "" or "datasets/", as in web paths
QString webPrefix(RepoType type);
std::optional<RepoType> typeFromPlural(QByteArrayView plural);
std::optional<RepoType> typeFromName(const QString &name);

//! What the Hub knows about a repository besides its git content.
struct Repository
{
    qint64 rowId = 0;
    RepoType type = RepoType::Model;
    QString ns;
    QString name;
    bool isPrivate = false;
    QString gated; //!< "", "auto" or "manual"
    bool disabled = false;
    QDateTime created;
    qint64 downloads = 0;
    qint64 downloadsAllTime = 0;
    qint64 likes = 0;
    qint64 trending = 0;
    QJsonObject runtime; //!< Spaces

    [[nodiscard]] QString id() const;
    //! The internal 24-digit id in every object.
    [[nodiscard]] QString internalId() const;
    //! `/ns/name`, `/datasets/ns/name`
    [[nodiscard]] QString webPath() const;
};

//! The Hub's way to write a date: UTC with milliseconds and Z.
QString hubDate(const QDateTime &date);
//! 24 hexadecimal digits that stay the same for the same name.
QString objectId(const QString &name);

} // namespace hubdesk::localhub
