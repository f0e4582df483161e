// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/accountdelegate.h"

#include "core/hub/people.h"
#include "core/model/accountlistmodel.h"
#include "ui/theme/measures.h"
#include "ui/widgets/avatars.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kLeastWidth = 160;
constexpr int kPicture = 28;

} // namespace

AccountDelegate::AccountDelegate(const UiContext &context, Avatars *avatars, QObject *parent)
    : QStyledItemDelegate(parent),
      m_avatars(avatars),
      m_painter(context)
{ }

void AccountDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool inUse = index.data(AccountListModel::InUseRole).toBool();
    const QString warning = index.data(AccountListModel::WarningRole).toString();
    painter->save();
    m_painter.background(painter, option);
    const QRect inner = option.rect.adjusted(measure::kMedium, 0, -measure::kMedium, -1);
    const QRect picture(inner.left(), inner.center().y() - kPicture / 2, kPicture, kPicture);
    m_avatars->paint(painter, picture, index.data(AccountListModel::PersonRole).value<Person>());
    QRect text = inner;
    text.setLeft(picture.right() + 1 + measure::kMedium);
    if (inUse) {
        const QRect mark(text.right() + 1 - measure::kIconLarge, inner.top(), measure::kIconLarge,
                         inner.height());
        m_painter.icon(painter, mark, u"done"_s, measure::kIconLarge, Token::Good);
        text.setRight(mark.left() - measure::kMedium);
    }
    m_painter.twoLines(painter, text, index.data().toString(),
                       warning.isEmpty() ? index.data(AccountListModel::SecondaryRole).toString()
                                         : warning,
                       warning.isEmpty() ? Token::TextSecondary : Token::Warn);
    painter->restore();
}

QSize AccountDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {kLeastWidth, measure::kRowTwoLines};
}

} // namespace hubdesk
