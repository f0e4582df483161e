// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/accountdelegate.h"

#include "core/model/accountlistmodel.h"
#include "ui/theme/measures.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kLeastWidth = 160;

} // namespace

AccountDelegate::AccountDelegate(const UiContext &context, QObject *parent)
    : QStyledItemDelegate(parent),
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
    const QRect mark(inner.left(), inner.top(), measure::kIconLarge, inner.height());
    m_painter.icon(painter, mark, inUse ? u"done"_s : u"account"_s, measure::kIconLarge,
                   inUse ? Token::Good : Token::TextSecondary);
    QRect text = inner;
    text.setLeft(mark.right() + 1 + measure::kMedium);
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
