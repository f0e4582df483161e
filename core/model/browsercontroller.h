// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/repolistmodel.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace hubdesk {

class Settings;

//! What the search field says, taken apart: `author:name` words are the author, the rest is text.
struct SearchWords
{
    QString text;
    QString author;

    bool operator==(const SearchWords &) const = default;
};
[[nodiscard]] SearchWords parseSearchWords(const QString &input);

//! The state of a part of a page that waits for the Hub.
enum class LoadState {
    Idle, //!< Nothing was asked for yet.
    Loading,
    Ready,
    Empty, //!< The Hub answered, and there is nothing.
    Failed, //!< See the error.
};

//! The search of the Browse pane: what is asked for, when, and what came of it. GUI thread; client
//! and settings are not owned and outlive it.
//!
//! Typing waits kDelay before it asks; everything else asks at once. A new question drops the old
//! one. Type and order are remembered in the settings.
class BrowserController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrowserController)

public:
    static constexpr int kDelay = 200; //!< ms

    BrowserController(HubClient *client, Settings *settings, QObject *parent = nullptr);
    ~BrowserController() override;

    [[nodiscard]] RepoListModel *model() { return &m_model; }
    [[nodiscard]] HubClient *client() const { return m_client; }

    [[nodiscard]] RepoType type() const { return m_type; }
    void setType(RepoType type);
    [[nodiscard]] SearchSort sort() const { return m_sort; }
    void setSort(SearchSort sort);
    //! As it was typed, without the author's chip.
    [[nodiscard]] const QString &text() const { return m_text; }
    void setText(const QString &text);
    //! The chip; empty: none.
    [[nodiscard]] const QString &author() const { return m_author; }
    void setAuthor(const QString &author);
    //! Return was pressed: an `author:` word becomes the chip, and nobody waits.
    void searchNow();

    //! Asks the same question again, from the first page.
    void refresh();
    //! After a failure: asks again for what failed.
    void retry();

    [[nodiscard]] LoadState state() const { return m_state; }
    //! Why state() is Failed, or why the list does not go on.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! The rows are there, but the next page failed.
    [[nodiscard]] bool moreFailed() const { return m_moreFailed; }
    //! When the rows were fetched; UTC.
    [[nodiscard]] const QDateTime &fetchedAt() const { return m_fetchedAt; }
    //! True when text or author narrow the list.
    [[nodiscard]] bool isFiltered() const;
    //! The question as it is asked now.
    [[nodiscard]] SearchRequest request() const;

Q_SIGNALS:
    void queryChanged(); //!< type, sort, text or author
    void stateChanged();

private:
    void search();
    void setState(LoadState state);
    void restore();

    HubClient *m_client;
    Settings *m_settings;
    RepoListModel m_model;
    QTimer m_delay;
    RepoType m_type = RepoType::Model;
    SearchSort m_sort = SearchSort::Trending;
    QString m_text;
    QString m_author;
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
    bool m_moreFailed = false;
    QDateTime m_fetchedAt;
};

//! Stable names for the settings: "trending", "downloads", "likes", "lastModified", "created".
[[nodiscard]] QString searchSortName(SearchSort sort);
//! SearchSort::Trending for an unknown name.
[[nodiscard]] SearchSort searchSortFromName(const QString &name);

} // namespace hubdesk
