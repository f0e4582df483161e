// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/hubclient.h"
#include "core/net/page.h"

#include <QPointer>

namespace hubdesk {

//! Walks a listing page by page over the Link header.
//!
//! \a Request is a request struct whose Response is Page<Item>. Keep one Pager a listing; replacing
//! it drops the page that is under way, moving it is for idle ones. Same thread as the client.
template <class Request> class Pager
{
public:
    using PageType = typename Request::Response;

    Pager() = default;
    Pager(HubClient *client, Request request)
        : m_client(client),
          m_request(std::move(request))
    { }

    //! True until the last page has been delivered.
    [[nodiscard]] bool hasMore() const { return m_client && !m_done; }
    [[nodiscard]] bool isLoading() const { return m_call.isPending(); }

    //! Asks for the next page. \a handler gets a Result<PageType>; after an error the same page can
    //! be asked for again. Nothing happens while a page is loading or after the last one.
    template <class F> void fetchNext(QObject *context, F handler)
    {
        if (!hasMore() || isLoading())
            return;
        m_call = m_next.isEmpty() ? m_client->send(m_request) : m_client->sendTo(m_next, m_request);
        m_call.then(context, [this, handler = std::move(handler)](Result<PageType> page) {
            if (page && !page->next.isEmpty() && page->next == m_next) {
                page = endlessListing(page->requestId);
                m_done = true;
            } else if (page) {
                m_next = page->next;
                m_done = m_next.isEmpty();
            }
            handler(std::move(page));
        });
    }

    void cancel() { m_call = {}; }

private:
    QPointer<HubClient> m_client;
    Request m_request{};
    QUrl m_next;
    bool m_done = false;
    Call<PageType> m_call;
};

} // namespace hubdesk
