// SPDX-FileCopyrightText: Hubdesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/transferhistorystore.h"

#include "core/log/categories.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

namespace hubdesk {

namespace {
constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qint64 kLongestLine = 64 * 1024; // bytes
} // namespace

TransferHistoryStore::TransferHistoryStore(QString file, int most)
    : m_file(std::move(file)),
      m_most(most)
{ }

std::vector<TransferEvent> TransferHistoryStore::read(int *lines) const
{
    std::vector<TransferEvent> events;
    *lines = 0;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return events;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine(kLongestLine);
        ++*lines;
        const auto document = QJsonDocument::fromJson(line);
        if (const auto event = transferEventFromJson(document.object()))
            events.push_back(*event);
    }
    if (events.size() > static_cast<size_t>(m_most))
        events.erase(events.begin(), events.end() - m_most);
    return events;
}

void TransferHistoryStore::load()
{
    const std::vector<TransferEvent> events = read(&m_lines);
    Q_EMIT
    loaded(events);
}

void TransferHistoryStore::append(const QByteArray &lines, int count)
{
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    QFile file(m_file);
    // A line that a crash cut off must not swallow the next one.
    const bool open = file.open(QIODevice::ReadWrite);
    bool cut = false;
    if (open && file.size() > 0 && file.seek(file.size() - 1))
        cut = file.read(1) != "\n";
    if (!open || !file.seek(file.size()) || (cut && !file.putChar('\n'))
        || file.write(lines) != lines.size() || !file.flush()) {
        qCWarning(lcTransfer).noquote()
            << "the history of transfers cannot be written:" << file.errorString();
        return;
    }
    file.setPermissions(kOwnerOnly);
    file.close();
    m_lines += count;
    if (m_lines > 2 * m_most)
        rewrite();
}

void TransferHistoryStore::rewrite()
{
    const std::vector<TransferEvent> events = read(&m_lines);
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(kOwnerOnly);
    for (const TransferEvent &event : events)
        file.write(QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact) + '\n');
    if (file.commit())
        m_lines = static_cast<int>(events.size());
}

void TransferHistoryStore::clear()
{
    QFile::remove(m_file);
    m_lines = 0;
}

void TransferHistoryStore::exportTo(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    Q_EMIT
    exported(path, written ? QString() : file.errorString());
}

} // namespace hubdesk
