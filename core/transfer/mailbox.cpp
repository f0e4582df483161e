// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/mailbox.h"

#include <QBasicTimer>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QObject>

#include <chrono>
#include <iterator>
#include <utility>

namespace hubdesk {

namespace {

// A thousand messages at once must not keep a window from painting.
constexpr std::chrono::milliseconds kAtOnce{4};

} // namespace

class Mailbox::Receiver : public QObject
{
public:
    explicit Receiver(Mailbox *mailbox)
        : m_mailbox(mailbox)
    { }

protected:
    void customEvent(QEvent *) override
    {
        if (m_mailbox)
            m_mailbox->deliver();
    }
    void timerEvent(QTimerEvent *) override
    {
        m_goOn.stop();
        if (m_mailbox)
            m_mailbox->deliver();
    }

public:
    //! Behind everything else that is due, which a posted event would not be.
    void goOnLater() { m_goOn.start(0, this); }

    QBasicTimer m_goOn;
    Mailbox *m_mailbox;
};

Mailbox::Mailbox()
    : m_receiver(new Receiver(this))
{ }

Mailbox::~Mailbox()
{
    Q_ASSERT(!m_receiver);
}

void Mailbox::post(std::function<void()> message)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_receiver)
        return;
    m_messages.push_back(std::move(message));
    if (!std::exchange(m_awake, true))
        QCoreApplication::postEvent(m_receiver, new QEvent(QEvent::User));
}

void Mailbox::close()
{
    std::vector<std::function<void()>> dropped; // destroyed after the lock is gone
    const std::scoped_lock lock(m_mutex);
    if (!m_receiver)
        return;
    // Later, because a message may be what closes the box.
    m_receiver->m_mailbox = nullptr;
    m_receiver->deleteLater();
    m_receiver = nullptr;
    dropped = std::exchange(m_messages, {});
}

void Mailbox::deliver()
{
    const auto self = shared_from_this(); // a message may drop the last other reference
    std::vector<std::function<void()>> messages;
    {
        const std::scoped_lock lock(m_mutex);
        messages = std::exchange(m_messages, {});
        m_awake = false;
    }
    const QDeadlineTimer enough(kAtOnce);
    for (auto it = messages.begin(); it != messages.end(); ++it) {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_receiver) // a message before this one closed the box
                return;
            if (it != messages.begin() && enough.hasExpired()) {
                // In front of what came in the meantime.
                m_messages.insert(m_messages.begin(), std::make_move_iterator(it),
                                  std::make_move_iterator(messages.end()));
                m_awake = true;
                m_receiver->goOnLater();
                return;
            }
        }
        (*it)();
        *it = nullptr;
    }
}

} // namespace hubdesk
