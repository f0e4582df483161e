// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/uicontext.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QListWidget;
class QScrollArea;
class QStackedWidget;

namespace hubdesk {

class AccountController;
class SearchField;
class SearchMarks;
class SettingsController;
class SettingsPage;
class ThemedLabel;

//! The pages of the settings with a list of them at the side and a search over all of them. Page
//! ids: "network", "account", "transfers", "cache", "appearance", "language", "notifications",
//! "advanced". Object names: "settingsSearch", "settingsPages", "settingsNothingFound".
class SettingsWidget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsWidget)

public:
    SettingsWidget(const UiContext &context, SettingsController *settings,
                   AccountController *account, QWidget *parent = nullptr);

    //! Unknown ids change nothing.
    void showPage(const QString &id);
    [[nodiscard]] QString page() const;
    [[nodiscard]] const QStringList &pages() const { return m_ids; }
    //! Null when the search shows none.
    [[nodiscard]] SettingsPage *currentPage() const;

Q_SIGNALS:
    void pageChanged();

private:
    //! A page, what lets it scroll, and the marks over it.
    struct Entry
    {
        SettingsPage *page;
        QScrollArea *scroll;
        SearchMarks *marks;
    };

    void addPage(const QString &id, const QString &icon, SettingsPage *page);
    void buildSearch();
    void search();
    void showRow(int row);
    void scrollToHit();
    void enterHit();

    UiContext m_context;
    QStringList m_ids;
    std::vector<Entry> m_entries;
    SearchField *m_search;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    ThemedLabel *m_nothing;
};

} // namespace hubdesk
