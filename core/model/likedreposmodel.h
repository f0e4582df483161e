// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/likes.h"
#include "core/model/pagedlistmodel.h"

namespace hubdesk {

//! What a user likes, the latest first as the Hub gives it. GUI thread.
class LikedReposModel final : public PagedRows<LikedReposRequest, LikedRepo>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LikedReposModel)

public:
    enum Role {
        RepoRole = Qt::UserRole, //!< RepoId; invalid for what has no page here
        TypeRole, //!< int, RepoType; invalid for what has no page here
        TypeTextRole, //!< QString, translated where we know it
        LikedAtRole, //!< QDateTime UTC, may be invalid
    };

    explicit LikedReposModel(HubClient *client, QObject *parent = nullptr);
    ~LikedReposModel() override;

    [[nodiscard]] const LikedRepo &liked(int row) const { return this->row(row); }
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString keyOf(const LikedRepo &liked) const override
    {
        return liked.typeName + u'/' + liked.name;
    }
};

} // namespace hubdesk
