// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/likeddelegate.h"

#include "core/model/humanformat.h"
#include "core/model/likedreposmodel.h"
#include "ui/theme/measures.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace hubdesk {

LikedDelegate::LikedDelegate(const UiContext &context, QObject *parent)
    : QStyledItemDelegate(parent),
      m_painter(context)
{ }

void LikedDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    m_painter.background(painter, option);
    const QRect inner = option.rect.adjusted(measure::kMedium, 0, -measure::kMedium, -1);
    const QVariant type = index.data(LikedReposModel::TypeRole);
    const RepoLook look = type.isValid() ? repoLook(static_cast<RepoType>(type.toInt()))
                                         : RepoLook{u"external"_s, Token::TextSecondary};
    m_painter.icon(painter, QRect(inner.left(), inner.top(), measure::kIconLarge, inner.height()),
                   look.icon, measure::kIconLarge, look.token);
    QStringList facts{index.data(LikedReposModel::TypeTextRole).toString()};
    const QDateTime likedAt = index.data(LikedReposModel::LikedAtRole).toDateTime();
    if (likedAt.isValid())
        facts.append(tr("liked %1").arg(relativeTime(likedAt, QDateTime::currentDateTimeUtc())));
    facts.removeAll(QString());
    m_painter.twoLines(painter, inner.adjusted(measure::kIconLarge + measure::kMedium, 0, 0, 0),
                       index.data().toString(), facts.join(u" \u00b7 "_s));
    painter->restore();
}

QSize LikedDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {240, measure::kRowTwoLines};
}

} // namespace hubdesk
