// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/likedreposmodel.h"

#include "core/model/repolistmodel.h"
#include "core/model/transfertext.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

LikedReposModel::LikedReposModel(HubClient *client, QObject *parent)
    : PagedRows(client, parent)
{ }

LikedReposModel::~LikedReposModel() = default;

QVariant LikedReposModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LikedRepo &liked = this->liked(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return liked.name;
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(liked.name, index.data(TypeTextRole).toString());
    case RepoRole:
        return liked.type ? QVariant::fromValue(RepoId{*liked.type, liked.name}) : QVariant();
    case TypeRole:
        return liked.type ? QVariant(static_cast<int>(*liked.type)) : QVariant();
    case TypeTextRole:
        return liked.type ? repoTypeTitle(*liked.type) : taskTitle(liked.typeName);
    case LikedAtRole:
        return liked.likedAt;
    default:
        return {};
    }
}

} // namespace hubdesk
