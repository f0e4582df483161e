// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/settingswidget.h"

#include "ui/panes/settings/accountpage.h"
#include "ui/panes/settings/appearancepage.h"
#include "ui/panes/settings/cachepage.h"
#include "ui/panes/settings/networkpage.h"
#include "ui/panes/settings/transferspage.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace hubdesk {

SettingsWidget::SettingsWidget(const UiContext &context, SettingsController *settings,
                               AccountController *account, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_list(new QListWidget(this)),
      m_pages(new QStackedWidget(this))
{
    constexpr int kListWidth = 168;
    m_list->setObjectName(u"settingsPages"_s);
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_list->setFixedWidth(kListWidth);
    m_list->setIconSize(QSize(measure::kIconLarge, measure::kIconLarge));
    m_list->setUniformItemSizes(true);
    addPage(u"network"_s, u"globe"_s, new NetworkPage(context, settings, this));
    addPage(u"account"_s, u"account"_s, new AccountPage(context, account, this));
    addPage(u"cache"_s, u"cache"_s, new CachePage(context, settings, this));
    addPage(u"appearance"_s, u"appearance"_s, new AppearancePage(context, this));
    addPage(u"transfers"_s, u"transfers"_s, new TransfersPage(context, this));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addWidget(m_pages, 1);
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_list->setCurrentRow(0);
    setFocusProxy(m_list);
}

void SettingsWidget::addPage(const QString &id, const QString &icon, SettingsPage *page)
{
    auto *item = new QListWidgetItem(m_context.icons->icon(icon), page->title(), m_list);
    item->setSizeHint(QSize(0, measure::kButtonHeight + measure::kSmall));
    m_ids.append(id);
    // On a small screen a page scrolls instead of being squeezed.
    auto *scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    m_pages->addWidget(scroll);
}

void SettingsWidget::showPage(const QString &id)
{
    if (const auto row = m_ids.indexOf(id); row >= 0)
        m_list->setCurrentRow(static_cast<int>(row));
}

QString SettingsWidget::page() const
{
    return m_ids.value(m_list->currentRow());
}

} // namespace hubdesk
