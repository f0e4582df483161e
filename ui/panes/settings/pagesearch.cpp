// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/pagesearch.h"

#include "ui/panes/settings/settingspage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! A part of another control is not one by itself.
bool isPart(const QWidget *widget)
{
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QLineEdit *>(above) || qobject_cast<const QAbstractSpinBox *>(above)
            || qobject_cast<const QComboBox *>(above)
            || qobject_cast<const QAbstractItemView *>(above))
            return true;
    }
    return false;
}

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QLabel *>(widget) || qobject_cast<const QAbstractButton *>(widget)
        || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget) || widget->property(kSearchWords).isValid();
}

QStringList textsOf(const QWidget *widget)
{
    QStringList texts = widget->property(kSearchWords).toStringList();
    texts << widget->accessibleName();
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        texts << label->text();
        if (label->buddy())
            texts << label->buddy()->property(kSearchWords).toStringList();
    } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        texts << button->text();
    } else if (const auto *choice = qobject_cast<const QComboBox *>(widget)) {
        for (int i = 0; i < choice->count(); ++i)
            texts << choice->itemText(i);
    }
    return texts;
}

//! The heading above \a widget, which may be inside of something larger.
QString groupOf(const QWidget *widget, const QWidget *page)
{
    for (; widget && widget != page; widget = widget->parentWidget()) {
        if (const QVariant group = widget->property(kSearchGroup); group.isValid())
            return group.toString();
    }
    return {};
}

} // namespace

PageHits searchPage(const SettingsPage *page, const SearchQuery &query)
{
    PageHits hits;
    hits.matches = query.matchesAll({page->title()});
    for (QWidget *widget : page->findChildren<QWidget *>()) {
        if (!isControl(widget) || isPart(widget) || !widget->isVisibleTo(page))
            continue;
        const QStringList texts = textsOf(widget);
        if (query.matchesAny(texts)
            && query.matchesAll(texts + QStringList{groupOf(widget, page), page->title()}))
            hits.controls.append(widget);
    }
    const auto top = [page](const QWidget *widget) { return widget->mapTo(page, QPoint()).y(); };
    std::ranges::stable_sort(hits.controls, {}, top);
    hits.matches = hits.matches || !hits.controls.isEmpty();
    return hits;
}

} // namespace hubdesk
