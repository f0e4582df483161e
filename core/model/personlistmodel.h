// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hub/people.h"
#include "core/model/pagedlistmodel.h"

namespace hubdesk {

//! Users and organisations: members, followers, who is followed, the organisations of a user.
//! GUI thread.
class PersonListModel final : public PagedRows<PeopleRequest, Person>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonListModel)

public:
    enum Role {
        NameRole = Qt::UserRole, //!< QString, the handle
        FullNameRole, //!< QString; the handle when there is no other
        KindRole, //!< int, PersonKind
        AvatarRole, //!< QString as the Hub gives it, may be empty
        ProRole, //!< bool
        MemberRole, //!< QString, the role of a member in words; may be empty
    };

    explicit PersonListModel(HubClient *client, QObject *parent = nullptr);
    ~PersonListModel() override;

    //! A list that is known whole.
    void setPeople(std::vector<Person> people);
    [[nodiscard]] const Person &person(int row) const { return this->row(row); }

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] QString keyOf(const Person &person) const override { return person.name; }
};

//! "Administrator", "May write", ...; what is unknown as the Hub calls it.
[[nodiscard]] QString memberRoleTitle(const QString &role);
//! "User" or "Organisation", translated; empty for PersonKind::Unknown.
[[nodiscard]] QString personKindTitle(PersonKind kind);

} // namespace hubdesk
