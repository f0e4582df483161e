// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/personlistmodel.h"

using namespace Qt::StringLiterals;

namespace hubdesk {

PersonListModel::PersonListModel(HubClient *client, QObject *parent)
    : PagedRows(client, parent)
{ }

PersonListModel::~PersonListModel() = default;

void PersonListModel::setPeople(std::vector<Person> people)
{
    setRows(std::move(people));
}

QVariant PersonListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Person &person = this->person(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case FullNameRole:
        return person.fullName.isEmpty() ? person.name : person.fullName;
    case Qt::AccessibleTextRole: {
        QStringList texts{index.data(FullNameRole).toString()};
        if (!person.fullName.isEmpty() && person.fullName != person.name)
            texts.append(person.name);
        texts.append(personKindTitle(person.kind));
        if (person.isPro)
            texts.append(u"PRO"_s);
        texts.append(memberRoleTitle(person.role));
        texts.removeAll(QString());
        return texts.join(u", "_s);
    }
    case NameRole:
        return person.name;
    case KindRole:
        return static_cast<int>(person.kind);
    case AvatarRole:
        return person.avatarUrl;
    case ProRole:
        return person.isPro;
    case MemberRole:
        return memberRoleTitle(person.role);
    default:
        return {};
    }
}

QString memberRoleTitle(const QString &role)
{
    if (role == "admin"_L1)
        return PersonListModel::tr("Administrator");
    if (role == "write"_L1)
        return PersonListModel::tr("Writes to all repos");
    if (role == "contributor"_L1)
        return PersonListModel::tr("Writes to own repos");
    if (role == "read"_L1)
        return PersonListModel::tr("Reads");
    if (role == "no_access"_L1)
        return PersonListModel::tr("No access to repos");
    return role;
}

QString personKindTitle(PersonKind kind)
{
    switch (kind) {
    case PersonKind::User:
        return PersonListModel::tr("User");
    case PersonKind::Organization:
        return PersonListModel::tr("Organization");
    case PersonKind::Unknown:
        break;
    }
    return {};
}

} // namespace hubdesk
