// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/browsercontroller.h"
#include "core/model/pagedlistmodel.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <optional>

namespace hubdesk {

//! What one list of a page is doing, followed from its model. Loads when somebody first wants to
//! see it. GUI thread; the model is not owned and outlives it.
class ListState final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListState)

public:
    //! \a ask starts a new listing in \a model.
    ListState(PagedListModel *model, std::function<void()> ask, QObject *parent = nullptr);
    ~ListState() override;

    [[nodiscard]] PagedListModel *model() const { return m_model; }
    [[nodiscard]] LoadState state() const { return m_state; }
    //! Why state() is Failed, or why the list does not go on.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! The rows are there, but the next page failed.
    [[nodiscard]] bool moreFailed() const { return m_moreFailed; }
    //! When the rows were fetched; UTC.
    [[nodiscard]] const QDateTime &fetchedAt() const { return m_fetchedAt; }

    //! Asks unless that was done, or what is there may be out of date.
    void want();
    //! Asks again, from the first page.
    void refresh();
    //! After a failure: asks again for what failed.
    void retry();
    //! The next want() asks again; what is there stays until then.
    void setStale() { m_stale = true; }
    //! The model was filled by somebody else.
    void setFilled();
    //! No rows, nothing asked for.
    void clear();

Q_SIGNALS:
    void changed();

private:
    void set(LoadState state);

    PagedListModel *m_model;
    std::function<void()> m_ask;
    LoadState m_state = LoadState::Idle;
    std::optional<Error> m_error;
    bool m_moreFailed = false;
    bool m_stale = false;
    QDateTime m_fetchedAt;
};

} // namespace hubdesk
