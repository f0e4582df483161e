// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/browser/repodelegate.h"

#include "core/model/humanformat.h"
#include "core/model/repolistmodel.h"
#include "ui/theme/measures.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kFigureWidth = 62;
constexpr int kChangedWidth = 112;
constexpr int kRoomForChanged = 620; // below it the id needs the place
constexpr int kFigureIcon = 14;

int markCount(const QModelIndex &index)
{
    return int(index.data(RepoListModel::PrivateRole).toBool())
        + int(index.data(RepoListModel::GatedRole).toBool())
        + int(index.data(RepoListModel::CacheMarkRole).toInt() != int(CacheMark::None));
}

} // namespace

RepoRowLayout layoutRepoRow(const QRect &row, int marks)
{
    RepoRowLayout layout;
    QRect inner = row.adjusted(measure::kMedium, 0, -measure::kMedium, -1);
    const auto takeRight = [&inner](int width) {
        const QRect part(inner.right() - width + 1, inner.top(), width, inner.height());
        inner.setRight(part.left() - measure::kLarge - 1);
        return part;
    };
    layout.icon = QRect(inner.left(), inner.top(), measure::kIconLarge, inner.height());
    inner.setLeft(layout.icon.right() + 1 + measure::kMedium);
    if (row.width() >= kRoomForChanged)
        layout.changed = takeRight(kChangedWidth);
    layout.likes = takeRight(kFigureWidth);
    layout.downloads = takeRight(kFigureWidth);
    if (marks > 0)
        layout.marks = takeRight(marks * (measure::kIconSmall + measure::kTiny));
    layout.text = inner;
    return layout;
}

RepoDelegate::RepoDelegate(const UiContext &context, QObject *parent)
    : QStyledItemDelegate(parent),
      m_painter(context)
{ }

void RepoDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto type = static_cast<RepoType>(index.data(RepoListModel::TypeRole).toInt());
    const RepoRowLayout layout = layoutRepoRow(option.rect, markCount(index));
    painter->save();
    m_painter.background(painter, option);
    const RepoLook look = repoLook(type);
    m_painter.icon(painter, layout.icon, look.icon, measure::kIconLarge, look.token);

    QStringList facts;
    for (const int role : {RepoListModel::TaskRole, RepoListModel::LibraryRole}) {
        if (const QString fact = index.data(role).toString(); !fact.isEmpty())
            facts.append(fact);
    }
    if (facts.isEmpty())
        facts.append(tr("No task named"));
    const auto cached = static_cast<CacheMark>(index.data(RepoListModel::CacheMarkRole).toInt());
    if (cached != CacheMark::None)
        facts.prepend(cacheMarkText(cached));
    m_painter.twoLines(painter, layout.text, index.data().toString(), facts.join(u" \u00b7 "_s));

    QRect mark(layout.marks.left(), layout.marks.top(), measure::kIconSmall, layout.marks.height());
    if (cached != CacheMark::None) {
        const bool isNew = cached == CacheMark::NewVersion;
        m_painter.icon(painter, mark, isNew ? u"refresh"_s : u"done"_s, measure::kIconSmall,
                       isNew ? Token::Accent : Token::Good);
        mark.translate(measure::kIconSmall + measure::kTiny, 0);
    }
    for (const auto &[role, icon] : {std::pair(RepoListModel::GatedRole, u"key"_s),
                                     std::pair(RepoListModel::PrivateRole, u"lock"_s)}) {
        if (!index.data(role).toBool())
            continue;
        m_painter.icon(painter, mark, icon, measure::kIconSmall, Token::TextSecondary);
        mark.translate(measure::kIconSmall + measure::kTiny, 0);
    }

    const auto figure = [this, painter](const QRect &rect, const QString &icon, qint64 number) {
        const QRect iconRect(rect.left(), rect.top(), kFigureIcon, rect.height());
        m_painter.icon(painter, iconRect, icon, kFigureIcon, Token::TextSecondary);
        m_painter.text(painter, rect.adjusted(kFigureIcon + measure::kTiny, 0, 0, 0),
                       compactCount(number), FontRole::Figures, Token::Text,
                       Qt::AlignRight | Qt::AlignVCenter);
    };
    if (const qint64 downloads = index.data(RepoListModel::DownloadsRole).toLongLong();
        downloads >= 0)
        figure(layout.downloads, u"download"_s, downloads);
    figure(layout.likes, u"heart"_s, index.data(RepoListModel::LikesRole).toLongLong());
    if (!layout.changed.isEmpty()) {
        m_painter.text(painter, layout.changed,
                       relativeTime(index.data(RepoListModel::LastModifiedRole).toDateTime(),
                                    QDateTime::currentDateTimeUtc()),
                       FontRole::Secondary, Token::TextSecondary,
                       Qt::AlignRight | Qt::AlignVCenter);
    }
    painter->restore();
}

QSize RepoDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {360, measure::kRowTwoLines};
}

QString RepoDelegate::toolTipAt(const QPoint &position, const QRect &row, const QModelIndex &index)
{
    const RepoRowLayout layout = layoutRepoRow(row, markCount(index));
    const QLocale locale;
    if (layout.downloads.contains(position)) {
        const qint64 downloads = index.data(RepoListModel::DownloadsRole).toLongLong();
        return downloads < 0
            ? QString()
            : tr("%1 downloads in the last 30 days").arg(locale.toString(downloads));
    }
    if (layout.likes.contains(position))
        return tr("%1 likes")
            .arg(locale.toString(index.data(RepoListModel::LikesRole).toLongLong()));
    if (layout.changed.contains(position))
        return exactTime(index.data(RepoListModel::LastModifiedRole).toDateTime());
    if (layout.marks.contains(position)) {
        QStringList marks;
        switch (static_cast<CacheMark>(index.data(RepoListModel::CacheMarkRole).toInt())) {
        case CacheMark::None:
            break;
        case CacheMark::InCache:
            marks.append(tr("In the cache"));
            break;
        case CacheMark::NewVersion:
            marks.append(tr("There is a new version of what is in the cache"));
            break;
        }
        if (index.data(RepoListModel::GatedRole).toBool())
            marks.append(tr("Gated: the authors decide who may download the files"));
        if (index.data(RepoListModel::PrivateRole).toBool())
            marks.append(tr("Private"));
        return marks.join(u'\n');
    }
    return index.data().toString();
}

bool RepoDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = toolTipAt(event->pos(), option.rect, index);
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPos(), text, view);
    return true;
}

} // namespace hubdesk
