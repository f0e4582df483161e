// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/transfer/transferjournal.h"

#include "core/log/categories.h"
#include "core/transfer/transferjson.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hubdesk {

namespace {

void save(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    // Repo names are nobody else's business.
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(content) != content.size() || !file.commit())
        qCWarning(lcTransfer).noquote() << "cannot write" << path << file.errorString();
}

} // namespace

TransferJournal::TransferJournal(QString folder, std::shared_ptr<Mailbox> mailbox)
    : m_folder(std::move(folder)),
      m_mailbox(std::move(mailbox)),
      m_strand(std::make_shared<Strand>(&m_pool))
{ }

TransferJournal::~TransferJournal() = default;

QString TransferJournal::path(TransferId id) const
{
    return m_folder + u'/' + QString::number(id) + ".json"_L1;
}

std::vector<Transfer> TransferJournal::load()
{
    std::vector<Transfer> transfers;
    if (m_folder.isEmpty())
        return transfers;
    const QDir folder(m_folder);
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
        if (!transfer || path(transfer->id) != folder.filePath(name)) {
            qCWarning(lcTransfer).noquote()
                << "keeps aside what is no transfer:" << file.fileName();
            QFile::remove(file.fileName() + ".broken"_L1);
            file.rename(file.fileName() + ".broken"_L1);
            continue;
        }
        transfers.push_back(std::move(*transfer));
    }
    std::ranges::sort(transfers, {}, &Transfer::id);
    return transfers;
}

void TransferJournal::write(const Transfer &transfer, std::function<void()> then)
{
    if (m_folder.isEmpty()) {
        if (then)
            m_mailbox->post(std::move(then));
        return;
    }
    m_strand->run(
        [path = path(transfer.id), transfer, mailbox = m_mailbox, then = std::move(then)] {
            save(path, QJsonDocument(transferToJson(transfer)).toJson(QJsonDocument::Compact));
            if (then)
                mailbox->post(then);
        });
}

void TransferJournal::remove(TransferId id)
{
    if (!m_folder.isEmpty())
        m_strand->run([path = path(id)] { QFile::remove(path); });
}

void TransferJournal::whenWritten(std::function<void()> then)
{
    m_strand->run([mailbox = m_mailbox, then = std::move(then)] { mailbox->post(then); });
}

bool TransferJournal::flush(int milliseconds)
{
    return m_pool.waitForDone(milliseconds);
}

} // namespace hubdesk
