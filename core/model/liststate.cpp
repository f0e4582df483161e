// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/liststate.h"

namespace hubdesk {

ListState::ListState(PagedListModel *model, std::function<void()> ask, QObject *parent)
    : QObject(parent),
      m_model(model),
      m_ask(std::move(ask))
{
    connect(m_model, &PagedListModel::pageLoaded, this, [this](bool first) {
        m_error.reset();
        m_moreFailed = false;
        if (first)
            m_fetchedAt = QDateTime::currentDateTimeUtc();
        set(m_model->rowCount() > 0 ? LoadState::Ready : LoadState::Empty);
    });
    connect(m_model, &PagedListModel::failed, this, [this](const Error &error, bool first) {
        if (error.kind == ErrorKind::Canceled)
            return;
        m_error = error;
        m_moreFailed = !first;
        set(first ? LoadState::Failed : LoadState::Ready);
    });
    connect(m_model, &PagedListModel::loadingChanged, this, &ListState::changed);
}

ListState::~ListState() = default;

void ListState::want()
{
    if (m_state == LoadState::Idle || m_stale)
        refresh();
}

void ListState::refresh()
{
    m_stale = false;
    m_error.reset();
    m_moreFailed = false;
    m_state = LoadState::Loading;
    m_ask();
    Q_EMIT
    changed();
}

void ListState::retry()
{
    if (!m_moreFailed) {
        refresh();
        return;
    }
    m_moreFailed = false;
    m_error.reset();
    m_model->retry();
    Q_EMIT
    changed();
}

void ListState::setFilled()
{
    m_stale = false;
    m_error.reset();
    m_fetchedAt = QDateTime::currentDateTimeUtc();
    set(m_model->rowCount() > 0 ? LoadState::Ready : LoadState::Empty);
}

void ListState::clear()
{
    m_stale = false;
    m_error.reset();
    m_moreFailed = false;
    m_fetchedAt = {};
    m_state = LoadState::Idle;
    m_model->clear();
    Q_EMIT
    changed();
}

void ListState::set(LoadState state)
{
    m_state = state;
    Q_EMIT
    changed();
}

} // namespace hubdesk
