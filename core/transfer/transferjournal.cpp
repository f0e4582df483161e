// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferjournal.h"

#include "core/log/categories.h"
#include "core/transfer/transferjson.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <atomic>
#include <deque>
#include <mutex>
#include <utility>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

//! Not *.json, which older programs would take for a transfer.
QString orderPath(const QString &folder)
{
    return folder + "/queue.order"_L1;
}

//! The user's order as far as it is known, then by age.
void sort(std::vector<Transfer> &transfers, const QByteArray &order)
{
    QHash<TransferId, qsizetype> places;
    const QJsonArray ids = QJsonDocument::fromJson(order).array();
    for (qsizetype i = 0; i < ids.size(); ++i)
        places.insert(static_cast<TransferId>(ids.at(i).toInteger()), i);
    std::ranges::sort(transfers, {}, [&](const Transfer &transfer) {
        return std::pair(places.value(transfer.id, ids.size()), transfer.id);
    });
}

TransferJournal::Content read(const QString &path)
{
    TransferJournal::Content content;
    QDir folder(path);
    for (const QString &halfWritten : folder.entryList({u"*.json.new"_s}, QDir::Files))
        folder.remove(halfWritten); // by a run that was killed
    const auto names = folder.entryList({u"*.json"_s}, QDir::Files);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            qCWarning(lcTransfer).noquote()
                << "cannot read" << file.fileName() << file.errorString();
            continue;
        }
        const auto json = QJsonDocument::fromJson(file.readAll());
        file.close();
        auto transfer = transferFromJson(json.object());
        if (!transfer || name != QString::number(transfer->id) + ".json"_L1) {
            qCWarning(lcTransfer).noquote()
                << "keeps aside what is no transfer:" << file.fileName();
            QFile::remove(file.fileName() + ".broken"_L1);
            file.rename(file.fileName() + ".broken"_L1);
            continue;
        }
        content.transfers.push_back(std::move(*transfer));
    }
    QFile order(orderPath(path));
    sort(content.transfers, order.open(QIODevice::ReadOnly) ? order.readAll() : QByteArray());
    return content;
}

} // namespace

//! States that wait for the disk. Shared by both threads.
struct TransferJournal::Pending
{
    struct Write
    {
        Transfer transfer;
        std::vector<std::function<void()>> then;
    };

    QString folder;
    Save save;
    std::atomic<bool> isAbandoned = false; // the disk is not to be asked again
    std::mutex mutex;
    QHash<TransferId, Write> writes;
    std::deque<TransferId> order; // of writes
    bool isOnItsWay = false; // a call of writeAll() will see what is added

    [[nodiscard]] QString path(TransferId id) const
    {
        return folder + u'/' + QString::number(id) + ".json"_L1;
    }

    std::vector<Write> takeSome()
    {
        const std::scoped_lock lock(mutex);
        std::vector<Write> some;
        while (!order.empty() && some.size() < kMostDurableFiles) {
            if (const auto found = writes.find(order.front()); found != writes.end()) {
                some.push_back(std::move(*found));
                writes.erase(found);
            }
            order.pop_front();
        }
        isOnItsWay = !some.empty();
        return some;
    }

    //! Writes until nothing waits any more.
    void writeAll(const std::shared_ptr<Mailbox> &mailbox)
    {
        for (auto some = takeSome(); !some.empty() && !isAbandoned; some = takeSome()) {
            std::vector<DurableFile> files;
            for (const Write &write : some) {
                const QJsonDocument json(transferToJson(write.transfer));
                files.push_back({path(write.transfer.id), json.toJson(QJsonDocument::Compact)});
            }
            QDir().mkpath(folder);
            save(folder, files);
            for (Write &write : some) {
                for (auto &then : write.then)
                    mailbox->post(std::move(then));
            }
        }
    }
};

TransferJournal::TransferJournal(QString folder, std::shared_ptr<Mailbox> mailbox, Save save)
    : m_pending(std::make_shared<Pending>()),
      m_mailbox(std::move(mailbox))
{
    m_pending->folder = std::move(folder);
    m_pending->save = save ? std::move(save) : replaceDurably;
}

TransferJournal::~TransferJournal() = default;

void TransferJournal::load(std::function<void(Content content)> then)
{
    if (m_pending->folder.isEmpty()) {
        m_mailbox->post([then = std::move(then)] { then({}); });
        return;
    }
    m_thread.run([pending = m_pending, mailbox = m_mailbox, then = std::move(then)] {
        auto content = std::make_shared<Content>(read(pending->folder));
        mailbox->post([content, then] { then(std::move(*content)); });
    });
}

void TransferJournal::write(const Transfer &transfer, std::function<void()> then)
{
    if (m_pending->folder.isEmpty()) {
        if (then)
            m_mailbox->post(std::move(then));
        return;
    }
    {
        const std::scoped_lock lock(m_pending->mutex);
        if (!m_pending->writes.contains(transfer.id))
            m_pending->order.push_back(transfer.id);
        Pending::Write &write = m_pending->writes[transfer.id];
        write.transfer = transfer;
        if (then)
            write.then.push_back(std::move(then));
        if (std::exchange(m_pending->isOnItsWay, true))
            return;
    }
    m_thread.run([pending = m_pending, mailbox = m_mailbox] { pending->writeAll(mailbox); });
}

void TransferJournal::writeOrder(const std::vector<TransferId> &ids)
{
    if (m_pending->folder.isEmpty())
        return;
    m_thread.run([pending = m_pending, ids] {
        QJsonArray array;
        for (const TransferId id : ids)
            array.append(static_cast<qint64>(id));
        QDir().mkpath(pending->folder);
        pending->save(
            pending->folder,
            {{orderPath(pending->folder), QJsonDocument(array).toJson(QJsonDocument::Compact)}});
    });
}

void TransferJournal::remove(TransferId id)
{
    if (m_pending->folder.isEmpty())
        return;
    {
        const std::scoped_lock lock(m_pending->mutex);
        m_pending->writes.remove(id);
    }
    m_thread.run([path = m_pending->path(id)] { QFile::remove(path); });
}

void TransferJournal::whenWritten(std::function<void()> then)
{
    m_thread.run([mailbox = m_mailbox, then = std::move(then)] { mailbox->post(then); });
}

void TransferJournal::close(QDeadlineTimer deadline)
{
    if (m_thread.close(deadline))
        return;
    m_pending->isAbandoned = true;
    qCWarning(lcTransfer) << "the disk did not answer in time: leaving the journal behind";
}

} // namespace hubdesk
