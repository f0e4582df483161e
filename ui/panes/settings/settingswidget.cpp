// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/settings/settingswidget.h"

#include "ui/panes/settings/accountpage.h"
#include "ui/panes/settings/advancedpage.h"
#include "ui/panes/settings/appearancepage.h"
#include "ui/panes/settings/cachepage.h"
#include "ui/panes/settings/languagepage.h"
#include "ui/panes/settings/networkpage.h"
#include "ui/panes/settings/notificationspage.h"
#include "ui/panes/settings/pagesearch.h"
#include "ui/panes/settings/searchmarks.h"
#include "ui/panes/settings/transferspage.h"
#include "ui/theme/icons.h"
#include "ui/theme/measures.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/themedlabel.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

constexpr int kListWidth = 200;

} // namespace

SettingsWidget::SettingsWidget(const UiContext &context, SettingsController *settings,
                               AccountController *account, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_search(new SearchField(context, tr("Search the settings"), this)),
      m_list(new QListWidget(this)),
      m_pages(new QStackedWidget(this)),
      m_nothing(new ThemedLabel(context.theme, FontRole::Body, Token::TextSecondary, m_pages))
{
    m_list->setObjectName(u"settingsPages"_s);
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_list->setFixedWidth(kListWidth);
    m_list->setIconSize(QSize(measure::kIconLarge, measure::kIconLarge));
    m_list->setFrameShape(QFrame::NoFrame);
    addPage(u"network"_s, u"globe"_s, new NetworkPage(context, settings, this));
    addPage(u"account"_s, u"account"_s, new AccountPage(context, account, settings, this));
    addPage(u"transfers"_s, u"transfers"_s, new TransfersPage(context, this));
    addPage(u"cache"_s, u"cache"_s, new CachePage(context, settings, this));
    addPage(u"appearance"_s, u"appearance"_s, new AppearancePage(context, this));
    addPage(u"language"_s, u"language"_s, new LanguagePage(context, this));
    addPage(u"notifications"_s, u"notifications"_s, new NotificationsPage(context, this));
    addPage(u"advanced"_s, u"settings"_s, new AdvancedPage(context, settings, this));
    buildSearch();
    auto *sideBox = new QWidget(this);
    sideBox->setBackgroundRole(QPalette::Base);
    sideBox->setAutoFillBackground(true);
    auto *side = new QVBoxLayout(sideBox);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(measure::kSmall, measure::kSmall, measure::kSmall,
                                  measure::kSmall);
    searchRow->addWidget(m_search);
    side->addLayout(searchRow);
    side->addWidget(m_list, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(sideBox);
    row->addWidget(m_pages, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsWidget::showRow);
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
    m_entries.push_back({page, scroll, new SearchMarks(m_context.theme, page)});
}

void SettingsWidget::buildSearch()
{
    m_search->setObjectName(u"settingsSearch"_s);
    m_search->setFixedWidth(kListWidth - 2 * measure::kSmall);
    m_search->setTarget(m_list);
    m_nothing->setObjectName(u"settingsNothingFound"_s);
    m_nothing->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(measure::kHuge, 2 * measure::kHuge, measure::kHuge, 0);
    m_pages->addWidget(m_nothing); // behind the pages, so that rows and pages have equal numbers
    connect(m_search, &QLineEdit::textChanged, this, &SettingsWidget::search);
    connect(m_search, &QLineEdit::returnPressed, this, &SettingsWidget::enterHit);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WindowShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

void SettingsWidget::search()
{
    const SearchQuery query(m_search->text());
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const Entry &entry = m_entries[static_cast<size_t>(row)];
        const PageHits hits = searchPage(entry.page, query);
        entry.marks->mark(hits.controls);
        const bool isShown = query.isEmpty() || hits.matches;
        m_list->item(row)->setHidden(!isShown);
        if (isShown && (first < 0 || row == m_list->currentRow()))
            first = row;
    }
    m_nothing->setText(first < 0
                           ? tr("No setting has to do with \"%1\".").arg(m_search->text().trimmed())
                           : QString());
    if (first >= 0 && first != m_list->currentRow())
        m_list->setCurrentRow(first);
    else
        showRow(first);
}

void SettingsWidget::showRow(int row)
{
    if (row < 0)
        m_pages->setCurrentWidget(m_nothing);
    else
        m_pages->setCurrentIndex(row);
    scrollToHit();
    Q_EMIT
    pageChanged();
}

void SettingsWidget::scrollToHit()
{
    const int index = m_pages->currentIndex();
    if (index < 0 || static_cast<size_t>(index) >= m_entries.size())
        return;
    const Entry &entry = m_entries[static_cast<size_t>(index)];
    // A page that was never shown has no layout before its first turn.
    QTimer::singleShot(0, entry.marks, [entry] {
        const QList<QWidget *> hits = entry.marks->marked();
        if (!hits.isEmpty())
            entry.scroll->ensureWidgetVisible(hits.first(), 0, measure::kHuge * 2);
    });
}

//! Enter goes to the first hit that the keyboard can use.
void SettingsWidget::enterHit()
{
    const int index = m_pages->currentIndex();
    if (index < 0 || static_cast<size_t>(index) >= m_entries.size())
        return;
    for (QWidget *hit : m_entries[static_cast<size_t>(index)].marks->marked()) {
        const auto *label = qobject_cast<const QLabel *>(hit);
        QWidget *target = label ? label->buddy() : hit;
        if (target && target->isEnabled() && target->focusPolicy() != Qt::NoFocus) {
            target->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void SettingsWidget::showPage(const QString &id)
{
    const auto row = m_ids.indexOf(id);
    if (row < 0)
        return;
    m_search->clear(); // the page may be one that the search hides
    m_list->setCurrentRow(static_cast<int>(row));
}

QString SettingsWidget::page() const
{
    return m_ids.value(m_list->currentRow());
}

SettingsPage *SettingsWidget::currentPage() const
{
    const int index = m_pages->currentIndex();
    return index < 0 || static_cast<size_t>(index) >= m_entries.size()
        ? nullptr
        : m_entries[static_cast<size_t>(index)].page;
}

} // namespace hubdesk
