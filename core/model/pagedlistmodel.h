// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/pager.h"

#include <QAbstractListModel>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <vector>

namespace hubdesk {

//! A list that grows page by page: what the lists of the Hub have in common, and what pages can be
//! told about each of them. GUI thread.
class PagedListModel : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PagedListModel)

public:
    explicit PagedListModel(QObject *parent = nullptr);
    ~PagedListModel() override;

    //! Asks again for the page that failed.
    virtual void retry() = 0;
    //! No rows, no query.
    virtual void clear() = 0;
    [[nodiscard]] virtual bool isLoading() const = 0;
    //! False once the last page has come.
    [[nodiscard]] virtual bool hasMore() const = 0;
    //! Rows in all, -1 when the Hub does not say.
    [[nodiscard]] virtual qint64 total() const = 0;

Q_SIGNALS:
    void loadingChanged();
    //! \a first: the rows of a new query are in.
    void pageLoaded(bool first);
    //! \a first: the new query has no rows at all; else the list just does not go on.
    void failed(const hubdesk::Error &error, bool first);
};

//! The rows of one listing. \a Request is a request struct whose Response is Page<Item>.
//!
//! A new query keeps the old rows until its first page has arrived; only then the model is reset.
//! Rows that a later page repeats (the listing moved meanwhile) are left out. A page may be empty
//! although the listing goes on; then the next one is asked for at once.
template <class Request, class Item> class PagedRows : public PagedListModel
{
public:
    explicit PagedRows(HubClient *client, QObject *parent = nullptr)
        : PagedListModel(parent),
          m_client(client)
    { }

    //! Starts a new listing and drops the one under way.
    void search(const Request &request)
    {
        m_pager = Pager<Request>(m_client, request);
        m_awaitsFirst = true;
        m_emptyPages = 0;
        fetch();
    }
    void retry() override
    {
        if (m_failed)
            fetch();
    }
    void clear() override
    {
        m_pager = {};
        m_awaitsFirst = false;
        m_failed = false;
        m_loading = false;
        setRows({});
        m_total = -1;
        Q_EMIT
        loadingChanged();
    }
    [[nodiscard]] bool isLoading() const override { return m_loading; }
    [[nodiscard]] bool hasMore() const override { return m_pager.hasMore(); }
    [[nodiscard]] qint64 total() const override { return m_total; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && !m_awaitsFirst && !m_failed && m_pager.hasMore() && !m_loading;
    }
    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent))
            fetch();
    }

protected:
    //! What makes two items the same row.
    [[nodiscard]] virtual QString keyOf(const Item &item) const = 0;
    [[nodiscard]] const std::vector<Item> &rows() const { return m_rows; }
    [[nodiscard]] const Item &row(int row) const { return m_rows[static_cast<size_t>(row)]; }
    //! Replaces all rows; for lists that come whole.
    void setRows(std::vector<Item> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_keys.clear();
        for (const Item &item : m_rows)
            m_keys.insert(keyOf(item));
        endResetModel();
    }

private:
    static constexpr int kEmptyPages = 20; //!< In a row; a listing that goes on so is none.

    void fetch()
    {
        m_failed = false;
        m_loading = true;
        m_pager.fetchNext(this, [this](Result<Page<Item>> page) { take(std::move(page)); });
        Q_EMIT
        loadingChanged();
    }

    void take(Result<Page<Item>> page)
    {
        const bool first = m_awaitsFirst;
        if (page && page->items.empty() && m_pager.hasMore() && ++m_emptyPages < kEmptyPages) {
            fetch();
            return;
        }
        m_loading = false;
        if (!page) {
            m_failed = true;
            Q_EMIT
            loadingChanged();
            Q_EMIT
            failed(page.error(), first);
            return;
        }
        m_emptyPages = 0;
        add(std::move(*page), first);
        Q_EMIT
        loadingChanged();
        Q_EMIT
        pageLoaded(first);
    }

    void add(Page<Item> page, bool first)
    {
        std::vector<Item> fresh;
        if (first)
            m_keys.clear();
        for (Item &item : page.items) {
            const QString key = keyOf(item);
            if (!m_keys.contains(key)) {
                m_keys.insert(key);
                fresh.push_back(std::move(item));
            }
        }
        if (first) {
            m_awaitsFirst = false;
            beginResetModel();
            m_rows = std::move(fresh);
            m_total = page.total;
            endResetModel();
        } else if (!fresh.empty()) {
            const auto row = static_cast<int>(m_rows.size());
            beginInsertRows({}, row, row + static_cast<int>(fresh.size()) - 1);
            std::ranges::move(fresh, std::back_inserter(m_rows));
            endInsertRows();
        }
    }

    HubClient *m_client;
    Pager<Request> m_pager;
    std::vector<Item> m_rows;
    QSet<QString> m_keys;
    qint64 m_total = -1;
    int m_emptyPages = 0;
    bool m_awaitsFirst = false;
    bool m_failed = false;
    bool m_loading = false; //!< Until take(): an answer may be on its way although the call ended.
};

} // namespace hubdesk
