// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/persondelegate.h"

#include "core/model/personlistmodel.h"
#include "ui/theme/measures.h"
#include "ui/widgets/avatars.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace hubdesk {

PersonDelegate::PersonDelegate(const UiContext &context, Avatars *avatars, QObject *parent)
    : QStyledItemDelegate(parent),
      m_painter(context),
      m_avatars(avatars)
{ }

void PersonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    Person person;
    person.kind = static_cast<PersonKind>(index.data(PersonListModel::KindRole).toInt());
    person.name = index.data(PersonListModel::NameRole).toString();
    person.fullName = index.data(PersonListModel::FullNameRole).toString();
    person.avatarUrl = index.data(PersonListModel::AvatarRole).toString();
    painter->save();
    m_painter.background(painter, option);
    const QRect inner = option.rect.adjusted(measure::kMedium, 0, -measure::kMedium, -1);
    QRect picture(0, 0, kAvatar, kAvatar);
    picture.moveCenter(inner.center());
    picture.moveLeft(inner.left());
    m_avatars->paint(painter, picture, person);
    QStringList facts;
    if (person.fullName != person.name)
        facts.append(person.name);
    if (index.data(PersonListModel::ProRole).toBool())
        facts.append(u"PRO"_s);
    facts.append(index.data(PersonListModel::MemberRole).toString());
    facts.removeAll(QString());
    if (facts.isEmpty())
        facts.append(personKindTitle(person.kind));
    m_painter.twoLines(painter, inner.adjusted(kAvatar + measure::kMedium, 0, 0, 0),
                       person.fullName, facts.join(u" \u00b7 "_s));
    painter->restore();
}

QSize PersonDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {240, measure::kRowTwoLines};
}

} // namespace hubdesk
